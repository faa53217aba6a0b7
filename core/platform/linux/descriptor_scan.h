// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <functional>
#include <optional>
#include <string_view>

namespace portolan::platform {

enum class DescriptorScan : quint8 {
    Read,
    Empty, ///< it has none: a thread of the kernel, or a process that is ending
    Refused,
    Gone,
};

/// Calls `found` for every descriptor of a process that is a socket. `processFolder` is an open
/// /proc/<pid>. `thread` is 0 unless the process's first thread ended and the others still hold
/// its descriptors; they are then below /proc/<pid>/task/<thread>/fd.
DescriptorScan scanDescriptors(int processFolder,
                               const std::function<void(quint64 inode, qint32 thread, qint32 descriptor)> &found);

/// The inode in "socket:[4711]"; nullopt for every other text.
[[nodiscard]] std::optional<quint64> socketInode(std::string_view link);

/// Whether that descriptor of a process still is that socket. `procFolder` is an open /proc.
[[nodiscard]] bool holdsSocket(int procFolder, qint32 pid, qint32 thread, qint32 descriptor, quint64 inode);
/// The same, cheaper, through an open /proc/<pid>.
[[nodiscard]] bool holdsSocket(int processFolder, qint32 thread, qint32 descriptor, quint64 inode);

} // namespace portolan::platform
