// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "history/history_connection.h"
#include "history/history_query.h"
#include "history/history_states.h"
#include "history/history_values.h"

namespace portolan {

/// Answers questions to the history. Throws HistoryFailure.
class HistoryReader
{
public:
    /// How many holdings of a port are given at most.
    static constexpr int mostHoldings = 2000;
    /// How many events one page looks at, and how many states it judges, before it says that it is not done.
    static constexpr int mostLookedAt = 60'000;
    static constexpr int mostJudged = 10'000;

    HistoryReader(HistoryConnection &connection, HistoryStates &states)
        : m_connection(connection)
        , m_states(states)
    {
    }

    [[nodiscard]] HistoryPage page(const HistoryQuery &query);
    /// `to` may be in the future.
    [[nodiscard]] HistoryHolders holders(quint16 port, const HistoryPeriod &period);
    /// In about as many steps as wanted, each as long as people count: 10 s, 1 min, ... 1 d, 1 week.
    [[nodiscard]] HistoryLevels levels(const HistoryPeriod &period, int wantedSteps);
    [[nodiscard]] HistoryMoment moment(const QDateTime &at);
    [[nodiscard]] HistoryExtent extent();
    /// When somebody watched, within the period, oldest first; runs that nearly touch are one.
    [[nodiscard]] QList<HistoryPeriod> watched(const HistoryPeriod &period, qint64 ignoredGap = 0);

private:
    struct Span
    {
        qint64 began = 0;
        qint64 ended = 0;
        qint64 state = 0;
        bool open = false;
        qint64 verdict = 0;
        quint16 port = 0;
    };

    /// Judges states by the filter. Gives back whether all are judged.
    [[nodiscard]] bool choose(HistoryFilter &filter);
    [[nodiscard]] bool accepts(HistoryFilter &filter, qint64 state);
    [[nodiscard]] HistoryEvent event(const HistoryRows &row);
    /// Goes through all events, as many as `most`.
    [[nodiscard]] HistoryPage scan(const HistoryQuery &query, qint64 from, HistoryPlace olderThan, int most);
    /// Looks for the events of the states that the filter chose.
    [[nodiscard]] HistoryPage lookUp(const HistoryQuery &query, qint64 from, HistoryPlace olderThan);
    /// All that touch [from, to).
    [[nodiscard]] std::vector<Span> spansIn(qint64 from, qint64 to);
    /// Until when what is open is known to be so.
    [[nodiscard]] qint64 lastAt();
    void levelsFromHours(HistoryLevels &levels);
    void levelsFromSpans(HistoryLevels &levels);

    HistoryConnection &m_connection;
    HistoryStates &m_states;
};

} // namespace portolan
