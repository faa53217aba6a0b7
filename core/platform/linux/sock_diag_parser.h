// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/linux/inet_socket.h"
#include "platform/linux/netlink_bytes.h"

#include <QByteArrayView>

namespace portolan::platform {

/// What one datagram of an answer to a NETLINK_SOCK_DIAG dump says.
struct SockDiagAnswer : netlink::Answer
{
    QList<InetSocket> sockets;

    friend bool operator==(const SockDiagAnswer &, const SockDiagAnswer &) = default;
};

/// Parses one datagram: netlink(7), sock_diag(7), linux/inet_diag.h. Takes any bytes, reads
/// nothing outside of them. Messages with another sequence number than `sequence` are skipped
/// (they answer an earlier request). The answer does not name the transport; the asker does.
[[nodiscard]] SockDiagAnswer parseSockDiag(QByteArrayView bytes, Transport transport, quint32 sequence);

} // namespace portolan::platform
