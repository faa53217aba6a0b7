// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/ip_address.h"

#include <QString>

#include <compare>

namespace portolan {

/// Where a listener can be reached: a local address, its interface scope and network namespace.
/// The port belongs to the listener.
struct Endpoint
{
    IpAddress address;
    /// True for an IPv6 wildcard socket that accepts IPv4 as well (IPV6_V6ONLY is off, ipv6(7)).
    bool dualStack = false;
    /// Name of the interface the socket is bound to or the address is scoped to; empty when none.
    QString scope;
    /// Name of the network namespace as people see it. Empty is the host's own, shown as "host".
    QString networkNamespace;

    friend bool operator==(const Endpoint &, const Endpoint &) = default;
    friend std::strong_ordering operator<=>(const Endpoint &a, const Endpoint &b)
    {
        if (const auto order = a.address <=> b.address; order != 0)
            return order;
        if (const auto order = a.dualStack <=> b.dualStack; order != 0)
            return order;
        if (const auto order = a.scope.compare(b.scope) <=> 0; order != 0)
            return order;
        return a.networkNamespace.compare(b.networkNamespace) <=> 0;
    }
};

/// Who can reach an endpoint, from narrow to wide; a listener has its widest endpoint's exposure.
enum class Exposure : quint8 { Loopback, Link, Container, Everywhere };

[[nodiscard]] Exposure exposureOf(const Endpoint &endpoint);
/// Whether anything but this machine itself may connect: its link, another network namespace such
/// as a container's, or any network.
[[nodiscard]] constexpr bool isReachableFromNetwork(Exposure exposure)
{
    return exposure != Exposure::Loopback;
}
/// "loopback", "link", "container" or "everywhere", as in the snapshot format.
[[nodiscard]] QLatin1String exposureName(Exposure exposure);

} // namespace portolan
