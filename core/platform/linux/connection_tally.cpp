// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/linux/connection_tally.h"

#include <net/if.h>
#include <netinet/tcp.h>

#include <algorithm>
#include <iterator>

namespace portolan::platform {

namespace {

std::optional<ConnectionState> stateOf(const InetSocket &socket)
{
    if (socket.transport == Transport::Udp)
        return socket.state == TCP_ESTABLISHED ? std::optional(ConnectionState::Connected) : std::nullopt;
    switch (socket.state) {
    case TCP_ESTABLISHED:
        return ConnectionState::Established;
    case TCP_SYN_SENT:
        return ConnectionState::SynSent;
    case TCP_SYN_RECV:
        return ConnectionState::SynReceived;
    case TCP_FIN_WAIT1:
        return ConnectionState::FinWait1;
    case TCP_FIN_WAIT2:
        return ConnectionState::FinWait2;
    case TCP_TIME_WAIT:
        return ConnectionState::TimeWait;
    case TCP_CLOSE_WAIT:
        return ConnectionState::CloseWait;
    case TCP_LAST_ACK:
        return ConnectionState::LastAck;
    case TCP_CLOSING:
        return ConnectionState::Closing;
    default:
        return std::nullopt;
    }
}

void appendUpTo(QList<Connection> &list, const QList<Connection> &more, qsizetype limit)
{
    list += more.first(std::clamp<qsizetype>(limit - list.size(), 0, more.size()));
}

} // namespace

ConnectionTally::ConnectionTally(const Listener &listener, const QSet<quint64> &own, int limit)
    : m_listener(listener)
    , m_own(own)
    , m_limit(limit)
{
    // Interfaces have names and numbers of their own in each network namespace.
    for (const Endpoint &endpoint : listener.endpoints) {
        m_interfaces.append(endpoint.networkNamespace.isEmpty() && !endpoint.scope.isEmpty()
                                ? ::if_nametoindex(endpoint.scope.toUtf8().constData())
                                : 0);
    }
}

void ConnectionTally::add(const InetSocket &socket)
{
    const auto state = stateOf(socket);
    if (!state)
        return;
    const Connection connection { socket.transport,
                                  socket.localAddress.folded(),
                                  socket.localPort,
                                  socket.remoteAddress.folded(),
                                  socket.remotePort,
                                  *state,
                                  socket.inode };
    if (*state != ConnectionState::SynSent && reachesListener(socket, connection.localAddress)) {
        ++m_sample.toListener;
        ++m_sample.byState[size_t(*state)];
        addRemote(connection);
        if (socket.traffic && socket.cookie != 0)
            m_traffic.insert(socket.cookie, *socket.traffic);
        QList<Connection> &list = *state == ConnectionState::TimeWait ? m_closed : m_live;
        if (list.size() < m_limit)
            list.append(connection);
    } else if (socket.inode != 0 && m_own.contains(socket.inode)) {
        m_sample.others = m_sample.others.value_or(0) + 1;
        if (m_others.size() < m_limit)
            m_others.append(connection);
    }
}

bool ConnectionTally::reachesListener(const InetSocket &socket, const IpAddress &local) const
{
    if (socket.transport != m_listener.transport() || socket.localPort != m_listener.port())
        return false;
    // A connection is kept in the table of the listener that accepted it.
    if (m_listener.tables && !m_listener.tables.testFlag(socketTable(socket.transport, socket.localAddress.family())))
        return false;
    for (qsizetype i = 0; i < m_listener.endpoints.size(); ++i) {
        const Endpoint &endpoint = m_listener.endpoints[i];
        const bool address = endpoint.address.isAny()
            ? endpoint.dualStack || endpoint.address.family() == local.family()
            : endpoint.address == local;
        // Where a listener is bound to an interface, so is what it accepts.
        const bool interface = m_interfaces[i] == 0 || socket.interfaceIndex == 0 || socket.interfaceIndex == m_interfaces[i];
        if (address && interface)
            return true;
    }
    return false;
}

void ConnectionTally::addRemote(const Connection &connection)
{
    RemoteAddress &remote = m_remotes[connection.remoteAddress];
    remote.address = connection.remoteAddress;
    ++remote.connections;
    if (connection.state == ConnectionState::Established || connection.state == ConnectionState::Connected)
        ++remote.established;
}

ConnectionSample ConnectionTally::take()
{
    m_sample.connections = std::move(m_live);
    appendUpTo(m_sample.connections, m_closed, m_limit);
    appendUpTo(m_sample.connections, m_others, m_limit);

    m_sample.remoteAddresses = int(m_remotes.size());
    QList<RemoteAddress> remotes = m_remotes.values();
    const auto first = remotes.begin();
    const auto listed = first + std::min(m_limit, remotes.size());
    std::partial_sort(first, listed, remotes.end(), [](const RemoteAddress &a, const RemoteAddress &b) {
        return a.connections != b.connections ? a.connections > b.connections : a.address < b.address;
    });
    remotes.erase(listed, remotes.end());
    m_sample.remotes = std::move(remotes);
    return std::move(m_sample);
}

} // namespace portolan::platform
