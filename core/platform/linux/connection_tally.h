// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitor/connection_source.h"
#include "platform/linux/inet_socket.h"

#include <QHash>
#include <QSet>

namespace portolan::platform {

/// Sorts sockets into connections to a listener, other connections of its owner and the rest, and
/// counts them.
class ConnectionTally
{
public:
    /// `listener` outlives the tally. `own` are the sockets of the owner's processes.
    ConnectionTally(const Listener &listener, const QSet<quint64> &own, int limit);

    void add(const InetSocket &socket);
    /// Everything but `others`' being known and the coverage, which the reader of the sockets knows.
    [[nodiscard]] ConnectionSample take();
    /// What went through each connection to the listener so far, by the socket's cookie.
    [[nodiscard]] const QHash<quint64, Traffic> &traffic() const { return m_traffic; }

private:
    [[nodiscard]] bool reachesListener(const InetSocket &socket, const IpAddress &local) const;
    void addRemote(const Connection &connection);

    const Listener &m_listener;
    const QSet<quint64> &m_own;
    const qsizetype m_limit;
    QList<quint32> m_interfaces; ///< of the listener's endpoints; 0: any
    ConnectionSample m_sample;
    QList<Connection> m_live;
    QList<Connection> m_closed;
    QList<Connection> m_others;
    QHash<IpAddress, RemoteAddress> m_remotes;
    QHash<quint64, Traffic> m_traffic;
};

} // namespace portolan::platform
