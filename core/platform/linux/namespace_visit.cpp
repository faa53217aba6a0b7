// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/linux/namespace_visit.h"

#include "platform/linux/file_descriptor.h"

#include <fcntl.h>
#include <sched.h>

#include <system_error>
#include <thread>

namespace portolan::platform {

bool visitNamespaces(const std::function<void()> &visit)
{
    try {
        std::thread(visit).join();
        return true;
    } catch (const std::system_error &) {
        return false;
    }
}

bool enterNetworkNamespace(int folder, const char *file)
{
    const FileDescriptor descriptor(::openat(folder, file, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK));
    return descriptor.isValid() && ::setns(descriptor.get(), CLONE_NEWNET) == 0;
}

} // namespace portolan::platform
