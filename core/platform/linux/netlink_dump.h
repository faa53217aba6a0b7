// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/linux/netlink_bytes.h"

#include <QByteArray>
#include <QByteArrayView>

#include <functional>
#include <memory>

struct mnl_socket;

namespace portolan::platform {

/// A netlink socket that asks for dumps. Needs no privilege. Used by one thread at a time; waits for
/// the kernel only.
class NetlinkDump
{
public:
    /// `bus` is NETLINK_SOCK_DIAG, NETLINK_ROUTE, ...
    explicit NetlinkDump(int bus);
    ~NetlinkDump();

    static constexpr int attempts = 4;

    struct Outcome
    {
        /// What was asked for changed during every attempt, or the answer was cut: something may be missing.
        bool interrupted = false;
        int error = 0; ///< errno; 0 when the kernel answered
    };
    /// Parses one datagram of the answer to the request with that sequence number.
    using Take = std::function<netlink::Answer(QByteArrayView datagram, quint32 sequence)>;

    /// Sends a request of that type with that fixed part and hands its answer to `take`. An interrupted
    /// dump is repeated, `begin` is called before each attempt; the last one counts as it is.
    [[nodiscard]] Outcome run(quint16 type, QByteArrayView request, const std::function<void()> &begin, const Take &take);
    /// The next dump opens another socket, in the network namespace that its thread is in by then.
    void close() { m_socket.reset(); }

private:
    struct Close
    {
        void operator()(mnl_socket *socket) const;
    };

    [[nodiscard]] int open();
    [[nodiscard]] int send(quint16 type, QByteArrayView request);
    [[nodiscard]] Outcome runOnce(quint16 type, QByteArrayView request, const Take &take);

    const int m_bus;
    std::unique_ptr<mnl_socket, Close> m_socket;
    QByteArray m_buffer;
    quint32 m_sequence = 0;
};

} // namespace portolan::platform
