// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "snapshot/owner.h"

#include <QByteArrayView>
#include <QString>
#include <QtGlobal>

#include <optional>
#include <tuple>

namespace portolan {

/// The kernel gives the root of its unified tree this id on every system; what a cgroup namespace
/// takes for its root has another one. Processes are in it that no group was made for.
inline constexpr quint64 rootControlGroup = 1;

/// What the path of a control group says. Pure functions; systemd's naming is documented in
/// systemd.unit(5) and https://systemd.io/CGROUP_DELEGATION, the container engines' is read from
/// the paths they make.

/// Whether the socket's control group says anything about who holds it: it is known, and not the
/// root of the tree.
[[nodiscard]] inline bool isInControlGroup(const Owner &owner)
{
    return owner.cgroupId > rootControlGroup && !owner.cgroup.isEmpty();
}

/// The control group that the owner's unit was read from: its process's where that was seen, as the
/// socket may have been made elsewhere, or the kernel may not tell where.
[[nodiscard]] const QString &unitControlGroup(const Owner &owner);

/// Whether the process is a service manager, the system's or a person's: it keeps itself in a scope of
/// its own, systemd.special(7). It holds sockets for the units that it starts.
[[nodiscard]] bool isServiceManager(const ProcessInfo &process);

/// Orders those who hold the same socket: the oldest leads, except that a service manager comes last, as
/// it only keeps the socket for the others.
[[nodiscard]] inline auto holderRank(const ProcessInfo &process)
{
    return std::tuple(isServiceManager(process), process.key.startTicks, process.key.pid);
}

/// The innermost unit of a path such as "/user.slice/user-1000.slice/user@1000.service/app.slice/
/// app-x.service": its last component that is a service, scope, socket, mount or swap unit, with systemd's
/// escapes left as they are. Empty when there is none.
[[nodiscard]] QString unitOfControlGroup(const QString &path);

/// The container that the path belongs to; its name is known only where the path tells it.
[[nodiscard]] std::optional<Container> containerOfControlGroup(const QString &path);

/// The path in a /proc/<pid>/cgroup file, cgroups(7): of the unified tree ("0::"), or, where all
/// processes sit in that one's root, of systemd's own tree ("name=systemd"). Null when neither is
/// there.
[[nodiscard]] QByteArrayView controlGroupPath(QByteArrayView file);

} // namespace portolan
