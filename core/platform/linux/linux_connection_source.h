// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitor/connection_source.h"
#include "platform/linux/file_descriptor.h"
#include "platform/linux/inet_socket.h"
#include "platform/linux/namespace_visitor.h"
#include "platform/linux/network_namespaces.h"
#include "platform/linux/sock_diag_client.h"
#include "platform/linux/traffic_meter.h"

#include <QByteArray>
#include <QSet>

#include <memory>
#include <optional>

namespace portolan::platform {

/// Reads connections over NETLINK_SOCK_DIAG, or from /proc/net where that is refused: in another
/// network namespace to all but root.
///
/// The kernel itself leaves out what does not belong to the listener's port. Whose the owner's other
/// connections are shows only when all sockets are read and compared with the owner's descriptors:
/// that is done where there are few.
class LinuxConnectionSource : public ConnectionSource
{
public:
    /// Sees other network namespaces as far as `namespaces`, which somebody else refreshes, knows them.
    explicit LinuxConnectionSource(std::shared_ptr<const NetworkNamespaces> namespaces = nullptr,
                                   const QByteArray &procRoot = QByteArrayLiteral("/proc"));

    [[nodiscard]] ConnectionSample connections(const Listener &listener, int limit) override;

private:
    struct Reading
    {
        QList<InetSocket> sockets;
        ConnectionCoverage coverage = ConnectionCoverage::Complete;
        bool tellsTraffic = false; ///< the kernel was asked for it
    };

    [[nodiscard]] bool areSocketsFew() const;
    /// Whether the listener had so few connections when it was last looked at that they may be asked for
    /// more than their number.
    [[nodiscard]] bool hasFewConnections(const Listener &listener) const;
    /// In the network namespace of the thread; of the port, or of all ports for 0.
    [[nodiscard]] Reading read(SocketTables tables, quint16 port, bool traffic);
    [[nodiscard]] Reading readElsewhere(const Listener &listener);
    /// nullopt when the kernel refuses to answer.
    [[nodiscard]] static std::optional<Reading> readNetlink(SockDiagClient &client, SocketTables tables, quint16 port, bool traffic);
    [[nodiscard]] static Reading readProcNet(int directory, const QByteArray &below, SocketTables tables);
    /// nullopt when the owner is not sure or may not be looked into.
    [[nodiscard]] std::optional<QSet<quint64>> socketsOf(const Owner &owner) const;

    std::shared_ptr<const NetworkNamespaces> m_namespaces;
    FileDescriptor m_proc;
    SockDiagClient m_client;
    NamespaceVisitor m_visitor;
    TrafficMeter m_meter;
    ListenerKey m_countedListener;
    int m_counted = 0; ///< its connections
};

} // namespace portolan::platform
