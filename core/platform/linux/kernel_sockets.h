// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/transport.h"
#include "platform/linux/kernel_link.h"
#include "platform/linux/netlink_dump.h"

#include <QByteArray>
#include <QList>

namespace portolan::platform {

/// What is known of the part of the kernel that may have opened a socket.
struct KernelPart
{
    QByteArray name; ///< see Owner::kernelPart; empty when nothing is known
    QByteArray interface;
    /// An interface that is up uses this very port: the socket is the kernel's, unless a process is
    /// seen to hold it.
    bool certain = false;

    friend bool operator==(const KernelPart &, const KernelPart &) = default;
};

/// Which part of the kernel uses a port, from the interfaces and from the ports that parts of the
/// kernel use by custom. Pure.
[[nodiscard]] KernelPart kernelPartOf(Transport transport, quint16 port, const QList<KernelLink> &links);

/// Asks the kernel for its interfaces (rtnetlink(7)), at most once a tick and only when asked.
class KernelSockets
{
public:
    KernelSockets();

    /// Of a socket in the calling thread's network namespace.
    [[nodiscard]] KernelPart partOf(Transport transport, quint16 port);
    /// To be called at the beginning of a tick.
    void nextTick() { m_asked = false; }

private:
    NetlinkDump m_dump;
    QList<KernelLink> m_links; ///< of this tick
    bool m_asked = false;
};

} // namespace portolan::platform
