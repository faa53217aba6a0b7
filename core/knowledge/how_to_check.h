// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "knowledge/explanation.h"

namespace portolan {

/// The commands that show what holds the port; of both transports where none is given. Commands are
/// not translated. With `sudo` they show other users' processes as well.
/// ss(8), lsof(8), netstat(1) of macOS, and Microsoft's netstat, Get-NetTCPConnection,
/// Get-NetUDPEndpoint and tasklist pages.
[[nodiscard]] HowToCheck howToCheck(quint16 port, std::optional<Transport> transport);

} // namespace portolan
