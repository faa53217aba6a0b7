// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QList>

#include <optional>

namespace portolan::platform {

/// The unified control group tree, cgroups(7). A group's id is the inode number of its folder.
class ControlGroupTree
{
public:
    /// Folders walked at most; a group beyond them stays unknown.
    static constexpr int maximumFolders = 20000;

    /// Finds where the tree is mounted in <procRoot>/self/mountinfo.
    explicit ControlGroupTree(const QByteArray &procRoot);

    [[nodiscard]] bool isMounted() const { return !m_mountPoint.isEmpty(); }

    /// Path from the tree's root, starting with "/"; nullopt when there is no such group. Walks the
    /// tree when the id is new to it, and then not again for a while.
    [[nodiscard]] std::optional<QByteArray> path(quint64 id);
    /// Processes of one group, not of those below it. Empty when they may not be read.
    [[nodiscard]] QList<qint32> processes(const QByteArray &path) const;

    /// To be called once a tick: limits how often unknown ids cause a walk.
    void nextTick() { ++m_tick; }

private:
    void walk();
    [[nodiscard]] bool stillHas(const QByteArray &path, quint64 id) const;

    QByteArray m_mountPoint;
    QHash<quint64, QByteArray> m_paths;
    QHash<quint64, quint64> m_unknownSince;
    quint64 m_tick = 0;
    quint64 m_walkedAt = ~quint64(0);
};

/// Where a cgroup2 file system is mounted, from a mountinfo file (proc(5)), the whole tree before a
/// part of it; empty when nowhere.
[[nodiscard]] QByteArray unifiedMountPoint(QByteArrayView mountinfo);

} // namespace portolan::platform
