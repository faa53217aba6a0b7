// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/linux/sock_diag_client.h"

#include "platform/linux/sock_diag_parser.h"

#include <libmnl/libmnl.h>
#include <linux/inet_diag.h>
#include <linux/netlink.h>
#include <linux/sock_diag.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>

#include <array>
#include <cerrno>

namespace portolan::platform {

namespace {

/// The kernel fills datagrams of up to 32 KiB in a dump when the reader offers the room.
constexpr qsizetype bufferSize = 64 * 1024;
constexpr int receiveQueue = 4 * 1024 * 1024;
/// A kernel that answers at all answers at once; this only keeps a broken one from hanging us.
constexpr int answerTimeout = 5000;

bool isTransient(int error)
{
    return error == ENOBUFS || error == EAGAIN || error == EINTR || error == EBUSY || error == EMSGSIZE;
}

} // namespace

void SockDiagClient::Close::operator()(mnl_socket *socket) const
{
    mnl_socket_close(socket);
}

SockDiagClient::SockDiagClient()
    : m_buffer(bufferSize, Qt::Uninitialized)
{
}

SockDiagClient::~SockDiagClient() = default;

int SockDiagClient::open()
{
    if (m_socket)
        return 0;
    std::unique_ptr<mnl_socket, Close> socket(mnl_socket_open2(NETLINK_SOCK_DIAG, SOCK_CLOEXEC));
    if (!socket)
        return errno;
    if (mnl_socket_bind(socket.get(), 0, MNL_SOCKET_AUTOPID) < 0)
        return errno;
    // Refused beyond net.core.rmem_max; the default then has to do.
    const int size = receiveQueue;
    ::setsockopt(mnl_socket_get_fd(socket.get()), SOL_SOCKET, SO_RCVBUF, &size, sizeof size);
    m_socket = std::move(socket);
    return 0;
}

SockDiagDump SockDiagClient::dump(quint8 family, Transport transport, quint32 states)
{
    SockDiagDump result;
    for (int attempt = 0; attempt < attempts; ++attempt) {
        result = dumpOnce(family, transport, states);
        if (result.error != 0) {
            // A half-read answer must not be taken for the next one's.
            m_socket.reset();
            if (!isTransient(result.error))
                return result;
        } else if (!result.interrupted) {
            return result;
        }
    }
    if (result.error != 0) {
        result.error = 0;
        result.interrupted = true;
    }
    return result;
}

SockDiagDump SockDiagClient::dumpOnce(quint8 family, Transport transport, quint32 states)
{
    SockDiagDump result;
    result.error = open();
    if (result.error != 0)
        return result;

    const quint32 sequence = ++m_sequence;
    std::array<char, 256> request {};
    nlmsghdr *header = mnl_nlmsg_put_header(request.data());
    header->nlmsg_type = SOCK_DIAG_BY_FAMILY;
    header->nlmsg_flags = NLM_F_REQUEST | NLM_F_DUMP;
    header->nlmsg_seq = sequence;
    auto *body = static_cast<inet_diag_req_v2 *>(mnl_nlmsg_put_extra_header(header, sizeof(inet_diag_req_v2)));
    body->sdiag_family = family;
    body->sdiag_protocol = transport == Transport::Tcp ? IPPROTO_TCP : IPPROTO_UDP;
    body->idiag_states = states;
    // INET_DIAG_SKV6ONLY and INET_DIAG_CGROUP_ID have no bit in idiag_ext: they always come.

    if (mnl_socket_sendto(m_socket.get(), header, header->nlmsg_len) < 0) {
        result.error = errno;
        return result;
    }
    const int descriptor = mnl_socket_get_fd(m_socket.get());
    for (;;) {
        pollfd waiting { descriptor, POLLIN, 0 };
        const int ready = ::poll(&waiting, 1, answerTimeout);
        if (ready < 0 && errno == EINTR)
            continue;
        if (ready <= 0) {
            result.error = ready == 0 ? ETIMEDOUT : errno;
            return result;
        }
        // MSG_TRUNC makes recv() return the datagram's true length; mnl_socket_recvfrom()
        // reports ENOSPC for a cut one, without it.
        const ssize_t length = ::recv(descriptor, m_buffer.data(), size_t(m_buffer.size()), MSG_TRUNC);
        if (length < 0) {
            if (errno == EINTR)
                continue;
            result.error = errno;
            return result;
        }
        if (length > m_buffer.size()) {
            m_buffer.resize(length);
            result.error = EMSGSIZE;
            return result;
        }
        const SockDiagAnswer answer = parseSockDiag(QByteArrayView(m_buffer.constData(), length), transport, sequence);
        result.sockets += answer.sockets;
        result.interrupted |= answer.interrupted || answer.malformed;
        if (answer.error != 0) {
            result.error = answer.error;
            return result;
        }
        if (answer.done)
            return result;
        if (answer.malformed) {
            result.error = EMSGSIZE;
            return result;
        }
    }
}

} // namespace portolan::platform
