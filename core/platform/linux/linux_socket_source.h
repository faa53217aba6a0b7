// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitor/socket_source.h"
#include "platform/linux/network_namespaces.h"
#include "platform/linux/other_namespace_sockets.h"
#include "platform/linux/sock_diag_client.h"

#include <QByteArray>

#include <memory>

namespace portolan::platform {

/// TCP sockets in LISTEN and UDP sockets that are bound and unconnected, of this thread's network
/// namespace and of all others that can be found. Reads NETLINK_SOCK_DIAG; where that is refused,
/// and in others' namespaces without privilege, the tables of /proc/net, which tell neither control
/// group nor interface, nor whether an IPv6 wildcard accepts IPv4 too: `dualStack` is then false.
class LinuxSocketSource : public SocketSource
{
public:
    explicit LinuxSocketSource(const QByteArray &procRoot = QByteArrayLiteral("/proc"));
    /// Refreshes `namespaces` at every sample.
    explicit LinuxSocketSource(std::shared_ptr<NetworkNamespaces> namespaces,
                               const QByteArray &procRoot = QByteArrayLiteral("/proc"));

    [[nodiscard]] SocketSample sample() override;

private:
    [[nodiscard]] SocketSample sampleOwn();
    [[nodiscard]] bool sampleNetlink(SocketSample &sample);
    void sampleProcNet(SocketSample &sample) const;

    QByteArray m_procRoot;
    SockDiagClient m_client;
    std::shared_ptr<NetworkNamespaces> m_namespaces;
    OtherNamespaceSockets m_others;
    int m_samplesUntilRetry = 0;
};

} // namespace portolan::platform
