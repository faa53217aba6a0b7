// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/platform.h"

#include "containers/container_facts.h"
#include "packages/package_facts.h"
#include "platform/linux/container_proxies.h"
#include "platform/linux/linux_connection_source.h"
#include "platform/linux/linux_process_control.h"
#include "platform/linux/linux_process_source.h"
#include "platform/linux/linux_socket_source.h"
#include "platform/linux/local_addresses.h"
#include "services/service_facts.h"

#include <unistd.h>

namespace portolan::platform {

Sampler::Sources makeSources()
{
    const QByteArray procRoot = QByteArrayLiteral("/proc");
    const auto directory = std::make_shared<ContainerDirectory>(ContainerDirectory::System {
        [procRoot](const ProcessKey &process) { return localAddresses(procRoot, process); },
        [procRoot](const ProcessKey &process) { return isAlive(procRoot, process); },
        [procRoot] { return containerProxies(procRoot); } });
    const auto namespaces = std::make_shared<NetworkNamespaces>(procRoot);
    namespaces->setDirectory(directory);
    Sampler::Sources sources { std::make_unique<LinuxSocketSource>(namespaces, procRoot),
                               std::make_unique<LinuxProcessSource>(procRoot, namespaces),
                               std::make_unique<LinuxConnectionSource>(namespaces, procRoot), makeFactSources(),
                               ::geteuid() };
    sources.facts.insert(sources.facts.begin(), std::make_unique<ContainerFacts>(directory));
    return sources;
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
    sources.push_back(std::make_unique<ServiceFacts>());
    // Looks at the container, so it comes after those who may find one.
    sources.push_back(std::make_unique<PackageFacts>());
    return sources;
}

std::unique_ptr<ProcessControl> makeProcessControl()
{
    return std::make_unique<LinuxProcessControl>();
}

} // namespace portolan::platform
