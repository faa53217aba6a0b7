// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/linux/tcp_traffic.h"

#include "platform/linux/netlink_bytes.h"

// Not netinet/tcp.h, whose struct of the same name ends before the counters.
#include <linux/tcp.h>

#include <cstddef>

namespace portolan::platform {

std::optional<Traffic> parseTcpTraffic(QByteArrayView info)
{
    const auto sent = netlink::readAt<quint64>(info, offsetof(tcp_info, tcpi_bytes_acked));
    const auto received = netlink::readAt<quint64>(info, offsetof(tcp_info, tcpi_bytes_received));
    return sent && received ? std::optional(Traffic { *received, *sent }) : std::nullopt;
}

} // namespace portolan::platform
