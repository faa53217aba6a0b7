// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitor/connection_source.h"
#include "platform/linux/inet_socket.h"
#include "platform/linux/sock_diag_client.h"

#include <QByteArray>
#include <QSet>

namespace portolan::platform {

/// Reads connections over NETLINK_SOCK_DIAG, or from /proc/net where that is refused.
class LinuxConnectionSource : public ConnectionSource
{
public:
    explicit LinuxConnectionSource(QByteArray procRoot = QByteArrayLiteral("/proc"));

    [[nodiscard]] ConnectionSample connections(const Listener &listener, int limit) override;

private:
    [[nodiscard]] QList<InetSocket> read(bool &complete);
    [[nodiscard]] QSet<quint64> socketsOf(const Owner &owner, bool &complete) const;

    QByteArray m_procRoot;
    SockDiagClient m_client;
};

} // namespace portolan::platform
