// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/endpoint.h"
#include "net/socket_table.h"
#include "net/transport.h"
#include "snapshot/listener_key.h"
#include "snapshot/owner.h"

#include <QList>

#include <memory>

namespace portolan {

/// One (transport, port, owner) that accepts traffic: TCP in LISTEN, UDP bound and unconnected.
/// An immutable value; unchanged listeners are the same object in successive snapshots.
struct Listener
{
    ListenerKey key;
    /// Sorted, without duplicates, never empty. IPv4 and IPv6 stand together.
    QList<Endpoint> endpoints;
    /// Inode numbers of its sockets, sorted; empty in a snapshot read from a file.
    QList<quint64> sockets;
    /// Where its sockets were read; none in a snapshot read from a file.
    SocketTables tables;
    /// Never null.
    OwnerPtr owner;

    [[nodiscard]] quint16 port() const { return key.port; }
    [[nodiscard]] Transport transport() const { return key.transport; }
    /// The widest of its endpoints.
    [[nodiscard]] Exposure exposure() const;

    friend bool operator==(const Listener &a, const Listener &b)
    {
        return a.key == b.key && a.endpoints == b.endpoints && a.sockets == b.sockets && a.tables == b.tables
            && (a.owner == b.owner || *a.owner == *b.owner);
    }
};

using ListenerPtr = std::shared_ptr<const Listener>;

} // namespace portolan
