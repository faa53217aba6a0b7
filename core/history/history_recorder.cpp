// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/history_recorder.h"

#include "history/history_spans.h"
#include "net/port_range.h"

#include <algorithm>

namespace portolan {

namespace {

constexpr qint64 backwardStep = 2'000;
constexpr qint64 hourLength = 3'600'000;

/// One of what lastRun() left open.
struct LeftOpen
{
    qint64 state = 0;
    ListenerPtr listener;
    HistoryOwner owner;
    bool found = false;
};

bool samePlace(const Listener &a, const Listener &b)
{
    return a.port() == b.port() && a.transport() == b.transport()
        && a.endpoints.constFirst().networkNamespace == b.endpoints.constFirst().networkNamespace;
}

} // namespace

bool HistoryRecorder::record(const Update &update)
{
    const qint64 now = update.snapshot->takenAt.toMSecsSinceEpoch();
    m_written = 0;
    try {
        HistoryTransaction transaction(m_connection);
        const bool goesOn = m_run && now <= m_last + longestPause && now >= m_last - backwardStep;
        if (goesOn) {
            follow(update, std::max(now, m_last));
        } else {
            if (m_run)
                end();
            begin(update, now);
        }
        m_last = goesOn ? std::max(now, m_last) : now;
        if (m_hourChanged || m_last / hourLength != m_hour)
            keepHour(m_last);
        m_connection.change("UPDATE run SET last_at = ? WHERE id = ?", m_last, *m_run);
        transaction.commit();
    } catch (const HistoryFailure &) {
        m_run.reset();
        m_place = {};
        m_states.forgetRead();
        throw;
    }
    m_snapshot = update.snapshot;
    m_assessments = update.assessments;
    return m_written > 0;
}

void HistoryRecorder::end()
{
    if (!m_run)
        return;
    m_connection.change("UPDATE run SET ending = 1 WHERE id = ?", *m_run);
    write(m_last, HistoryEventKind::WatchEnded, 0, 0, 0);
    keepHour(m_last);
    m_run.reset();
}

void HistoryRecorder::begin(const Update &update, qint64 now)
{
    m_open.clear();
    m_held.clear();
    m_hour = 0;
    m_hourEvents = 0;
    m_hourChanged = true;
    const QList<ListenerPtr> &listeners = update.snapshot->listeners;
    const bool hasBefore = m_connection.number("SELECT EXISTS (SELECT 1 FROM run)") != 0;
    if (hasBefore) {
        const qint64 killed = m_connection.number("SELECT last_at FROM run WHERE id = (SELECT max(id) FROM run) AND ending = 0");
        if (killed != 0) {
            write(killed, HistoryEventKind::WatchEnded, 0, 0, 1);
            m_hourEvents = static_cast<int>(m_hourEvents - m_connection.change("UPDATE hour SET events = events + 1 WHERE at = ?", killed / hourLength * hourLength));
        }
    }
    m_run = m_connection.insert("INSERT INTO run (began, last_at, ending) VALUES (?, ?, 0)", now, now);
    write(now, HistoryEventKind::WatchBegan, 0, 0, listeners.size());
    if (hasBefore)
        compareWithLastRun(update, now);
    for (qsizetype i = 0; i < listeners.size(); ++i) {
        const Assessment &assessment = *update.assessments.at(i);
        Open open;
        open.state = m_states.idOf(*listeners.at(i), assessment, now);
        open.since = now;
        open.verdict = assessment.verdict;
        m_open.insert(listeners.at(i)->key, open);
        hold(open.state, now, open.verdict, listeners.at(i)->port());
    }
    m_written = std::max<qint64>(m_written, 1);
}

void HistoryRecorder::compareWithLastRun(const Update &update, qint64 now)
{
    std::vector<LeftOpen> before;
    {
        std::vector<qint64> states;
        HistoryRows rows = m_connection.select("SELECT state FROM open_span");
        while (rows.next())
            states.push_back(rows.number(0));
        for (const qint64 id : states) {
            if (const HistoryStatePtr state = m_states.state(id))
                before.push_back({ id, state->listener, HistoryOwner::of(*state->listener->owner) });
        }
    }
    closeLastRun();
    QMultiHash<quint16, size_t> byPort;
    for (size_t i = 0; i < before.size(); ++i)
        byPort.insert(before[i].listener->port(), i);
    std::vector<qsizetype> fresh;
    for (qsizetype i = 0; i < update.snapshot->listeners.size(); ++i) {
        const Listener &listener = *update.snapshot->listeners.at(i);
        const HistoryOwner owner = HistoryOwner::of(*listener.owner);
        bool known = false;
        for (auto it = byPort.constFind(listener.port()); it != byPort.cend() && it.key() == listener.port(); ++it) {
            LeftOpen &one = before[*it];
            if (samePlace(*one.listener, listener) && one.owner.mayBe(owner))
                known = one.found = true;
        }
        if (!known)
            fresh.push_back(i);
    }
    // What could not be read may well be there.
    if (!hasUnreadTables(*update.snapshot)) {
        for (const LeftOpen &one : before) {
            if (!one.found)
                write(now, HistoryEventKind::Closed, one.state, 0, 1);
        }
    }
    for (const qsizetype i : fresh) {
        const qint64 state = m_states.idOf(*update.snapshot->listeners.at(i), *update.assessments.at(i), now);
        write(now, HistoryEventKind::Opened, state, 0, 1);
    }
}

void HistoryRecorder::closeLastRun()
{
    // They were seen in the last picture: what ended with that itself was not.
    const qint64 ended = m_connection.number("SELECT last_at + 1 FROM run WHERE id < ? ORDER BY id DESC LIMIT 1", *m_run);
    std::vector<std::pair<qint64, qint64>> spans;
    {
        HistoryRows rows = m_connection.select("SELECT state, began FROM open_span");
        while (rows.next())
            spans.emplace_back(rows.number(0), rows.number(1));
    }
    for (const auto &[state, began] : spans) {
        keepSpan(state, began, ended);
        m_states.seen(state, ended);
    }
    m_connection.change("DELETE FROM open_span");
}

void HistoryRecorder::follow(const Update &update, qint64 now)
{
    const Delta delta = update.snapshot == m_snapshot ? Delta() : diff(*m_snapshot, *update.snapshot);
    // Closed before opened: a restart reads as such.
    for (const ListenerPtr &listener : delta.closed)
        closed(listener->key, now);
    for (const ListenerChange &change : delta.changed)
        changed(change.before->key, change.after, *update.assessmentOf(change.after->key), change.what, now);
    for (const ListenerPtr &listener : delta.opened)
        opened(listener, *update.assessmentOf(listener->key), now);
    // Listeners that did not change may be judged otherwise; both lists are sorted by key.
    const QList<ListenerPtr> &listeners = update.snapshot->listeners;
    qsizetype old = 0;
    for (qsizetype i = 0; i < listeners.size(); ++i) {
        while (old < m_snapshot->listeners.size() && m_snapshot->listeners.at(old)->key < listeners.at(i)->key)
            ++old;
        if (old == m_snapshot->listeners.size())
            break;
        if (m_assessments.at(old) == update.assessments.at(i) || m_snapshot->listeners.at(old)->key != listeners.at(i)->key)
            continue;
        const auto open = m_open.constFind(listeners.at(i)->key);
        if (open != m_open.cend() && open->verdict != update.assessments.at(i)->verdict)
            changed(listeners.at(i)->key, listeners.at(i), *update.assessments.at(i), {}, now);
    }
}

void HistoryRecorder::opened(const ListenerPtr &listener, const Assessment &assessment, qint64 now)
{
    Open open;
    open.state = m_states.idOf(*listener, assessment, now);
    open.since = now;
    open.verdict = assessment.verdict;
    open.event = write(now, HistoryEventKind::Opened, open.state, 0, 0);
    m_open.insert(listener->key, open);
    hold(open.state, now, open.verdict, listener->port());
}

void HistoryRecorder::closed(const ListenerKey &key, qint64 now)
{
    const auto found = m_open.constFind(key);
    if (found == m_open.cend())
        return;
    write(now, HistoryEventKind::Closed, found->state, 0, 0);
    release(found->state, now);
    m_open.erase(found);
}

void HistoryRecorder::changed(const ListenerKey &before, const ListenerPtr &after, const Assessment &assessment, Changes what, qint64 now)
{
    const auto found = m_open.constFind(before);
    if (found == m_open.cend()) {
        opened(after, assessment, now);
        return;
    }
    Open open = *found;
    m_open.erase(found);
    const qint64 old = open.state;
    const qint64 state = m_states.idOf(*after, assessment, now);
    const Changes noteworthy = what & noteworthyChanges;
    const bool settles = !noteworthy && now - open.since <= settling;
    if (state != old && settles) {
        const qint64 began = m_connection.number("SELECT began FROM open_span WHERE state = ?", old);
        hold(state, std::max(began, open.since), assessment.verdict, after->port());
        Held &held = m_held[old];
        if (--held.holders == 0) {
            m_held.remove(old);
            m_connection.change("DELETE FROM open_span WHERE state = ?", old);
        } else {
            m_connection.change("UPDATE open_span SET holders = ? WHERE state = ?", held.holders, old);
        }
        if (open.event) {
            const qint64 moved = m_connection.change("UPDATE event SET state = ? WHERE at = ? AND number = ? AND state = ?",
                                                     state, open.event->at, open.event->number, old);
            m_connection.change("UPDATE state SET events = events - ? WHERE id = ?", moved, old);
            m_connection.change("UPDATE state SET events = events + ? WHERE id = ?", moved, state);
        }
        m_states.forgetIfUnused(old);
        m_hourChanged = true;
        ++m_written;
    } else if (state != old) {
        if (noteworthy || open.verdict != assessment.verdict) {
            const HistoryPlace event = write(now, HistoryEventKind::Changed, state, old, noteworthy.toInt());
            if (noteworthy) {
                open.event = event;
                open.since = now;
            }
        }
        release(old, now);
        hold(state, now, assessment.verdict, after->port());
    }
    open.state = state;
    open.verdict = assessment.verdict;
    m_open.insert(after->key, open);
}

void HistoryRecorder::hold(qint64 state, qint64 since, Verdict verdict, quint16 port)
{
    Held &held = m_held[state];
    if (++held.holders == 1) {
        held.verdict = verdict;
        held.port = port;
        m_connection.change("INSERT OR REPLACE INTO open_span (state, began, holders) VALUES (?, ?, 1)", state, since);
    } else {
        m_connection.change("UPDATE open_span SET holders = ?, began = min(began, ?) WHERE state = ?", held.holders, since, state);
    }
    m_hourChanged = true;
}

void HistoryRecorder::release(qint64 state, qint64 now)
{
    Held &held = m_held[state];
    // The most at a time is what there was before it went.
    if (--held.holders > 0) {
        m_connection.change("UPDATE open_span SET holders = ? WHERE state = ?", held.holders, state);
        return;
    }
    m_held.remove(state);
    keepSpan(state, m_connection.number("SELECT began FROM open_span WHERE state = ?", state), now);
    m_connection.change("DELETE FROM open_span WHERE state = ?", state);
    m_states.seen(state, now);
    m_hourChanged = true;
}

void HistoryRecorder::keepSpan(qint64 state, qint64 began, qint64 ended)
{
    const qint64 end = std::max(began, ended);
    m_connection.change("INSERT OR REPLACE INTO span (length, began, state, ended) VALUES (?, ?, ?, ?)",
                        history_spans::lengthOf(end - began), began, state, end);
}

HistoryPlace HistoryRecorder::write(qint64 at, HistoryEventKind kind, qint64 state, qint64 before, qint64 detail)
{
    const qint64 number = at == m_place.at ? m_place.number + 1
                                           : m_connection.number("SELECT ifnull(max(number), -1) + 1 FROM event WHERE at = ?", at);
    const auto orNull = [](qint64 id) { return id == 0 ? QVariant(QMetaType::fromType<qint64>()) : QVariant::fromValue(id); };
    m_connection.change("INSERT INTO event (at, number, kind, state, before, detail) VALUES (?, ?, ?, ?, ?, ?)", at, number,
                        static_cast<int>(kind), orNull(state), orNull(before), detail);
    if (state != 0)
        m_connection.change("UPDATE state SET events = events + 1 WHERE id = ?", state);
    ++m_hourEvents;
    m_hourChanged = true;
    ++m_written;
    m_place = { at, number };
    return m_place;
}

void HistoryRecorder::keepHour(qint64 now)
{
    std::array<int, 4> byVerdict {};
    std::array<int, 3> byRange {};
    for (const Held &held : std::as_const(m_held)) {
        ++byVerdict[static_cast<size_t>(held.verdict)];
        ++byRange[static_cast<size_t>(portRangeOf(held.port))];
    }
    m_hour = now / hourLength;
    m_connection.change(
        "INSERT INTO hour (at, events, expected, explained, unfamiliar, investigate, system, registered, dynamic) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (at) DO UPDATE SET events = events + excluded.events, "
        "expected = max(expected, excluded.expected), explained = max(explained, excluded.explained), "
        "unfamiliar = max(unfamiliar, excluded.unfamiliar), investigate = max(investigate, excluded.investigate), "
        "system = max(system, excluded.system), registered = max(registered, excluded.registered), "
        "dynamic = max(dynamic, excluded.dynamic)",
        m_hour * hourLength, m_hourEvents, byVerdict[0], byVerdict[1], byVerdict[2], byVerdict[3], byRange[0], byRange[1],
        byRange[2]);
    m_hourEvents = 0;
    m_hourChanged = false;
}

} // namespace portolan
