// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "assess/assessment.h"
#include "snapshot/delta.h"
#include "snapshot/snapshot.h"

#include <QDateTime>
#include <QList>

#include <array>
#include <memory>
#include <optional>

namespace portolan {

enum class HistoryEventKind : quint8 {
    Opened,
    Closed,
    Changed,
    WatchBegan, ///< Portolan began to watch
    WatchEnded, ///< nobody watched from here on
};

/// What the history keeps of a listener, its owner and its verdict at one time. Texts are of
/// bounded length. An immutable value.
///
/// Processes have no pid and no command line: the one means nothing later on, the other may hold
/// passwords. The owner's key tells it from all other owners of the same history.
struct HistoryState
{
    qint64 id = 0;
    ListenerPtr listener; ///< never null
    AssessmentPtr assessment; ///< never null; verdict, marks and registration
    QDateTime firstSeen; ///< UTC; this owner at this port
    QDateTime lastSeen;
};

using HistoryStatePtr = std::shared_ptr<const HistoryState>;

/// Where an event stands in the history; older events order before newer ones.
struct HistoryPlace
{
    qint64 at = 0; ///< milliseconds since 1970, UTC
    qint64 number = 0;

    friend auto operator<=>(const HistoryPlace &, const HistoryPlace &) = default;
};

/// One thing that happened. An immutable value.
struct HistoryEvent
{
    HistoryPlace place;
    HistoryEventKind kind = HistoryEventKind::Opened;
    HistoryStatePtr state; ///< null for WatchBegan and WatchEnded
    HistoryStatePtr before; ///< of a change
    Changes what; ///< of a change
    /// Opened or closed some time while nobody watched: `at` is when that was seen.
    bool unwatched = false;
    /// WatchEnded: without a word, as when the program is killed.
    bool unexpected = false;
    int present = 0; ///< WatchBegan: how many listeners were there

    [[nodiscard]] QDateTime at() const { return QDateTime::fromMSecsSinceEpoch(place.at, Qt::UTC); }
};

/// A stretch of time; `to` is not part of it.
struct HistoryPeriod
{
    QDateTime from;
    QDateTime to;

    friend bool operator==(const HistoryPeriod &, const HistoryPeriod &) = default;
};

/// One page of events, newest first.
struct HistoryPage
{
    QList<HistoryEvent> events;
    /// Where to go on; nullopt when there is nothing older that answers. A page may be short, or even
    /// empty, and yet not be the last: reading stops when it has taken long enough.
    std::optional<HistoryPlace> next;
};

/// Who held a port, and when.
struct HistoryHolding
{
    HistoryPeriod period; ///< within what was asked for
    HistoryStatePtr state;
    bool open = false; ///< it is still held, or was when one last looked
};

struct HistoryHolders
{
    QList<HistoryHolding> holdings; ///< by beginning
    QList<HistoryPeriod> watched; ///< what lies between them, nobody saw
    bool cut = false; ///< there were more than is sensible to show; the newest are here
};

/// How many listeners there were, at most at a time, in each stretch of a span of time.
struct HistoryLevels
{
    struct Step
    {
        qint64 from = 0; ///< milliseconds since 1970, UTC
        std::array<int, 4> byVerdict {};
        std::array<int, 3> byRange {};
        bool watched = false; ///< at least for a part of it
    };

    qint64 stepLength = 0; ///< milliseconds
    QList<Step> steps;
    QList<HistoryPeriod> watched;
};

/// All listeners as they were at one moment, as far as the history knows.
struct HistoryMoment
{
    /// Null when the history has nothing as old as that.
    SnapshotPtr snapshot;
    QList<AssessmentPtr> assessments; ///< parallel to snapshot->listeners
    /// False when nobody watched at that moment: the picture is then the last one before, and
    /// snapshot->takenAt says of when.
    bool watched = false;
};

/// How far the history reaches.
struct HistoryExtent
{
    QDateTime first; ///< invalid when there is nothing
    QDateTime last;
    qint64 events = 0;
    qint64 bytes = 0; ///< on the disk
};

} // namespace portolan
