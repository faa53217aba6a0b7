// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitor/socket_source.h"
#include "snapshot/snapshot.h"

#include <QList>

namespace portolan {

/// Turns sockets and their owners into listeners, one per (transport, port, owner).
///
/// Sockets of one port belong to one owner when they share a process, when one's leader descends
/// from the other's and runs the same program (workers with sockets of their own, SO_REUSEPORT in
/// socket(7)), or, without processes, when control group and user are the same.
/// `owners` is parallel to `sockets`. Listeners equal to one in `previous` are that same object.
/// Returns them sorted by key.
[[nodiscard]] QList<ListenerPtr> groupListeners(const QList<SocketEntry> &sockets, const QList<OwnerPtr> &owners,
                                                const QList<ListenerPtr> &previous);

/// Adds those of `previous` that the partial snapshot does not show but may miss: that is no proof
/// that they closed. Returns them sorted by key.
[[nodiscard]] QList<ListenerPtr> carryOver(const QList<ListenerPtr> &previous, const Snapshot &partial);

} // namespace portolan
