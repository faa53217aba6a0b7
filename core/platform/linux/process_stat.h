// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <optional>

namespace portolan::platform {

/// The fields of /proc/<pid>/stat that are used, proc(5).
struct ProcessStat
{
    qint32 pid = 0;
    QByteArray comm; ///< may contain anything, also spaces, parentheses and newlines
    char state = '?';
    qint32 parent = 0;
    quint64 startTicks = 0;
    /// Bottom of the stack: moves when the process executes another program; 0 where it may not
    /// be known.
    quint64 stackStart = 0;

    friend bool operator==(const ProcessStat &, const ProcessStat &) = default;
};

/// Takes any bytes; nullopt when they are not a whole line of that kind.
[[nodiscard]] std::optional<ProcessStat> parseProcessStat(QByteArrayView bytes);

/// Reads and parses `path` below `directory`; nullopt when the process is gone.
[[nodiscard]] std::optional<ProcessStat> readProcessStat(int directory, const char *path);

} // namespace portolan::platform
