// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "process/process_key.h"

#include <chrono>

namespace portolan {

enum class StopSignal : quint8 { Terminate, Kill };

enum class StopResult : quint8 {
    Ended, ///< it ended while we waited
    StillRunning, ///< the signal was sent; it still lives
    AlreadyGone, ///< there is no such process any more; nothing was sent
    IdentityChanged, ///< another process took the pid; nothing was sent
    NotPermitted, ///< the system refused; nothing was sent
    Failed, ///< see systemError; nothing was sent
};

struct StopOutcome
{
    StopResult result = StopResult::Failed;
    int systemError = 0; ///< errno for NotPermitted and Failed
};

/// Ends processes. Never signals another process that took the pid: the signal goes through a
/// pidfd (pidfd_open(2), pidfd_send_signal(2)) opened before the identity was compared.
/// Blocks up to `patience`; call it on a pool thread.
class ProcessControl
{
public:
    virtual ~ProcessControl() = default;
    [[nodiscard]] virtual StopOutcome stop(const ProcessKey &process, StopSignal signal,
                                           std::chrono::milliseconds patience)
        = 0;
};

} // namespace portolan
