// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace portolan {

/// Which period the history shows: the last of that length, or as far as it reaches.
enum class HistoryPeriodChoice : quint8 { Hour, Day, Week, Month, Quarter, All };

/// What the view of the history keeps between starts.
struct HistoryViewState
{
    HistoryPeriodChoice period = HistoryPeriodChoice::Week;
    bool byRange = false; ///< the timeline is stacked by ranges of ports, not by verdicts
    QString filter;

    friend bool operator==(const HistoryViewState &, const HistoryViewState &) = default;
};

} // namespace portolan
