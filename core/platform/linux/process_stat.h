// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

#include <optional>

namespace portolan::platform {

/// The fields of /proc/<pid>/stat that are used, proc(5).
struct ProcessStat
{
    qint32 pid = 0;
    QByteArray comm; ///< may contain anything, also spaces, parentheses and newlines
    char state = '?';
    qint32 parent = 0;
    /// Device number of the controlling terminal; 0 when there is none.
    quint32 terminal = 0;
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

/// A terminal's name below /dev, such as "pts/3", "tty1" or "ttyS0", by its device number as field 7 of
/// /proc/<pid>/stat has it and the kernel's list of devices names it; "204:64" when it is of another
/// kind, empty for 0.
[[nodiscard]] QString terminalName(quint32 device);

} // namespace portolan::platform
