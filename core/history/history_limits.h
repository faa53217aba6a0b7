// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <algorithm>

namespace portolan {

/// How much of the history is kept: whichever limit is reached first counts.
struct HistoryLimits
{
    static constexpr int defaultDays = 90;
    static constexpr int mostDays = 3650;
    static constexpr int defaultMegabytes = 200;
    static constexpr int leastMegabytes = 10;
    static constexpr int mostMegabytes = 10'000;

    int days = defaultDays;
    int megabytes = defaultMegabytes;

    /// Within what makes sense.
    [[nodiscard]] HistoryLimits bounded() const
    {
        return { std::clamp(days, 1, mostDays), std::clamp(megabytes, leastMegabytes, mostMegabytes) };
    }

    friend bool operator==(const HistoryLimits &, const HistoryLimits &) = default;
};

} // namespace portolan
