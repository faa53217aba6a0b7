// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/ip_address.h"
#include "net/socket_table.h"
#include "net/transport.h"
#include "snapshot/snapshot.h"

#include <QList>
#include <QString>

namespace portolan {

/// One listening socket as the kernel tells it.
struct SocketEntry
{
    Transport transport = Transport::Tcp;
    SocketTable table = SocketTable::Tcp4;
    IpAddress address; ///< v4-mapped addresses are folded to IPv4
    bool dualStack = false;
    quint16 port = 0;
    QString scope; ///< interface name; empty when not bound to one
    QString networkNamespace; ///< as in ListenerKey; empty: the host's own
    QString namespaceName; ///< as in Endpoint; empty: the host's own
    quint32 uid = 0;
    quint64 inode = 0; ///< unique among living sockets; reused later
    quint64 cgroupId = 0; ///< 0: the kernel did not tell

    friend bool operator==(const SocketEntry &, const SocketEntry &) = default;
};

struct SocketSample
{
    QList<SocketEntry> sockets;
    Backend backend = Backend::LinuxSockDiag;
    UnreadTables unread;
    QList<Remark> remarks;
};

/// Reads the sockets that accept traffic. Used by one thread at a time; may block.
class SocketSource
{
public:
    virtual ~SocketSource() = default;
    [[nodiscard]] virtual SocketSample sample() = 0;
};

} // namespace portolan
