// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "history/history_connection.h"
#include "history/history_limits.h"
#include "history/history_states.h"

namespace portolan {

/// Forgets what is too old or too much, a little at a time, and gives the room back to the disk.
/// Throws HistoryFailure.
class HistoryRetention
{
public:
    HistoryRetention(HistoryConnection &connection, HistoryStates &states)
        : m_connection(connection)
        , m_states(states)
    {
    }

    /// Works for some milliseconds. Gives back whether there is more to do.
    [[nodiscard]] bool step(const HistoryLimits &limits, qint64 now);

private:
    /// Everything older than this goes next; nullopt when all may stay.
    [[nodiscard]] std::optional<qint64> nextBound(const HistoryLimits &limits, qint64 now);
    void forgetBefore(qint64 bound);
    [[nodiscard]] bool sweep();
    [[nodiscard]] bool giveBack();

    HistoryConnection &m_connection;
    HistoryStates &m_states;
    std::optional<qint64> m_sweptTo = 0; ///< a state's id; nullopt: nothing was forgotten since
};

} // namespace portolan
