// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/linux/sock_diag_parser.h"

#include "platform/linux/tcp_traffic.h"

#include <linux/inet_diag.h>
#include <linux/netlink.h>
#include <linux/sock_diag.h>
#include <sys/socket.h>

#include <QtEndian>

#include <cstring>
#include <optional>

namespace portolan::platform {

namespace {

IpAddress addressOf(quint8 family, const __be32 (&words)[4])
{
    std::array<quint8, 16> bytes;
    std::memcpy(bytes.data(), words, bytes.size());
    if (family == AF_INET)
        return IpAddress::fromIPv4(std::span<const quint8, 4>(bytes.data(), 4));
    return IpAddress::fromIPv6(bytes);
}

/// False when the attributes do not fit.
bool readAttributes(QByteArrayView bytes, InetSocket &socket)
{
    return netlink::forEachAttribute(bytes, [&](int type, QByteArrayView payload) {
        if (type == INET_DIAG_SKV6ONLY) {
            if (const auto value = netlink::readAt<quint8>(payload, 0)) {
                socket.v6Only = *value != 0;
                socket.v6OnlyKnown = true;
            }
        } else if (type == INET_DIAG_CGROUP_ID) {
            if (const auto value = netlink::readAt<quint64>(payload, 0))
                socket.cgroupId = *value;
        } else if (type == INET_DIAG_INFO && socket.transport == Transport::Tcp) {
            socket.traffic = parseTcpTraffic(payload);
        }
    });
}

/// nullopt when the payload is too short or of another family.
std::optional<InetSocket> readSocket(QByteArrayView payload, Transport transport, bool &malformed)
{
    const auto message = netlink::readAt<inet_diag_msg>(payload, 0);
    if (!message) {
        malformed = true;
        return std::nullopt;
    }
    if (message->idiag_family != AF_INET && message->idiag_family != AF_INET6)
        return std::nullopt;
    InetSocket socket;
    socket.transport = transport;
    socket.state = message->idiag_state;
    socket.localAddress = addressOf(message->idiag_family, message->id.idiag_src);
    socket.localPort = qFromBigEndian(message->id.idiag_sport);
    socket.remoteAddress = addressOf(message->idiag_family, message->id.idiag_dst);
    socket.remotePort = qFromBigEndian(message->id.idiag_dport);
    socket.interfaceIndex = message->id.idiag_if;
    socket.uid = message->idiag_uid;
    socket.inode = message->idiag_inode;
    socket.cookie = quint64(message->id.idiag_cookie[1]) << 32 | message->id.idiag_cookie[0];
    if (!readAttributes(netlink::behind(payload, sizeof(inet_diag_msg)), socket))
        malformed = true;
    return socket;
}

} // namespace

SockDiagAnswer parseSockDiag(QByteArrayView bytes, Transport transport, quint32 sequence)
{
    SockDiagAnswer answer;
    static_cast<netlink::Answer &>(answer) = netlink::forEachMessage(bytes, sequence, [&](int type, QByteArrayView payload) {
        bool malformed = false;
        if (type == SOCK_DIAG_BY_FAMILY) {
            if (const auto socket = readSocket(payload, transport, malformed))
                answer.sockets.append(*socket);
        }
        return !malformed;
    });
    return answer;
}

} // namespace portolan::platform
