// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitor/socket_source.h"
#include "platform/linux/inet_socket.h"
#include "platform/linux/sock_diag_client.h"

namespace portolan::platform {

/// Whether it is a TCP socket in LISTEN or a UDP socket that is bound and unconnected.
[[nodiscard]] bool isListener(const InetSocket &socket);
/// Interface and network namespace are left empty.
[[nodiscard]] SocketEntry listenerEntry(const InetSocket &socket);

struct ListenerDump
{
    QList<SocketEntry> sockets; ///< of the host's own namespace, to whoever has not moved
    SocketTables interrupted; ///< sockets of these may be missing
    int error = 0; ///< errno; 0 when the kernel answered
};

/// The listeners of all tables of the network namespace that the calling thread is in; `client` has
/// to be opened in the same.
[[nodiscard]] ListenerDump dumpListeners(SockDiagClient &client);

} // namespace portolan::platform
