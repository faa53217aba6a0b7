// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitor/socket_source.h"
#include "platform/linux/file_descriptor.h"
#include "platform/linux/namespace_visitor.h"
#include "platform/linux/network_namespaces.h"
#include "platform/linux/proc_net_parser.h"
#include "platform/linux/sock_diag_client.h"

#include <QByteArray>
#include <QHash>

#include <vector>

namespace portolan::platform {

/// The listeners of other network namespaces. Root enters each and asks NETLINK_SOCK_DIAG there;
/// others read the tables below /proc/<pid>/net of a process that lives in it, which costs
/// milliseconds where the kernel's table of connections is large: beyond a budget, tables in which
/// nothing seems to have changed wait for a later call and are given as they were.
/// Used by one thread at a time.
class OtherNamespaceSockets
{
public:
    explicit OtherNamespaceSockets(const QByteArray &procRoot);

    void addTo(SocketSample &sample, const QList<NetworkNamespace> &namespaces);

private:
    struct Known
    {
        QList<SocketEntry> sockets;
        SocketTables unread;
        SocketCounts counts;
        quint64 readAt = 0; ///< call; 0: never
        quint64 seenAt = 0;
        bool quiet = false; ///< there was no socket at all
    };
    /// A namespace that is to be read in this call.
    struct Visit
    {
        const NetworkNamespace *space;
        Known *known;
        QByteArray process; ///< one that lives there; empty: none was found
        SocketCounts counts; ///< as long as `process` is not empty
    };

    [[nodiscard]] std::vector<Visit> visits(const QList<NetworkNamespace> &namespaces);
    void enterAll(const std::vector<Visit> &visits);
    void readProc(const std::vector<Visit> &visits);
    void readTables(const QByteArray &folder, Known &known);

    FileDescriptor m_proc;
    SockDiagClient m_client;
    NamespaceVisitor m_visitor;
    QHash<QString, Known> m_known; ///< by identity
    quint64 m_call = 0;
};

} // namespace portolan::platform
