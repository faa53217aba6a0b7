// SPDX-License-Identifier: GPL-3.0-or-later
#include "snapshot/kernel_part.h"

#include "text/text.h"

#include <algorithm>
#include <array>
#include <utility>

namespace portolan {

namespace {

constexpr qsizetype longestName = 64;

constexpr std::array labels {
    std::pair { "amt", "AMT" },       std::pair { "bareudp", "Bare UDP" },  std::pair { "dlm", "DLM" },
    std::pair { "geneve", "GENEVE" }, std::pair { "gtp", "GTP" },           std::pair { "iscsi", "iSCSI" },
    std::pair { "ksmbd", "SMB" },     std::pair { "l2tp", "L2TP" },         std::pair { "nfs", "NFS" },
    std::pair { "nvme", "NVMe/TCP" }, std::pair { "pfcp", "PFCP" },         std::pair { "rxe", "RoCE" },
    std::pair { "rxrpc", "RxRPC" },   std::pair { "tipc", "TIPC" },         std::pair { "vxlan", "VXLAN" },
    std::pair { "wireguard", "WireGuard" },
};

} // namespace

QString kernelPartLabel(const Owner &owner)
{
    const auto known = std::ranges::find_if(labels, [&](const auto &label) {
        return owner.kernelPart == QLatin1String(label.first);
    });
    return known == labels.end() ? text::visible(owner.kernelPart, longestName) : QString::fromLatin1(known->second);
}

QString kernelPartText(const Owner &owner)
{
    const QString label = kernelPartLabel(owner);
    const QString interface = text::visible(owner.kernelInterface, longestName);
    return label.isEmpty() || interface.isEmpty() ? label + interface : label + QLatin1String(", ") + interface;
}

} // namespace portolan
