// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHashFunctions>

#include <compare>

namespace portolan {

/// Identity of a process. A pid is reused; (pid, start time) is not.
struct ProcessKey
{
    qint32 pid = 0;
    /// Clock ticks after boot at which the process started: field 22 of /proc/<pid>/stat, proc(5).
    quint64 startTicks = 0;

    friend auto operator<=>(const ProcessKey &, const ProcessKey &) = default;
    friend size_t qHash(const ProcessKey &key, size_t seed = 0) noexcept
    {
        return qHashMulti(seed, key.pid, key.startTicks);
    }
};

} // namespace portolan
