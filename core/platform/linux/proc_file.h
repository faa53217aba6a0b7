// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

#include <functional>
#include <optional>

namespace portolan::platform {

/// Reads a file below the folder `directory` (an open descriptor or AT_FDCWD) whole, up to
/// `maximum` bytes. A null array on error, errno says why; the content of an empty file is not null.
[[nodiscard]] QByteArray readFileAt(int directory, const char *path, qsizetype maximum = 64 * 1024 * 1024);

/// Target of a symbolic link; null on error, errno says why.
[[nodiscard]] QByteArray readLinkAt(int directory, const char *path);

/// Calls `entry(name, inode, type)` for every name of an open folder but "." and ".."; `type` is
/// DT_... of readdir(3). False when the folder could not be read to its end.
bool listFolder(int descriptor, const std::function<void(const char *name, quint64 inode, unsigned char type)> &entry);

/// The number that the whole name spells, or -1.
[[nodiscard]] qint32 numericName(const char *name);

/// The processes of an open /proc, in its order; nullopt when it could not be read to its end.
[[nodiscard]] std::optional<QList<qint32>> listPids(int procFolder);

} // namespace portolan::platform
