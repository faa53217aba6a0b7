// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/linux/netlink_dump.h"

#include <libmnl/libmnl.h>
#include <poll.h>
#include <sys/socket.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <utility>

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

void NetlinkDump::Close::operator()(mnl_socket *socket) const
{
    mnl_socket_close(socket);
}

NetlinkDump::NetlinkDump(int bus)
    : m_bus(bus)
    , m_buffer(bufferSize, Qt::Uninitialized)
{
}

NetlinkDump::~NetlinkDump() = default;

int NetlinkDump::open()
{
    if (m_socket)
        return 0;
    std::unique_ptr<mnl_socket, Close> socket(mnl_socket_open2(m_bus, SOCK_CLOEXEC));
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

int NetlinkDump::send(quint16 type, QByteArrayView request)
{
    std::array<char, 256> message {};
    nlmsghdr *header = mnl_nlmsg_put_header(message.data());
    header->nlmsg_type = type;
    header->nlmsg_flags = NLM_F_REQUEST | NLM_F_DUMP;
    header->nlmsg_seq = ++m_sequence;
    std::memcpy(mnl_nlmsg_put_extra_header(header, size_t(request.size())), request.data(), size_t(request.size()));
    return mnl_socket_sendto(m_socket.get(), header, header->nlmsg_len) < 0 ? errno : 0;
}

NetlinkDump::Outcome NetlinkDump::run(quint16 type, QByteArrayView request, const std::function<void()> &begin,
                                      const Take &take)
{
    Outcome outcome;
    for (int attempt = 0; attempt < attempts; ++attempt) {
        begin();
        outcome = runOnce(type, request, take);
        if (outcome.error != 0) {
            // A half-read answer must not be taken for the next one's.
            close();
            if (!isTransient(outcome.error))
                return outcome;
        } else if (!outcome.interrupted) {
            return outcome;
        }
    }
    return { true, 0 };
}

NetlinkDump::Outcome NetlinkDump::runOnce(quint16 type, QByteArrayView request, const Take &take)
{
    if (const int error = open(); error != 0)
        return { false, error };
    if (const int error = send(type, request); error != 0)
        return { false, error };
    Outcome outcome;
    const int descriptor = mnl_socket_get_fd(m_socket.get());
    for (;;) {
        pollfd waiting { descriptor, POLLIN, 0 };
        const int ready = ::poll(&waiting, 1, answerTimeout);
        if (ready < 0 && errno == EINTR)
            continue;
        if (ready <= 0) {
            outcome.error = ready == 0 ? ETIMEDOUT : errno;
            return outcome;
        }
        // MSG_TRUNC makes recv() return the datagram's true length; mnl_socket_recvfrom()
        // reports ENOSPC for a cut one, without it.
        const ssize_t length = ::recv(descriptor, m_buffer.data(), size_t(m_buffer.size()), MSG_TRUNC);
        if (length < 0) {
            if (errno == EINTR)
                continue;
            outcome.error = errno;
            return outcome;
        }
        if (length > m_buffer.size()) {
            m_buffer.resize(length);
            outcome.error = EMSGSIZE;
            return outcome;
        }
        const netlink::Answer answer = take(QByteArrayView(m_buffer.constData(), length), m_sequence);
        outcome.interrupted |= answer.interrupted || answer.malformed;
        outcome.error = answer.error != 0 ? answer.error : answer.malformed && !answer.done ? EMSGSIZE : 0;
        if (outcome.error != 0 || answer.done)
            return outcome;
    }
}

} // namespace portolan::platform
