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

} // namespace portolan::platform
