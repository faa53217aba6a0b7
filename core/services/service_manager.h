// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/unit_catalogue.h"
#include "services/unit_watcher.h"

#include <QMutex>
#include <QThread>
#include <QWaitCondition>

#include <atomic>
#include <chrono>
#include <memory>

namespace portolan {

/// What is known of one service manager's units. A UnitWatcher on a thread of its own keeps it up to
/// date; that starts with the first question. Thread-safe.
class ServiceManager
{
public:
    explicit ServiceManager(ManagerBus bus, const UnitWatcherLimits &limits = {});
    ~ServiceManager();

    /// Never blocks. Null when nothing is known yet or the manager cannot be reached.
    [[nodiscard]] UnitCataloguePtr catalogue();
    /// Grows with each catalogue that says something else of its sockets, or of units that unit() was
    /// asked about since it grew last.
    [[nodiscard]] quint64 revision() const { return m_revision; }
    /// As UnitCatalogue::unit(), of the present catalogue.
    [[nodiscard]] std::optional<UnitFacts> unit(const QString &name);
    /// See FactSource::waitForAnswers(). A manager that cannot be reached is no reason to wait.
    bool waitForAnswers(std::chrono::milliseconds patience);

private:
    void startWatching();
    void take(UnitCataloguePtr catalogue);
    [[nodiscard]] bool saysElse(const UnitCatalogue &before, const UnitCatalogue &after) const;

    const ManagerBus m_bus;
    const UnitWatcherLimits m_limits;
    std::atomic<quint64> m_revision { 0 };

    mutable QMutex m_mutex;
    QWaitCondition m_answeredChanged;
    UnitCataloguePtr m_catalogue;
    QHash<QString, std::optional<UnitFacts>> m_told;
    bool m_started = false;
    bool m_answered = false;

    QThread m_thread;
};

} // namespace portolan
