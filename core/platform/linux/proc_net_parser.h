// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/linux/inet_socket.h"

#include <QByteArrayView>

namespace portolan::platform {

struct ProcNetTable
{
    QList<InetSocket> sockets;
    int malformedLines = 0; ///< skipped; a cut last line counts

    friend bool operator==(const ProcNetTable &, const ProcNetTable &) = default;
};

/// Parses /proc/net/{tcp,tcp6,udp,udp6}, proc_net_tcp in the kernel's documentation. Takes any
/// bytes; the family follows from the length of the addresses. The tables tell neither the
/// control group, nor the interface, nor IPV6_V6ONLY.
[[nodiscard]] ProcNetTable parseProcNet(QByteArrayView bytes, Transport transport);

/// How many sockets of a network namespace are bound, connected or not; -1: not told. The kernel adds
/// them up over its processors, so that a sum taken in the middle of a change may be off.
struct SocketCounts
{
    int tcp4 = -1;
    int tcp6 = -1;
    int udp4 = -1;
    int udp6 = -1;

    friend bool operator==(const SocketCounts &, const SocketCounts &) = default;
};

/// Parses /proc/net/sockstat and sockstat6, proc(5): lines as "TCP: inuse 3 orphan 0". Takes any bytes.
[[nodiscard]] SocketCounts parseSocketCounts(QByteArrayView sockstat, QByteArrayView sockstat6);

} // namespace portolan::platform
