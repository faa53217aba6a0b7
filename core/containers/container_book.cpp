// SPDX-License-Identifier: GPL-3.0-or-later
#include "containers/container_book.h"

#include <algorithm>
#include <utility>

namespace portolan {

namespace {

constexpr qsizetype maximumProxies = 10000;

} // namespace

bool ContainerBook::setContainers(ContainerEngine engine, const QList<EngineContainer> &containers)
{
    QList<EngineContainer> &known = m_containers[engine];
    const QList<EngineContainer> before = std::exchange(known, containers);
    for (EngineContainer &one : known)
        one.container.engine = engineName(engine);
    return known != before;
}

bool ContainerBook::setAddresses(const QString &containerId, const QList<IpAddress> &addresses)
{
    // An address has gone over from those that had it before.
    bool changed = false;
    for (auto other = m_addresses.begin(); other != m_addresses.end(); ++other) {
        if (other.key() != containerId)
            changed |= other->removeIf([&](const IpAddress &address) { return addresses.contains(address); }) > 0;
    }
    const bool known = m_addresses.contains(containerId);
    QList<IpAddress> &own = m_addresses[containerId];
    return std::exchange(own, addresses) != addresses || !known || changed;
}

bool ContainerBook::addProxy(const ContainerProxy &proxy)
{
    if (m_proxies.contains(proxy) || m_proxies.size() >= maximumProxies)
        return false;
    m_proxies.append(proxy);
    return true;
}

bool ContainerBook::setProxies(const QList<ContainerProxy> &proxies)
{
    return std::exchange(m_proxies, proxies) != proxies;
}

const ContainerProxy *ContainerBook::proxyAt(Transport transport, quint16 port, const IpAddress &address) const
{
    const ContainerProxy *found = nullptr;
    for (const ContainerProxy &proxy : m_proxies) {
        const QString &host = proxy.port.hostAddress;
        if (proxy.port.transport != transport || proxy.port.hostPort != port
            || (host.isEmpty() ? !address.isAny() : host != address.toString()))
            continue;
        // One for each family is usual.
        if (found != nullptr && !(found->address == proxy.address))
            return nullptr;
        found = &proxy;
    }
    return found;
}

std::optional<Container> ContainerBook::byId(const QString &id) const
{
    for (const auto &[engine, containers] : m_containers) {
        const auto found = std::ranges::find(containers, id, [](const EngineContainer &one) { return one.container.id; });
        if (found != containers.end())
            return found->container;
    }
    const QList<PublishedPort> ports = portsByProxy(id);
    if (ports.isEmpty())
        return std::nullopt;
    Container container;
    container.id = id;
    container.ports = ports;
    return container;
}

std::optional<Container> ContainerBook::byAddress(ContainerEngine engine, const IpAddress &address) const
{
    const QList<EngineContainer> &containers = of(engine);
    const auto found = std::ranges::find_if(
        containers, [&](const EngineContainer &one) { return one.addresses.contains(address); });
    if (found != containers.end())
        return found->container;
    for (auto space = m_addresses.cbegin(); space != m_addresses.cend(); ++space) {
        if (!space->contains(address))
            continue;
        if (auto container = byId(space.key()))
            return container;
        Container container;
        container.id = space.key();
        return container;
    }
    return std::nullopt;
}

std::optional<Container> ContainerBook::byPublishedPort(ContainerEngine engine, Transport transport, quint16 port) const
{
    const EngineContainer *found = nullptr;
    for (const EngineContainer &one : of(engine)) {
        const bool publishes = std::ranges::any_of(one.container.ports, [&](const PublishedPort &published) {
            return published.transport == transport && published.hostPort == port;
        });
        // Two may publish one port at different addresses.
        if (publishes && std::exchange(found, &one) != nullptr)
            return std::nullopt;
    }
    return found != nullptr ? std::optional(found->container) : std::nullopt;
}

const QList<EngineContainer> &ContainerBook::of(ContainerEngine engine) const
{
    static const QList<EngineContainer> none;
    const auto found = m_containers.find(engine);
    return found != m_containers.end() ? found->second : none;
}

QList<PublishedPort> ContainerBook::portsByProxy(const QString &id) const
{
    QList<PublishedPort> ports;
    const QList<IpAddress> addresses = m_addresses.value(id);
    for (const ContainerProxy &proxy : m_proxies) {
        if (addresses.contains(proxy.address) && !ports.contains(proxy.port))
            ports.append(proxy.port);
    }
    return ports;
}

} // namespace portolan
