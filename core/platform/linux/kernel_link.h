// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/linux/netlink_bytes.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QList>

namespace portolan::platform {

/// A network interface whose driver opens UDP sockets of its own while the interface is up.
struct KernelLink
{
    QByteArray name;
    QByteArray kind; ///< "vxlan", "geneve", "bareudp", "wireguard", ...
    bool up = false;
    quint16 port = 0; ///< it listens on; 0: not told

    friend bool operator==(const KernelLink &, const KernelLink &) = default;
};

/// What one datagram of an answer to an RTM_GETLINK dump says.
struct KernelLinkAnswer : netlink::Answer
{
    QList<KernelLink> links; ///< those of a kind: neither cards nor the loopback

    friend bool operator==(const KernelLinkAnswer &, const KernelLinkAnswer &) = default;
};

/// Parses one datagram: rtnetlink(7), linux/if_link.h. Takes any bytes.
[[nodiscard]] KernelLinkAnswer parseKernelLinks(QByteArrayView bytes, quint32 sequence);

} // namespace portolan::platform
