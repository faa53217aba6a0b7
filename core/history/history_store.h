// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "history/history_file.h"
#include "history/history_limits.h"
#include "history/history_query.h"
#include "history/history_status.h"
#include "history/history_values.h"
#include "monitor/update.h"

#include <QObject>
#include <QPointer>
#include <QThread>

#include <chrono>
#include <functional>

namespace portolan {

class HistoryWorker;

/// The history while a window runs. Lives on the window's thread and never waits there: a storage
/// thread of its own has the file and its connection, records and answers. Whatever is wrong with
/// the file is said by status() and tried again; nobody who asks or records need care.
///
/// Answers are brought to the window's thread, in the order of the questions; none comes when the
/// context is gone or the ticket is cancelled. Where the history cannot be read they are empty.
class HistoryStore : public QObject
{
    Q_OBJECT

public:
    /// What could not be written is tried again with the first update after `retryAfter`.
    explicit HistoryStore(QString fileName = historyFileName(), QObject *parent = nullptr,
                          std::chrono::milliseconds retryAfter = std::chrono::seconds(5));
    /// Says in the history that watching ends, and waits for that.
    ~HistoryStore() override;

    [[nodiscard]] QString fileName() const { return m_fileName; }
    [[nodiscard]] const HistoryStatus &status() const { return m_status; }
    /// Opens the file, also before there is anything to record.
    void open();
    /// Keeps the update. Updates that were not kept yet coalesce.
    void record(const Update &update);
    void setLimits(const HistoryLimits &limits);
    /// Forgets everything. What listens now is where the history then begins.
    void clear();

    void page(const HistoryQuery &query, const HistoryTicket &ticket, QObject *context, std::function<void(const HistoryPage &)> then);
    void holders(quint16 port, const HistoryPeriod &period, const HistoryTicket &ticket, QObject *context,
                 std::function<void(const HistoryHolders &)> then);
    void levels(const HistoryPeriod &period, int wantedSteps, const HistoryTicket &ticket, QObject *context,
                std::function<void(const HistoryLevels &)> then);
    /// All listeners as they were at that time, for whoever compares.
    void snapshotAt(const QDateTime &at, const HistoryTicket &ticket, QObject *context, std::function<void(const HistoryMoment &)> then);
    void extent(const HistoryTicket &ticket, QObject *context, std::function<void(const HistoryExtent &)> then);

Q_SIGNALS:
    void statusChanged(const portolan::HistoryStatus &status);
    /// Something happened and was written.
    void grew();
    /// The history is another one now: it was cleared, or its file was replaced or opened.
    void replaced();

private:
    template<class Answer>
    void ask(std::function<Answer(HistoryReader &)> question, const HistoryTicket &ticket, QObject *context,
             std::function<void(const Answer &)> then);
    void setStatus(const HistoryStatus &status);

    QString m_fileName;
    HistoryStatus m_status;
    QThread m_thread;
    HistoryWorker *m_worker;
};

} // namespace portolan
