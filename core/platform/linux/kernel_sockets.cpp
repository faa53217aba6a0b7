// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/linux/kernel_sockets.h"

#include <linux/netlink.h>
#include <linux/rtnetlink.h>
#include <sys/socket.h>

#include <algorithm>
#include <array>
#include <optional>

namespace portolan::platform {

namespace {

struct Custom
{
    quint16 port;
    std::optional<Transport> transport; ///< nullopt: both
    const char *part;
};

/// The ports that parts of the kernel listen on, as their own headers and documents name them.
constexpr std::array customs {
    Custom { 445, Transport::Tcp, "ksmbd" },
    Custom { 1701, Transport::Udp, "l2tp" },
    Custom { 2049, std::nullopt, "nfs" },
    Custom { 2123, Transport::Udp, "gtp" },
    Custom { 2152, Transport::Udp, "gtp" },
    Custom { 2268, Transport::Udp, "amt" },
    Custom { 3260, Transport::Tcp, "iscsi" },
    Custom { 4420, Transport::Tcp, "nvme" },
    Custom { 4789, Transport::Udp, "vxlan" },
    Custom { 4791, Transport::Udp, "rxe" },
    Custom { 6081, Transport::Udp, "geneve" },
    Custom { 6118, Transport::Udp, "tipc" },
    Custom { 6635, Transport::Udp, "bareudp" },
    Custom { 7001, Transport::Udp, "rxrpc" },
    Custom { 8472, Transport::Udp, "vxlan" },
    Custom { 8805, Transport::Udp, "pfcp" },
    Custom { 20049, Transport::Tcp, "nfs" },
    Custom { 21064, std::nullopt, "dlm" },
    Custom { 51820, Transport::Udp, "wireguard" },
};

QByteArray customary(Transport transport, quint16 port)
{
    const auto found = std::ranges::find_if(customs, [&](const Custom &custom) {
        return custom.port == port && (!custom.transport || custom.transport == transport);
    });
    return found == customs.end() ? QByteArray() : QByteArray(found->part);
}

/// The only name, empty where there are several: an interface that might be another is not named.
QByteArray onlyName(const QList<KernelLink> &links)
{
    return links.size() == 1 ? links.first().name : QByteArray();
}

} // namespace

KernelPart kernelPartOf(Transport transport, quint16 port, const QList<KernelLink> &links)
{
    const QByteArray custom = customary(transport, port);
    if (transport != Transport::Udp)
        return { custom, {}, false };
    QList<KernelLink> users;
    QList<KernelLink> wireguards;
    QList<KernelLink> ofCustom;
    for (const KernelLink &link : links) {
        if (!link.up)
            continue;
        if (link.port == port)
            users.append(link);
        // These do not tell their port: WireGuard tells its own to administrators only.
        if (link.port == 0 && link.kind == "wireguard")
            wireguards.append(link);
        if (link.port == 0 && link.kind == custom)
            ofCustom.append(link);
    }
    if (!users.isEmpty())
        return { users.first().kind, onlyName(users), true };
    if (!ofCustom.isEmpty())
        return { custom, onlyName(ofCustom), true };
    if (custom.isEmpty() && !wireguards.isEmpty())
        return { QByteArrayLiteral("wireguard"), onlyName(wireguards), false };
    return { custom, {}, false };
}

KernelSockets::KernelSockets()
    : m_dump(NETLINK_ROUTE)
{
}

KernelPart KernelSockets::partOf(Transport transport, quint16 port)
{
    if (!m_asked) {
        m_asked = true;
        const ifinfomsg request {};
        (void)m_dump.run(
            RTM_GETLINK, QByteArrayView(reinterpret_cast<const char *>(&request), sizeof request),
            [this] { m_links.clear(); },
            [this](QByteArrayView datagram, quint32 sequence) {
                const KernelLinkAnswer answer = parseKernelLinks(datagram, sequence);
                m_links += answer.links;
                return static_cast<netlink::Answer>(answer);
            });
        // Rarely needed again.
        m_dump.close();
    }
    return kernelPartOf(transport, port, m_links);
}

} // namespace portolan::platform
