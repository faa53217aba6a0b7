// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace portolan {

/// The transports Portolan lists. SCTP and DCCP exist in the registry only (see Registration).
enum class Transport : quint8 { Tcp, Udp };

/// "tcp" or "udp", as in the snapshot format.
[[nodiscard]] constexpr const char *transportName(Transport transport)
{
    return transport == Transport::Tcp ? "tcp" : "udp";
}

} // namespace portolan
