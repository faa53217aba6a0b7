// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace portolan::helper {

/// Gives up every right but that of looking into other users' processes: becomes the person who asked
/// (PKEXEC_UID, pkexec(1)), keeps CAP_SYS_PTRACE and CAP_DAC_READ_SEARCH, can gain nothing back, and
/// can from then on call nothing but what reading /proc and answering takes; anything else kills the
/// process. False when the system refuses any of it: then nothing may be done at all.
///
/// Standard input, output and error are the only descriptors left open.
[[nodiscard]] bool confine();

} // namespace portolan::helper
