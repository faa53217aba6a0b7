// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/ip_address.h"
#include "net/transport.h"

#include <QFlags>

namespace portolan {

/// The tables in which the kernel keeps its sockets, one for each transport and family. A socket of
/// an IPv4-mapped address is in IPv6's table (ipv6(7)).
enum class SocketTable : quint8 { Tcp4 = 0x01, Tcp6 = 0x02, Udp4 = 0x04, Udp6 = 0x08 };
Q_DECLARE_FLAGS(SocketTables, SocketTable)

inline constexpr SocketTables allSocketTables { 0x0f };

[[nodiscard]] constexpr SocketTable socketTable(Transport transport, IpAddress::Family family)
{
    if (transport == Transport::Tcp)
        return family == IpAddress::Family::IPv4 ? SocketTable::Tcp4 : SocketTable::Tcp6;
    return family == IpAddress::Family::IPv4 ? SocketTable::Udp4 : SocketTable::Udp6;
}

} // namespace portolan

Q_DECLARE_OPERATORS_FOR_FLAGS(portolan::SocketTables)
