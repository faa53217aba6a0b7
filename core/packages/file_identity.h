// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHashFunctions>
#include <QtGlobal>

#include <optional>

namespace portolan {

/// Which file, in which state: whoever replaces or changes a file changes this too. Times are
/// nanoseconds since the epoch.
struct FileIdentity
{
    quint64 device = 0;
    quint64 inode = 0;
    quint64 size = 0;
    qint64 modified = 0;
    qint64 changed = 0;

    /// Whether it is the same file, in whatever state.
    [[nodiscard]] bool isSameFile(const FileIdentity &other) const
    {
        return device == other.device && inode == other.inode;
    }

    friend bool operator==(const FileIdentity &, const FileIdentity &) = default;
    friend size_t qHash(const FileIdentity &identity, size_t seed = 0) noexcept
    {
        return qHashMulti(seed, identity.device, identity.inode, identity.size, identity.modified, identity.changed);
    }
};

struct FileStatus
{
    FileIdentity identity;
    bool isRegular = false;
    quint32 uid = 0;
    quint32 mode = 0; ///< permission bits, the sticky bit included

    /// Whether everybody may write it: of a folder, put another file in a file's place.
    [[nodiscard]] bool isWritableByAll() const;
    /// Of a folder: whether everybody may get to what is in it.
    [[nodiscard]] bool isPassableByAll() const;
};

/// What the system knows of a file, without asking a server for it: a file system that does not answer
/// does not hold us up. `path` counts from the open folder `folder` (or AT_FDCWD); an empty one means
/// the descriptor itself. Links are followed. nullopt when there is none or it may not be seen.
[[nodiscard]] std::optional<FileStatus> fileStatus(int folder, const char *path);

} // namespace portolan
