// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "history/history_connection.h"
#include "history/history_states.h"
#include "monitor/update.h"

#include <QHash>

#include <array>
#include <optional>

namespace portolan {

/// Turns pictures into rows. One update is one transaction: what was written before it stays whatever
/// happens. Throws HistoryFailure; nothing of that update is kept then, and the next one is taken as
/// the first picture after a time that nobody watched.
class HistoryRecorder
{
public:
    /// Two pictures further apart than this had nobody watching in between: the machine slept, or
    /// the person had paused.
    static constexpr qint64 longestPause = 60'000;
    /// What becomes known of a listener this soon after it opened belongs to its opening: packages and
    /// units are looked up after it was seen.
    static constexpr qint64 settling = 15'000;

    HistoryRecorder(HistoryConnection &connection, HistoryStates &states)
        : m_connection(connection)
        , m_states(states)
    {
    }

    /// The update need not follow on the one before: what differs is found by comparing the pictures.
    /// Gives back whether anything but the time was written.
    bool record(const Update &update);
    /// Says that watching ends here.
    void end();

private:
    struct Open
    {
        qint64 state = 0;
        qint64 since = 0; ///< when it opened, or got another owner
        std::optional<HistoryPlace> event; ///< that says so
        Verdict verdict = Verdict::Expected;
    };

    void begin(const Update &update, qint64 now);
    void closeLastRun();
    void compareWithLastRun(const Update &update, qint64 now);
    void follow(const Update &update, qint64 now);
    void opened(const ListenerPtr &listener, const Assessment &assessment, qint64 now);
    void closed(const ListenerKey &key, qint64 now);
    void changed(const ListenerKey &before, const ListenerPtr &after, const Assessment &assessment, Changes what, qint64 now);
    void hold(qint64 state, qint64 since, Verdict verdict, quint16 port);
    void release(qint64 state, qint64 now);
    void keepSpan(qint64 state, qint64 began, qint64 ended);
    HistoryPlace write(qint64 at, HistoryEventKind kind, qint64 state, qint64 before, qint64 detail);
    void keepHour(qint64 now);

    HistoryConnection &m_connection;
    HistoryStates &m_states;
    std::optional<qint64> m_run;
    qint64 m_last = 0; ///< time of the last picture
    SnapshotPtr m_snapshot;
    QList<AssessmentPtr> m_assessments;
    QHash<ListenerKey, Open> m_open;
    struct Held
    {
        int holders = 0;
        Verdict verdict = Verdict::Expected;
        quint16 port = 0;
    };
    QHash<qint64, Held> m_held; ///< the rows of open_span
    qint64 m_hour = 0;
    int m_hourEvents = 0; ///< not yet written
    bool m_hourChanged = false;
    qint64 m_written = 0; ///< events of this update
    HistoryPlace m_place; ///< of the last event written
};

} // namespace portolan
