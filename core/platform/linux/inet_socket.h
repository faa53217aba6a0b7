// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitor/connection_source.h"
#include "net/ip_address.h"
#include "net/transport.h"

#include <QList>

#include <optional>

namespace portolan::platform {

/// One IPv4 or IPv6 socket in any state, as the kernel tells it.
struct InetSocket
{
    Transport transport = Transport::Tcp;
    /// TCP_ESTABLISHED ... TCP_CLOSING of netinet/tcp.h; an unconnected UDP socket is in TCP_CLOSE.
    quint8 state = 0;
    IpAddress localAddress; ///< as the kernel tells it, v4-mapped addresses not folded
    quint16 localPort = 0;
    IpAddress remoteAddress;
    quint16 remotePort = 0;
    quint32 interfaceIndex = 0; ///< 0: not bound to an interface, or not told
    quint32 uid = 0;
    quint64 inode = 0;
    quint64 cgroupId = 0; ///< 0: not told
    quint64 cookie = 0; ///< the same for as long as the socket lives, and no other's; 0: not told
    std::optional<Traffic> traffic {}; ///< since it was connected; nullopt: not told
    bool v6Only = false;
    bool v6OnlyKnown = false; ///< /proc/net does not tell

    friend bool operator==(const InetSocket &, const InetSocket &) = default;
};

} // namespace portolan::platform
