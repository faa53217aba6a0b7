// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/platform.h"

#include "packages/package_facts.h"
#include "platform/linux/linux_connection_source.h"
#include "platform/linux/linux_process_control.h"
#include "platform/linux/linux_process_source.h"
#include "platform/linux/linux_socket_source.h"

#include <unistd.h>

namespace portolan::platform {

Sampler::Sources makeSources()
{
    const auto namespaces = std::make_shared<NetworkNamespaces>();
    return { std::make_unique<LinuxSocketSource>(namespaces),
             std::make_unique<LinuxProcessSource>(QByteArrayLiteral("/proc"), namespaces), makeConnectionSource(),
             makeFactSources(), ::geteuid() };
}

std::unique_ptr<SocketSource> makeSocketSource()
{
    return std::make_unique<LinuxSocketSource>();
}

std::unique_ptr<ProcessSource> makeProcessSource()
{
    return std::make_unique<LinuxProcessSource>();
}

std::unique_ptr<ConnectionSource> makeConnectionSource()
{
    return std::make_unique<LinuxConnectionSource>();
}

std::vector<std::unique_ptr<FactSource>> makeFactSources()
{
    std::vector<std::unique_ptr<FactSource>> sources;
    // Looks at the container, so it comes after those who may find one.
    sources.push_back(std::make_unique<PackageFacts>());
    return sources;
}

std::unique_ptr<ProcessControl> makeProcessControl()
{
    return std::make_unique<LinuxProcessControl>();
}

} // namespace portolan::platform
