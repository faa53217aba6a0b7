// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLatin1String>

namespace portolan {

/// IANA's three ranges (RFC 6335, section 6).
enum class PortRange : quint8 { System, Registered, Dynamic };

[[nodiscard]] constexpr PortRange portRangeOf(quint16 port)
{
    return port < 1024 ? PortRange::System : port < 49152 ? PortRange::Registered : PortRange::Dynamic;
}

/// "system", "registered" or "dynamic", as in the snapshot format.
[[nodiscard]] constexpr QLatin1String portRangeName(PortRange range)
{
    return range == PortRange::System ? QLatin1String("system")
        : range == PortRange::Registered ? QLatin1String("registered")
                                         : QLatin1String("dynamic");
}

} // namespace portolan
