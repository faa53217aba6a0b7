// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/linux/inet_socket.h"
#include "platform/linux/netlink_dump.h"

namespace portolan::platform {

/// The answer to one dump.
struct SockDiagDump
{
    QList<InetSocket> sockets;
    /// The tables changed during every attempt: sockets may be missing.
    bool interrupted = false;
    int error = 0; ///< errno; 0 when the kernel answered
};

/// Asks NETLINK_SOCK_DIAG (sock_diag(7)) over one socket that stays open. Needs no privilege.
/// Used by one thread at a time; a dump waits for the kernel only.
class SockDiagClient
{
public:
    SockDiagClient();

    /// All sockets of `family` (AF_INET, AF_INET6) whose state is in `states` (bits 1 << TCP_...).
    /// With a `localPort` the kernel passes over all others itself; 0 asks for every port.
    /// An interrupted dump is repeated; the last attempt is given as it is.
    /// With `traffic` it is told of TCP sockets too, which makes the answer four times as long.
    [[nodiscard]] SockDiagDump dump(quint8 family, Transport transport, quint32 states, quint16 localPort = 0, bool traffic = false);

    /// The next dump opens another socket, in the network namespace that its thread is in by then.
    void close() { m_dump.close(); }

private:
    NetlinkDump m_dump;
};

} // namespace portolan::platform
