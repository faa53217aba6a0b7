// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <net/if.h>
#include <sched.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cstring>

namespace portolan::test {

/// Gives this thread, and what it starts from now on, a network namespace with nothing but the
/// loopback interface: its ports are nobody else's. False where that is not permitted.
inline bool leaveTheMachinesNetwork()
{
    if (::unshare(CLONE_NEWNET) != 0)
        return false;
    const int descriptor = ::socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0);
    ifreq request {};
    std::strncpy(request.ifr_name, "lo", IFNAMSIZ - 1);
    request.ifr_flags = IFF_UP;
    const bool up = ::ioctl(descriptor, SIOCSIFFLAGS, &request) == 0;
    ::close(descriptor);
    return up;
}

} // namespace portolan::test
