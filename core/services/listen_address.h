// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitor/socket_source.h"
#include "net/ip_address.h"
#include "net/transport.h"

#include <QString>
#include <QStringView>

#include <optional>

namespace portolan {

/// An internet address that a .socket unit listens at.
struct ListenAddress
{
    Transport transport = Transport::Tcp;
    IpAddress address; ///< v4-mapped addresses are folded to IPv4, as in SocketEntry
    quint16 port = 0;
    QString scope; ///< an interface's name or number; empty when the unit names none

    /// Whether the socket is bound there. A unit may bind to an interface without naming it in the
    /// address, so a missing scope fits every one; so does a number, which no name can be compared with.
    [[nodiscard]] bool fits(const SocketEntry &socket) const;

    friend bool operator==(const ListenAddress &, const ListenAddress &) = default;
};

/// One element of the property Listen of org.freedesktop.systemd1.Socket: a type ("Stream", "Datagram",
/// "SequentialPacket", "FIFO", ...) and an address such as "0.0.0.0:22", "[::]:22" or "[fe80::1]:22%eth0";
/// the scope inside of the brackets is understood as well. nullopt for what is no TCP or UDP address:
/// paths, abstract names, vsock, netlink. A pure function.
[[nodiscard]] std::optional<ListenAddress> parseListenAddress(QStringView type, QStringView address);

} // namespace portolan
