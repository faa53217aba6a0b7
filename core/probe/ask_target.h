// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "snapshot/listener.h"

#include <QHostAddress>
#include <QList>
#include <QString>

#include <optional>
#include <variant>

namespace portolan {

/// An address of this machine.
struct OwnAddress
{
    IpAddress address;
    QString interface;
};

/// Where a listener is asked: always an address of this machine's own.
struct AskTarget
{
    IpAddress address;
    QString scope; ///< interface of an IPv6 link-local address, else empty

    [[nodiscard]] QHostAddress hostAddress() const;

    friend bool operator==(const AskTarget &, const AskTarget &) = default;
};

/// Why a listener cannot be asked.
enum class AskRefusal : quint8 {
    OtherNamespace, ///< it listens in another network namespace only
    NotOwnAddress, ///< none of its addresses is this machine's own
    NotListening, ///< it does not listen on the address that was wanted
};

/// Every address that this machine's interfaces have. Reads them from the kernel.
[[nodiscard]] QList<OwnAddress> ownAddresses();

/// Where to ask: at the loopback address where it listens there or everywhere, else at one of its
/// own; or at `wanted` alone. Pure.
[[nodiscard]] std::variant<AskTarget, AskRefusal> askTarget(const Listener &listener, const std::optional<IpAddress> &wanted,
                                                           const QList<OwnAddress> &own);
/// One translated sentence.
[[nodiscard]] QString askRefusalText(AskRefusal refusal);

} // namespace portolan
