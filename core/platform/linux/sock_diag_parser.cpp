// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/linux/sock_diag_parser.h"

#include <linux/inet_diag.h>
#include <linux/netlink.h>
#include <linux/rtnetlink.h>
#include <linux/sock_diag.h>
#include <sys/socket.h>

#include <QtEndian>

#include <algorithm>

#include <cerrno>
#include <cstring>
#include <optional>

namespace portolan::platform {

namespace {

/// The bytes may stand at any address, so nothing is read through a cast pointer.
template<typename T>
std::optional<T> readAt(QByteArrayView bytes, qsizetype offset)
{
    if (offset < 0 || bytes.size() - offset < qsizetype(sizeof(T)))
        return std::nullopt;
    T value;
    std::memcpy(&value, bytes.data() + offset, sizeof(T));
    return value;
}

constexpr qsizetype aligned(qsizetype length)
{
    return (length + NLMSG_ALIGNTO - 1) & ~qsizetype(NLMSG_ALIGNTO - 1);
}

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
    while (bytes.size() >= qsizetype(sizeof(nlattr))) {
        const auto header = *readAt<nlattr>(bytes, 0);
        if (header.nla_len < sizeof(nlattr) || header.nla_len > bytes.size())
            return false;
        const QByteArrayView payload = bytes.sliced(sizeof(nlattr), header.nla_len - qsizetype(sizeof(nlattr)));
        switch (header.nla_type & NLA_TYPE_MASK) {
        case INET_DIAG_SKV6ONLY:
            if (const auto value = readAt<quint8>(payload, 0)) {
                socket.v6Only = *value != 0;
                socket.v6OnlyKnown = true;
            }
            break;
        case INET_DIAG_CGROUP_ID:
            if (const auto value = readAt<quint64>(payload, 0))
                socket.cgroupId = *value;
            break;
        default:
            break;
        }
        bytes = bytes.sliced(std::min(aligned(header.nla_len), bytes.size()));
    }
    return true;
}

/// nullopt when the payload is too short or of another family.
std::optional<InetSocket> readSocket(QByteArrayView payload, Transport transport, bool &malformed)
{
    const auto message = readAt<inet_diag_msg>(payload, 0);
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
    const qsizetype fixed = std::min(aligned(sizeof(inet_diag_msg)), payload.size());
    if (!readAttributes(payload.sliced(fixed), socket))
        malformed = true;
    return socket;
}

} // namespace

SockDiagAnswer parseSockDiag(QByteArrayView bytes, Transport transport, quint32 sequence)
{
    SockDiagAnswer answer;
    while (!answer.done && !bytes.isEmpty()) {
        const auto header = readAt<nlmsghdr>(bytes, 0);
        if (!header || header->nlmsg_len < sizeof(nlmsghdr) || qsizetype(header->nlmsg_len) > bytes.size()) {
            answer.malformed = true;
            break;
        }
        const QByteArrayView payload = bytes.sliced(NLMSG_HDRLEN, qsizetype(header->nlmsg_len) - NLMSG_HDRLEN);
        bytes = bytes.sliced(std::min(aligned(qsizetype(header->nlmsg_len)), bytes.size()));
        if (header->nlmsg_seq != sequence)
            continue;
        if (header->nlmsg_flags & NLM_F_DUMP_INTR)
            answer.interrupted = true;
        switch (header->nlmsg_type) {
        case NLMSG_DONE:
        case NLMSG_ERROR: {
            answer.done = true;
            const qint32 code = readAt<qint32>(payload, 0).value_or(0);
            // The most negative number has no positive counterpart.
            answer.error = code < 0 && code > -4096 ? -code : code == 0 ? 0 : EPROTO;
            if (header->nlmsg_type == NLMSG_DONE && code > 0)
                answer.error = 0;
            if (header->nlmsg_type == NLMSG_ERROR && payload.size() < qsizetype(sizeof(qint32)))
                answer.malformed = true;
            break;
        }
        case SOCK_DIAG_BY_FAMILY:
            if (const auto socket = readSocket(payload, transport, answer.malformed))
                answer.sockets.append(*socket);
            break;
        default:
            break;
        }
    }
    return answer;
}

} // namespace portolan::platform
