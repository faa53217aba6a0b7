// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/manager_bus.h"
#include "services/unit_catalogue.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QHash>
#include <QList>
#include <QObject>
#include <QSet>
#include <QTimer>

#include <chrono>
#include <functional>

class QDBusServiceWatcher;

namespace portolan {

struct UnitWatcherLimits
{
    std::chrono::milliseconds call { 10'000 }; ///< an answer that takes longer is none
    std::chrono::milliseconds afterSignal { 300 }; ///< signals come in flocks
    std::chrono::milliseconds betweenReadings { 1'000 };
    std::chrono::milliseconds slowPeriod { 30'000 };
    /// Until the next try when the bus cannot be reached; doubled from the first to the second.
    std::chrono::milliseconds firstRetry { 2'000 };
    std::chrono::milliseconds lastRetry { 300'000 };
};

/// Keeps a catalogue of one service manager's units: reads it when the manager says that units came,
/// went or changed, and now and then. Calls are asynchronous and few at a time. Lives on a thread with
/// an event loop; only connecting to the bus blocks that.
class UnitWatcher : public QObject
{
    Q_OBJECT

public:
    /// `publish` is called on the watcher's thread after each reading, with null when the manager cannot
    /// be reached.
    UnitWatcher(ManagerBus bus, UnitWatcherLimits limits, std::function<void(UnitCataloguePtr)> publish);
    ~UnitWatcher() override;

    void start();

private Q_SLOTS:
    // Called by QtDBus, by name.
    void unitCameOrWent(const QDBusMessage &signal);
    void unitChanged();
    void managerReloads(bool active);
    void busIsGone();

private:
    struct Question
    {
        QString unit;
        QString path;
        enum class Asks : quint8 { Units, Addresses, PerConnection } asks = Asks::Units;
    };
    /// What is known of a triggering unit; complete once all of its questions are answered.
    struct Reading
    {
        Trigger trigger;
        int unanswered = 0;
    };

    void reconnect();
    void listenToManager();
    void identifyManager();
    void ownerChanged(const QString &owner);
    void readSoon();
    void readUnits();
    void takeUnits(const QDBusMessage &answer);
    void askNext();
    void takeAnswer(const Question &question, const QDBusMessage &answer);
    void finishReading();
    void fail();
    /// `then` gets the answer, unless another reading was begun meanwhile.
    void send(const QDBusMessage &message, std::function<void(const QDBusMessage &)> then);

    const ManagerBus m_bus;
    const UnitWatcherLimits m_limits;
    const std::function<void(UnitCataloguePtr)> m_publish;
    const QString m_connectionName;
    QDBusConnection m_connection;
    QDBusServiceWatcher *m_owners = nullptr;
    QTimer m_retry;
    QTimer m_nextReading;
    std::chrono::milliseconds m_retryPause;
    std::chrono::steady_clock::time_point m_readAt;

    /// Counts readings; answers to an earlier one are dropped.
    quint64 m_round = 0;
    bool m_isReading = false;
    bool m_isOutdated = false;
    QList<systemd::UnitListing> m_units;
    QHash<QString, Reading> m_triggers;
    QList<Question> m_questions;
    int m_underWay = 0;
};

} // namespace portolan
