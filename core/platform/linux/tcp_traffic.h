// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitor/connection_source.h"

#include <QByteArrayView>

#include <optional>

namespace portolan::platform {

/// The counters of a struct tcp_info as the kernel writes it (linux/tcp.h); nullopt when it is too short
/// for them, as before Linux 4.2. Takes any bytes.
[[nodiscard]] std::optional<Traffic> parseTcpTraffic(QByteArrayView info);

} // namespace portolan::platform
