// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/linux/inet_socket.h"

#include <QByteArrayView>

namespace portolan::platform {

/// What one datagram of an answer to a NETLINK_SOCK_DIAG dump says.
struct SockDiagAnswer
{
    QList<InetSocket> sockets;
    bool done = false; ///< NLMSG_DONE or NLMSG_ERROR was seen; nothing follows
    /// NLM_F_DUMP_INTR: the tables changed during the dump, sockets may be missing.
    bool interrupted = false;
    bool malformed = false; ///< a length did not fit; what stands before it is valid
    int error = 0; ///< errno of NLMSG_ERROR, or of NLMSG_DONE with a negative code

    friend bool operator==(const SockDiagAnswer &, const SockDiagAnswer &) = default;
};

/// Parses one datagram: netlink(7), sock_diag(7), linux/inet_diag.h. Takes any bytes, reads
/// nothing outside of them. Messages with another sequence number than `sequence` are skipped
/// (they answer an earlier request). The answer does not name the transport; the asker does.
[[nodiscard]] SockDiagAnswer parseSockDiag(QByteArrayView bytes, Transport transport, quint32 sequence);

} // namespace portolan::platform
