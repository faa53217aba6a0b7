// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitor/socket_source.h"
#include "platform/linux/inet_socket.h"
#include "platform/linux/sock_diag_client.h"

#include <QByteArray>
#include <QHash>

namespace portolan::platform {

/// TCP sockets in LISTEN and UDP sockets that are bound and unconnected, of this thread's network
/// namespace. Reads NETLINK_SOCK_DIAG; where that is refused, the tables of /proc/net, which tell
/// neither control group nor interface, nor whether an IPv6 wildcard accepts IPv4 too: `dualStack`
/// is then false everywhere.
class LinuxSocketSource : public SocketSource
{
public:
    explicit LinuxSocketSource(QByteArray procRoot = QByteArrayLiteral("/proc"));

    [[nodiscard]] SocketSample sample() override;

private:
    [[nodiscard]] bool sampleNetlink(SocketSample &sample);
    void sampleProcNet(SocketSample &sample) const;
    void append(SocketSample &sample, const InetSocket &socket);

    QByteArray m_procRoot;
    SockDiagClient m_client;
    /// Of this sample only: interfaces come, go and are renamed.
    QHash<quint32, QString> m_interfaces;
    int m_samplesUntilRetry = 0;
};

} // namespace portolan::platform
