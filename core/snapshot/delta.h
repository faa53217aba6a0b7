// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "snapshot/snapshot.h"

#include <QFlags>

namespace portolan {

enum class Change : quint8 {
    Owner = 1, ///< another owner holds the same port
    Attribution = 2, ///< the same sockets; their owner became better or worse known
    Endpoints = 4,
    Program = 8, ///< the leader runs another program, or under another name or user, than before
    Processes = 16, ///< workers came or went
    Sockets = 32, ///< the same owner reopened its sockets
    Facts = 64, ///< more or less is known of the same owner: its package, unit or container
};
Q_DECLARE_FLAGS(Changes, Change)

/// The changes that people want to see as such; the others only bring a row up to date.
inline constexpr Changes noteworthyChanges { static_cast<int>(Change::Owner) | static_cast<int>(Change::Endpoints)
                                             | static_cast<int>(Change::Program) };

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
/// A partial `after` closes nothing that it may miss, see mayMiss().
[[nodiscard]] Delta diff(const Snapshot &before, const Snapshot &after);

} // namespace portolan

Q_DECLARE_OPERATORS_FOR_FLAGS(portolan::Changes)
