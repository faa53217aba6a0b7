// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/history_retention.h"

#include "history/history_spans.h"

#include <vector>

namespace portolan {

namespace {

constexpr int eventsAtATime = 4000;
constexpr int statesAtATime = 1000;
constexpr int pagesAtATime = 500;
constexpr qint64 dayLength = 86'400'000;
constexpr qint64 hourLength = 3'600'000;

} // namespace

bool HistoryRetention::step(const HistoryLimits &limits, qint64 now)
{
    if (const std::optional<qint64> bound = nextBound(limits, now)) {
        HistoryTransaction transaction(m_connection);
        forgetBefore(*bound);
        transaction.commit();
        m_sweptTo = 0;
        return true;
    }
    return sweep() || giveBack();
}

std::optional<qint64> HistoryRetention::nextBound(const HistoryLimits &limits, qint64 now)
{
    const qint64 cutoff = now - limits.days * dayLength;
    qint64 oldest = 0;
    {
        HistoryRows rows = m_connection.select("SELECT at FROM event ORDER BY at, number LIMIT 1");
        if (!rows.next())
            return std::nullopt;
        oldest = rows.number(0);
    }
    qint64 some = m_connection.number("SELECT at FROM event ORDER BY at, number LIMIT 1 OFFSET ?", eventsAtATime);
    if (some == 0)
        some = now;
    some = std::max(some, oldest + 1);
    if (oldest < cutoff)
        return std::min(cutoff, some);
    const qint64 used = m_connection.number("SELECT (page_count - freelist_count) * page_size FROM pragma_page_count(), "
                                            "pragma_freelist_count(), pragma_page_size()");
    // What is there at least (the states of what listens) may not fit; there is nothing to be gained then.
    if (used > limits.megabytes * qint64(1024 * 1024) && oldest < now - hourLength)
        return std::min(some, now - hourLength);
    return std::nullopt;
}

void HistoryRetention::forgetBefore(qint64 bound)
{
    std::vector<std::pair<qint64, qint64>> counts;
    {
        HistoryRows rows = m_connection.select("SELECT state, count(*) FROM event WHERE at < ? AND state IS NOT NULL GROUP BY state", bound);
        while (rows.next())
            counts.emplace_back(rows.number(0), rows.number(1));
    }
    for (const auto &[state, count] : counts)
        m_connection.change("UPDATE state SET events = events - ? WHERE id = ?", count, state);
    m_connection.change("DELETE FROM event WHERE at < ?", bound);
    for (int length = 0; length < history_spans::classes; ++length)
        m_connection.change("DELETE FROM span WHERE length = ? AND began < ? AND ended < ?", length, bound, bound);
    const qint64 cutHour = bound / hourLength * hourLength;
    m_connection.change("DELETE FROM hour WHERE at < ?", cutHour);
    m_connection.change("UPDATE hour SET events = (SELECT count(*) FROM event WHERE event.at >= ? AND event.at < ?) WHERE at = ?",
                        cutHour, cutHour + hourLength, cutHour);
    m_connection.change("DELETE FROM run WHERE last_at < ? AND id < (SELECT max(id) FROM run)", bound);
    // The last run may have begun long ago; what is known of it begins here.
    m_connection.change("UPDATE run SET began = ? WHERE began < ? AND last_at >= ?", bound, bound, bound);
}

bool HistoryRetention::sweep()
{
    if (!m_sweptTo)
        return false;
    std::vector<qint64> states;
    {
        HistoryRows rows = m_connection.select("SELECT id FROM state WHERE id > ? ORDER BY id LIMIT ?", *m_sweptTo, statesAtATime);
        while (rows.next())
            states.push_back(rows.number(0));
    }
    if (states.empty()) {
        m_sweptTo.reset();
        return true;
    }
    HistoryTransaction transaction(m_connection);
    for (const qint64 state : states)
        m_states.forgetIfUnused(state);
    transaction.commit();
    m_sweptTo = states.back();
    return true;
}

bool HistoryRetention::giveBack()
{
    const qint64 before = m_connection.number("PRAGMA freelist_count");
    if (before == 0)
        return false;
    // One step of this statement frees one page.
    for (int page = 0; page < pagesAtATime; ++page)
        m_connection.run(QStringLiteral("PRAGMA incremental_vacuum(1)"));
    return m_connection.number("PRAGMA freelist_count") < before;
}

} // namespace portolan
