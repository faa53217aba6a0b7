// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/history_reader.h"

#include "history/history_spans.h"

#include <QFile>

#include <algorithm>
#include <limits>

namespace portolan {

namespace {

constexpr HistoryPlace endOfTime { std::numeric_limits<qint64>::max(), std::numeric_limits<qint64>::max() };
/// How many events are gone through in the hope of a page.
constexpr int fewEvents = 4'000;
/// Where a filter's listeners have more events than this, they are met often enough by going through all.
constexpr qint64 manyEvents = 20'000;

qint64 startOf(const QDateTime &time)
{
    return time.isValid() ? time.toMSecsSinceEpoch() : std::numeric_limits<qint64>::min();
}

QDateTime timeOf(qint64 milliseconds)
{
    return QDateTime::fromMSecsSinceEpoch(milliseconds, Qt::UTC);
}

bool isOfKind(const HistoryQuery &query, qint64 kind)
{
    return !query.kind || static_cast<qint64>(*query.kind) == kind;
}

} // namespace

bool HistoryReader::choose(HistoryFilter &filter)
{
    int judged = 0;
    m_states.forEachAfter(filter.m_known, mostJudged, [&](const HistoryStatePtr &state) {
        ++judged;
        filter.m_known = state->id;
        const auto index = static_cast<size_t>(state->id);
        if (filter.m_choices.size() <= index)
            filter.m_choices.resize(index + 1);
        HistoryFilter::Choice &choice = filter.m_choices[index];
        if (choice == HistoryFilter::Choice::Unknown) {
            choice = filter.m_expression.matches(*state->listener, *state->assessment) ? HistoryFilter::Choice::Yes
                                                                                       : HistoryFilter::Choice::No;
        }
        if (choice == HistoryFilter::Choice::Yes)
            filter.m_chosen.push_back(state->id);
    });
    return judged < mostJudged;
}

bool HistoryReader::accepts(HistoryFilter &filter, qint64 state)
{
    if (state <= 0)
        return false;
    const auto index = static_cast<size_t>(state);
    if (filter.m_choices.size() <= index)
        filter.m_choices.resize(index + 1);
    HistoryFilter::Choice &choice = filter.m_choices[index];
    if (choice == HistoryFilter::Choice::Unknown) {
        const HistoryStatePtr read = m_states.state(state);
        choice = read && filter.m_expression.matches(*read->listener, *read->assessment) ? HistoryFilter::Choice::Yes
                                                                                         : HistoryFilter::Choice::No;
    }
    return choice == HistoryFilter::Choice::Yes;
}

HistoryEvent HistoryReader::event(const HistoryRows &row)
{
    HistoryEvent event;
    event.place = { row.number(0), row.number(1) };
    const qint64 kind = row.number(2);
    event.kind = kind >= 0 && kind <= static_cast<qint64>(HistoryEventKind::WatchEnded) ? static_cast<HistoryEventKind>(kind)
                                                                                        : HistoryEventKind::WatchEnded;
    if (!row.isNull(3))
        event.state = m_states.state(row.number(3));
    if (!row.isNull(4))
        event.before = m_states.state(row.number(4));
    const qint64 detail = row.number(5);
    switch (event.kind) {
    case HistoryEventKind::Opened:
    case HistoryEventKind::Closed:
        event.unwatched = detail != 0;
        break;
    case HistoryEventKind::Changed:
        event.what = Changes(static_cast<int>(detail & 0xff));
        break;
    case HistoryEventKind::WatchBegan:
        event.present = static_cast<int>(detail);
        break;
    case HistoryEventKind::WatchEnded:
        event.unexpected = detail != 0;
        break;
    }
    return event;
}

HistoryPage HistoryReader::page(const HistoryQuery &query)
{
    HistoryPlace olderThan = query.olderThan.value_or(endOfTime);
    if (query.to.isValid())
        olderThan = std::min(olderThan, HistoryPlace { query.to.toMSecsSinceEpoch(), 0 });
    const qint64 from = startOf(query.from);
    if (!query.filter)
        return scan(query, from, olderThan, mostLookedAt);
    HistoryFilter &filter = *query.filter;
    // Most filters fill a page with what happened lately: that is found before all states are judged.
    if (!std::exchange(filter.m_met, true)) {
        if (HistoryPage page = scan(query, from, olderThan, fewEvents); !page.events.isEmpty() || !page.next)
            return page;
    }
    if (!choose(filter)) {
        HistoryPage page;
        page.next = olderThan;
        return page;
    }
    qint64 events = 0;
    for (const qint64 state : filter.m_chosen) {
        events += m_connection.number("SELECT events FROM state WHERE id = ?", state);
        if (events > manyEvents)
            return scan(query, from, olderThan, mostLookedAt);
    }
    return lookUp(query, from, olderThan);
}

HistoryPage HistoryReader::scan(const HistoryQuery &query, qint64 from, HistoryPlace olderThan, int most)
{
    HistoryPage page;
    HistoryRows rows = m_connection.select("SELECT at, number, kind, state, before, detail FROM event "
                                           "WHERE (at, number) < (?, ?) AND at >= ? ORDER BY at DESC, number DESC",
                                           olderThan.at, olderThan.number, from);
    HistoryPlace place = olderThan;
    for (int lookedAt = 0; lookedAt < most; ++lookedAt) {
        if (page.events.size() == query.most)
            break;
        if (!rows.next())
            return page;
        place = { rows.number(0), rows.number(1) };
        if (!isOfKind(query, rows.number(2))
            || (query.filter && !accepts(*query.filter, rows.number(3)) && !accepts(*query.filter, rows.number(4))))
            continue;
        HistoryEvent next = event(rows);
        // A row whose state is missing says nothing.
        if (next.state || next.kind >= HistoryEventKind::WatchBegan)
            page.events += std::move(next);
    }
    page.next = place;
    return page;
}

HistoryPage HistoryReader::lookUp(const HistoryQuery &query, qint64 from, HistoryPlace olderThan)
{
    std::vector<HistoryPlace> places;
    const auto collect = [&](const char *sql, qint64 state) {
        HistoryRows rows = m_connection.select(sql, state, olderThan.at, olderThan.number, from);
        while (rows.next())
            places.push_back({ rows.number(0), rows.number(1) });
    };
    for (const qint64 state : query.filter->m_chosen) {
        collect("SELECT at, number FROM event WHERE state = ? AND (at, number) < (?, ?) AND at >= ?", state);
        collect("SELECT at, number FROM event WHERE before = ? AND (at, number) < (?, ?) AND at >= ?", state);
    }
    std::ranges::sort(places, std::greater());
    places.erase(std::unique(places.begin(), places.end()), places.end());
    HistoryPage page;
    for (const HistoryPlace &place : places) {
        if (page.events.size() == query.most) {
            page.next = page.events.constLast().place;
            break;
        }
        HistoryRows rows = m_connection.select(
            "SELECT at, number, kind, state, before, detail FROM event WHERE at = ? AND number = ?", place.at, place.number);
        if (!rows.next() || !isOfKind(query, rows.number(2)))
            continue;
        HistoryEvent next = event(rows);
        if (next.state)
            page.events += std::move(next);
    }
    return page;
}

qint64 HistoryReader::lastAt()
{
    return m_connection.number("SELECT last_at FROM run ORDER BY id DESC LIMIT 1");
}

std::vector<HistoryReader::Span> HistoryReader::spansIn(qint64 from, qint64 to)
{
    std::vector<Span> spans;
    for (int length = 0; length < history_spans::classes; ++length) {
        HistoryRows rows = m_connection.select(
            "SELECT p.began, p.ended, p.state, s.verdict, l.port FROM span p JOIN state s ON s.id = p.state "
            "JOIN listener l ON l.id = s.listener WHERE p.length = ? AND p.began > ? AND p.began < ? AND p.ended > ?",
            length, from - history_spans::boundOf(length), to, from);
        while (rows.next())
            spans.push_back({ rows.number(0), rows.number(1), rows.number(2), false, rows.number(3), static_cast<quint16>(rows.number(4)) });
    }
    const qint64 last = lastAt();
    if (last >= from) {
        HistoryRows rows = m_connection.select("SELECT p.began, p.state, s.verdict, l.port FROM open_span p JOIN state s "
                                               "ON s.id = p.state JOIN listener l ON l.id = s.listener WHERE p.began < ?",
                                               to);
        while (rows.next())
            spans.push_back({ rows.number(0), last, rows.number(1), true, rows.number(2), static_cast<quint16>(rows.number(3)) });
    }
    return spans;
}

QList<HistoryPeriod> HistoryReader::watched(const HistoryPeriod &period, qint64 ignoredGap)
{
    const qint64 from = period.from.toMSecsSinceEpoch();
    const qint64 to = period.to.toMSecsSinceEpoch();
    std::vector<std::pair<qint64, qint64>> runs;
    {
        HistoryRows rows = m_connection.select("SELECT began, last_at FROM run WHERE began < ? AND last_at >= ? ORDER BY began", to, from);
        while (rows.next()) {
            const qint64 began = std::max(from, rows.number(0));
            const qint64 ended = std::min(to, rows.number(1));
            if (!runs.empty() && began - runs.back().second <= ignoredGap)
                runs.back().second = std::max(runs.back().second, ended);
            else
                runs.emplace_back(began, ended);
        }
    }
    QList<HistoryPeriod> periods;
    for (const auto &[began, ended] : runs)
        periods += HistoryPeriod { timeOf(began), timeOf(ended) };
    return periods;
}

HistoryHolders HistoryReader::holders(quint16 port, const HistoryPeriod &period)
{
    const qint64 from = period.from.toMSecsSinceEpoch();
    const qint64 to = period.to.toMSecsSinceEpoch();
    std::vector<qint64> states;
    {
        HistoryRows rows = m_connection.select("SELECT s.id FROM listener l JOIN state s ON s.listener = l.id WHERE l.port = ?", port);
        while (rows.next())
            states.push_back(rows.number(0));
    }
    HistoryHolders holders;
    std::vector<Span> spans;
    for (const qint64 state : states) {
        HistoryRows rows = m_connection.select(
            "SELECT began, ended FROM span WHERE state = ? AND began < ? AND ended > ? ORDER BY began DESC LIMIT ?", state, to,
            from, mostHoldings + 1);
        while (rows.next())
            spans.push_back({ rows.number(0), rows.number(1), state });
        HistoryRows open = m_connection.select("SELECT began FROM open_span WHERE state = ? AND began < ?", state, to);
        if (open.next())
            spans.push_back({ open.number(0), lastAt(), state, true });
    }
    std::ranges::sort(spans, std::greater(), &Span::began);
    holders.cut = spans.size() > static_cast<size_t>(mostHoldings);
    spans.resize(std::min(spans.size(), static_cast<size_t>(mostHoldings)));
    std::ranges::reverse(spans);
    for (const Span &span : spans) {
        if (span.ended < from)
            continue;
        if (const HistoryStatePtr state = m_states.state(span.state))
            holders.holdings += { { timeOf(std::max(from, span.began)), timeOf(std::min(to, span.ended)) }, state, span.open };
    }
    holders.watched = watched(period);
    return holders;
}

HistoryMoment HistoryReader::moment(const QDateTime &at)
{
    HistoryMoment moment;
    qint64 when = at.toMSecsSinceEpoch();
    HistoryRows runs = m_connection.select("SELECT last_at FROM run WHERE began <= ? ORDER BY began DESC LIMIT 1", when);
    if (!runs.next())
        return moment;
    moment.watched = when <= runs.number(0);
    when = std::min(when, runs.number(0));
    std::vector<HistoryStatePtr> states;
    for (const Span &span : spansIn(when - 1, when + 1)) {
        if (span.began > when || (!span.open && span.ended <= when))
            continue;
        if (const HistoryStatePtr state = m_states.state(span.state))
            states.push_back(state);
    }
    // One key once: two processes of one program can hold a port in different ways.
    std::ranges::sort(states, [](const HistoryStatePtr &a, const HistoryStatePtr &b) {
        return std::pair(a->listener->key, a->id) < std::pair(b->listener->key, b->id);
    });
    auto snapshot = std::make_shared<Snapshot>();
    snapshot->takenAt = timeOf(when);
    snapshot->backend = Backend::File;
    snapshot->unread = {};
    for (const HistoryStatePtr &state : states) {
        if (!snapshot->listeners.isEmpty() && snapshot->listeners.constLast()->key == state->listener->key) {
            snapshot->listeners.last() = state->listener;
            moment.assessments.last() = state->assessment;
            continue;
        }
        snapshot->listeners += state->listener;
        moment.assessments += state->assessment;
    }
    moment.snapshot = std::move(snapshot);
    return moment;
}

HistoryExtent HistoryReader::extent()
{
    HistoryExtent extent;
    HistoryRows rows = m_connection.select("SELECT min(began), max(last_at) FROM run");
    if (rows.next() && !rows.isNull(0)) {
        extent.first = timeOf(rows.number(0));
        extent.last = timeOf(rows.number(1));
    }
    extent.events = m_connection.number("SELECT sum(events) FROM hour");
    extent.bytes = m_connection.number("SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size()");
    return extent;
}

} // namespace portolan
