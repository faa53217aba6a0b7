// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/history_reader.h"
#include "net/port_range.h"

#include <algorithm>

namespace portolan {

namespace {

constexpr qint64 second = 1000;
constexpr qint64 minute = 60 * second;
constexpr qint64 hour = 60 * minute;
constexpr qint64 day = 24 * hour;
constexpr std::array lengths { second,    5 * second, 10 * second, 30 * second, minute,   2 * minute, 5 * minute, 10 * minute,
                               30 * minute, hour,     2 * hour,    6 * hour,    12 * hour, day,        2 * day,    7 * day,
                               14 * day,  28 * day };

qint64 lengthFor(qint64 period, int wantedSteps)
{
    for (const qint64 length : lengths) {
        if (period / length <= wantedSteps)
            return length;
    }
    return std::max(lengths.back(), period / wantedSteps);
}

} // namespace

HistoryLevels HistoryReader::levels(const HistoryPeriod &period, int wantedSteps)
{
    const qint64 from = period.from.toMSecsSinceEpoch();
    const qint64 to = std::max(from + second, period.to.toMSecsSinceEpoch());
    HistoryLevels levels;
    levels.stepLength = lengthFor(to - from, std::max(1, wantedSteps));
    // Days begin at midnight where the person is.
    const qint64 offset = period.from.toLocalTime().offsetFromUtc() * second;
    const qint64 length = levels.stepLength;
    const qint64 first = (from + offset) / length * length - offset;
    for (qint64 at = first; at < to; at += length) {
        HistoryLevels::Step step;
        step.from = at;
        levels.steps += step;
    }
    levels.watched = watched({ QDateTime::fromMSecsSinceEpoch(first, Qt::UTC), QDateTime::fromMSecsSinceEpoch(to, Qt::UTC) }, length / 2);
    for (const HistoryPeriod &stretch : std::as_const(levels.watched)) {
        const qint64 last = (stretch.to.toMSecsSinceEpoch() - first) / length;
        for (qint64 i = (stretch.from.toMSecsSinceEpoch() - first) / length; i <= last && i < levels.steps.size(); ++i)
            levels.steps[i].watched = true;
    }
    if (length >= hour)
        levelsFromHours(levels);
    else
        levelsFromSpans(levels);
    return levels;
}

void HistoryReader::levelsFromHours(HistoryLevels &levels)
{
    const qint64 first = levels.steps.constFirst().from;
    const qint64 end = levels.steps.constLast().from + levels.stepLength;
    HistoryRows rows = m_connection.select("SELECT at, expected, explained, unfamiliar, investigate, system, registered, dynamic "
                                           "FROM hour WHERE at > ? AND at < ?",
                                           first - hour, end);
    while (rows.next()) {
        const qsizetype index = std::max<qint64>(0, rows.number(0) - first) / levels.stepLength;
        HistoryLevels::Step &step = levels.steps[index];
        for (size_t i = 0; i < step.byVerdict.size(); ++i)
            step.byVerdict[i] = std::max(step.byVerdict[i], static_cast<int>(rows.number(static_cast<int>(1 + i))));
        for (size_t i = 0; i < step.byRange.size(); ++i)
            step.byRange[i] = std::max(step.byRange[i], static_cast<int>(rows.number(static_cast<int>(5 + i))));
    }
}

void HistoryReader::levelsFromSpans(HistoryLevels &levels)
{
    struct Turn
    {
        qint64 at;
        int by;
        size_t verdict;
        size_t range;
    };
    const qint64 first = levels.steps.constFirst().from;
    const qint64 end = levels.steps.constLast().from + levels.stepLength;
    std::vector<Turn> turns;
    for (const Span &span : spansIn(first, end)) {
        const auto verdict = static_cast<size_t>(std::clamp<qint64>(span.verdict, 0, 3));
        const auto range = static_cast<size_t>(portRangeOf(span.port));
        turns.push_back({ span.began, 1, verdict, range });
        turns.push_back({ span.open ? span.ended + 1 : span.ended, -1, verdict, range });
    }
    // What goes and what comes at the same time were never there together.
    std::ranges::sort(turns, [](const Turn &a, const Turn &b) { return std::pair(a.at, a.by) < std::pair(b.at, b.by); });
    std::array<int, 4> byVerdict {};
    std::array<int, 3> byRange {};
    size_t next = 0;
    for (HistoryLevels::Step &step : levels.steps) {
        const auto keep = [&] {
            for (size_t i = 0; i < byVerdict.size(); ++i)
                step.byVerdict[i] = std::max(step.byVerdict[i], byVerdict[i]);
            for (size_t i = 0; i < byRange.size(); ++i)
                step.byRange[i] = std::max(step.byRange[i], byRange[i]);
        };
        for (; next < turns.size() && turns[next].at <= step.from; ++next) {
            byVerdict[turns[next].verdict] += turns[next].by;
            byRange[turns[next].range] += turns[next].by;
        }
        keep();
        for (; next < turns.size() && turns[next].at < step.from + levels.stepLength; ++next) {
            byVerdict[turns[next].verdict] += turns[next].by;
            byRange[turns[next].range] += turns[next].by;
            keep();
        }
    }
}

} // namespace portolan
