// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "process/process_control.h"

namespace portolan::platform {

/// Stops processes through pidfds (Linux 5.3 and later). Without them nothing is sent: Failed with
/// ENOSYS.
class LinuxProcessControl : public ProcessControl
{
public:
    [[nodiscard]] StopOutcome stop(const ProcessKey &process, StopSignal signal,
                                   std::chrono::milliseconds patience) override;
};

} // namespace portolan::platform
