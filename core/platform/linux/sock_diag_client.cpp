// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/linux/sock_diag_client.h"

#include "platform/linux/sock_diag_parser.h"

#include <linux/inet_diag.h>
#include <linux/netlink.h>
#include <linux/sock_diag.h>
#include <netinet/in.h>

#include <QtEndian>

namespace portolan::platform {

SockDiagClient::SockDiagClient()
    : m_dump(NETLINK_SOCK_DIAG)
{
}

SockDiagDump SockDiagClient::dump(quint8 family, Transport transport, quint32 states, quint16 localPort, bool traffic)
{
    inet_diag_req_v2 request {};
    request.sdiag_family = family;
    request.sdiag_protocol = transport == Transport::Tcp ? IPPROTO_TCP : IPPROTO_UDP;
    request.idiag_states = states;
    // A dump compares the ports of the request's identity where they are not 0, for TCP and UDP alike.
    request.id.idiag_sport = qToBigEndian(localPort);
    if (traffic && transport == Transport::Tcp)
        request.idiag_ext |= 1 << (INET_DIAG_INFO - 1);
    // INET_DIAG_SKV6ONLY and INET_DIAG_CGROUP_ID have no bit in idiag_ext: they always come.

    SockDiagDump result;
    const NetlinkDump::Outcome outcome = m_dump.run(
        SOCK_DIAG_BY_FAMILY, QByteArrayView(reinterpret_cast<const char *>(&request), sizeof request),
        [&] { result.sockets.clear(); },
        [&](QByteArrayView datagram, quint32 sequence) {
            SockDiagAnswer answer = parseSockDiag(datagram, transport, sequence);
            result.sockets += answer.sockets;
            return static_cast<netlink::Answer>(answer);
        });
    result.interrupted = outcome.interrupted;
    result.error = outcome.error;
    return result;
}

} // namespace portolan::platform
