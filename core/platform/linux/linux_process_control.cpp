// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/linux/linux_process_control.h"

#include "platform/linux/file_descriptor.h"
#include "platform/linux/process_stat.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>

namespace portolan::platform {

namespace {

/// True when the process ended within `patience`. The pidfd is readable from then on, even while
/// the parent has not reaped it: pidfd_open(2).
bool waitForEnd(int pidfd, std::chrono::milliseconds patience)
{
    using Clock = std::chrono::steady_clock;
    const auto deadline = Clock::now() + std::max(patience, std::chrono::milliseconds(0));
    for (;;) {
        const auto left = std::chrono::ceil<std::chrono::milliseconds>(deadline - Clock::now());
        pollfd waiting { pidfd, POLLIN, 0 };
        const int ready = ::poll(&waiting, 1, int(std::clamp<qint64>(left.count(), 0, 1000)));
        if (ready > 0)
            return true;
        if (left.count() <= 0)
            return false;
    }
}

} // namespace

StopOutcome LinuxProcessControl::stop(const ProcessKey &process, StopSignal signal, std::chrono::milliseconds patience)
{
    if (process.pid <= 0)
        return { StopResult::Failed, EINVAL };

    const FileDescriptor pidfd(int(::syscall(SYS_pidfd_open, process.pid, 0)));
    if (!pidfd.isValid()) {
        switch (errno) {
        case ESRCH:
            return { StopResult::AlreadyGone, 0 };
        case EPERM:
            return { StopResult::NotPermitted, errno };
        default:
            const int refusal = errno;
            // EINVAL: the number is now a thread's, so the process is gone.
            if (refusal == EINVAL && ::kill(process.pid, 0) == 0)
                return { StopResult::IdentityChanged, 0 };
            return { StopResult::Failed, refusal };
        }
    }

    // From here on the descriptor means one process for ever. If that is the right one, the start
    // time read now is its own; should the pid be taken by another in between, it differs.
    const QByteArray path = "/proc/" + QByteArray::number(process.pid) + "/stat";
    errno = 0;
    const auto stat = readProcessStat(AT_FDCWD, path.constData());
    if (!stat) {
        const int refusal = errno;
        if (waitForEnd(pidfd.get(), std::chrono::milliseconds(0)))
            return { StopResult::AlreadyGone, 0 };
        // It lives, but /proc does not show it: with hidepid (proc(5)), other users' processes are
        // hidden or closed.
        if (refusal == ENOENT || refusal == EACCES || refusal == EPERM)
            return { StopResult::NotPermitted, EPERM };
        return { StopResult::Failed, refusal };
    }
    if (stat->startTicks != process.startTicks)
        return { StopResult::IdentityChanged, 0 };
    // A zombie has ended already; only its parent has not noticed.
    if (waitForEnd(pidfd.get(), std::chrono::milliseconds(0)))
        return { StopResult::AlreadyGone, 0 };

    const int number = signal == StopSignal::Terminate ? SIGTERM : SIGKILL;
    if (::syscall(SYS_pidfd_send_signal, pidfd.get(), number, nullptr, 0) != 0) {
        switch (errno) {
        case ESRCH:
            return { StopResult::AlreadyGone, 0 };
        case EPERM:
            return { StopResult::NotPermitted, errno };
        default:
            return { StopResult::Failed, errno };
        }
    }
    return { waitForEnd(pidfd.get(), patience) ? StopResult::Ended : StopResult::StillRunning, 0 };
}

} // namespace portolan::platform
