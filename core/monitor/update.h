// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "assess/assessment.h"
#include "monitor/connection_source.h"
#include "snapshot/delta.h"
#include "snapshot/snapshot.h"

#include <QList>
#include <QMetaType>

#include <chrono>
#include <optional>

namespace portolan {

/// One tick as the views take it.
struct Update
{
    SnapshotPtr snapshot;
    /// Parallel to snapshot->listeners; unchanged assessments are the same objects as before.
    QList<AssessmentPtr> assessments;
    /// Against the update taken before; everything is `opened` in the first.
    Delta delta;
    bool first = false;
    /// Every assessment was made anew, of listeners that did not change too.
    bool reassessed = false;

    /// Null when there is no such listener. Binary search.
    [[nodiscard]] AssessmentPtr assessmentOf(const ListenerKey &key) const;
};

/// What the process panel shows beyond the snapshot, sampled at the same tick.
struct FocusDetails
{
    ListenerPtr listener;
    ConnectionSample connections;
    QDateTime takenAt;
    /// Set when sampling them takes so long that it is not done at every tick: how long it is left
    /// alone at least.
    std::optional<std::chrono::milliseconds> slowedTo = {};
};

} // namespace portolan

Q_DECLARE_METATYPE(portolan::FocusDetails)
