// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/linux/kernel_link.h"

#include <linux/if_link.h>
#include <linux/rtnetlink.h>
#include <net/if.h>

#include <QtEndian>

#include <optional>

namespace portolan::platform {

namespace {

/// The attribute of IFLA_INFO_DATA that holds the port, in network byte order.
std::optional<int> portAttribute(QByteArrayView kind)
{
    if (kind == QByteArrayView("vxlan"))
        return IFLA_VXLAN_PORT;
    if (kind == QByteArrayView("geneve"))
        return IFLA_GENEVE_PORT;
    if (kind == QByteArrayView("bareudp"))
        return IFLA_BAREUDP_PORT;
    return std::nullopt;
}

QByteArray textOf(QByteArrayView payload)
{
    const qsizetype end = payload.indexOf('\0');
    return payload.first(end < 0 ? payload.size() : end).toByteArray();
}

bool readKind(QByteArrayView info, KernelLink &link)
{
    QByteArrayView data;
    if (!netlink::forEachAttribute(info, [&](int type, QByteArrayView payload) {
            if (type == IFLA_INFO_KIND)
                link.kind = textOf(payload);
            else if (type == IFLA_INFO_DATA)
                data = payload;
        }))
        return false;
    const std::optional<int> wanted = portAttribute(link.kind);
    return netlink::forEachAttribute(data, [&](int type, QByteArrayView payload) {
        if (type == wanted)
            link.port = qFromBigEndian(netlink::readAt<quint16>(payload, 0).value_or(0));
    });
}

} // namespace

KernelLinkAnswer parseKernelLinks(QByteArrayView bytes, quint32 sequence)
{
    KernelLinkAnswer answer;
    static_cast<netlink::Answer &>(answer) = netlink::forEachMessage(bytes, sequence, [&](int type, QByteArrayView payload) {
        if (type != RTM_NEWLINK)
            return true;
        const auto header = netlink::readAt<ifinfomsg>(payload, 0);
        if (!header)
            return false;
        KernelLink link;
        link.up = (header->ifi_flags & IFF_UP) != 0;
        bool fits = true;
        fits &= netlink::forEachAttribute(netlink::behind(payload, sizeof(ifinfomsg)), [&](int attribute, QByteArrayView value) {
            if (attribute == IFLA_IFNAME)
                link.name = textOf(value);
            else if (attribute == IFLA_LINKINFO)
                fits &= readKind(value, link);
        });
        if (!link.name.isEmpty() && !link.kind.isEmpty())
            answer.links.append(link);
        return fits;
    });
    return answer;
}

} // namespace portolan::platform
