// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "snapshot/snapshot.h"

#include <QFlags>

namespace portolan {

enum class Change : quint8 {
    Owner = 1, ///< another owner holds the same port
    Attribution = 2, ///< the same sockets; their owner became better or worse known
    Endpoints = 4,
    Processes = 8, ///< workers came or went, or a process changed its name or program
};
Q_DECLARE_FLAGS(Changes, Change)

struct ListenerChange
{
    /// before->key may differ from after->key; they are the same row all the same.
    ListenerPtr before;
    ListenerPtr after;
    Changes what;
};

/// What differs between two snapshots.
struct Delta
{
    QList<ListenerPtr> opened;
    QList<ListenerPtr> closed;
    QList<ListenerChange> changed;

    [[nodiscard]] bool isEmpty() const { return opened.isEmpty() && closed.isEmpty() && changed.isEmpty(); }
};

/// Compares two snapshots; linear in their sizes. Identity is kept in this order: the same key;
/// then a shared socket (the owner became known, or passed the socket on); then the only other
/// listener of the same transport, port and namespace (the owner changed).
/// A partial `after` closes nothing.
[[nodiscard]] Delta diff(const Snapshot &before, const Snapshot &after);

} // namespace portolan

Q_DECLARE_OPERATORS_FOR_FLAGS(portolan::Changes)
