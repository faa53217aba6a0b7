// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "containers/engine_client.h"
#include "process/process_key.h"

#include <QHash>
#include <QList>
#include <QString>

#include <map>
#include <optional>

namespace portolan {

/// A process that passes connections on to an address in a container.
struct ContainerProxy
{
    ProcessKey process;
    IpAddress address;
    PublishedPort port;

    friend bool operator==(const ContainerProxy &, const ContainerProxy &) = default;
};

/// What engines, command lines and addresses say of containers, put together. A value.
class ContainerBook
{
public:
    /// Replaces what the engines of this kind said before. True when that changes anything.
    bool setContainers(ContainerEngine engine, const QList<EngineContainer> &containers);
    /// `addresses` are those in the container's network namespace.
    bool setAddresses(const QString &containerId, const QList<IpAddress> &addresses);
    bool removeAddresses(const QString &containerId) { return m_addresses.remove(containerId); }
    bool addProxy(const ContainerProxy &proxy);
    /// Replaces all.
    bool setProxies(const QList<ContainerProxy> &proxies);
    /// The only one that listens at this place of the machine; null when there is none, or several.
    [[nodiscard]] const ContainerProxy *proxyAt(Transport transport, quint16 port, const IpAddress &address) const;

    [[nodiscard]] bool hasContainers(ContainerEngine engine) const { return !of(engine).isEmpty(); }
    /// With its name, image and ports, as far as they are known; nullopt when nothing is.
    [[nodiscard]] std::optional<Container> byId(const QString &id) const;
    [[nodiscard]] std::optional<Container> byAddress(ContainerEngine engine, const IpAddress &address) const;
    [[nodiscard]] std::optional<Container> byPublishedPort(ContainerEngine engine, Transport transport, quint16 port) const;

private:
    [[nodiscard]] const QList<EngineContainer> &of(ContainerEngine engine) const;
    [[nodiscard]] QList<PublishedPort> portsByProxy(const QString &id) const;

    std::map<ContainerEngine, QList<EngineContainer>> m_containers;
    QHash<QString, QList<IpAddress>> m_addresses; ///< by container id
    QList<ContainerProxy> m_proxies;
};

} // namespace portolan
