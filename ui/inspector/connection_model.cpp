// SPDX-License-Identifier: GPL-3.0-or-later
#include "inspector/connection_model.h"

#include <QHash>

#include <tuple>

namespace portolan {

namespace {

/// What identifies a connection; its state changes, and its inode is let go at the end.
struct Key
{
    Transport transport;
    IpAddress localAddress;
    quint16 localPort;
    IpAddress remoteAddress;
    quint16 remotePort;

    friend bool operator==(const Key &, const Key &) = default;
    friend size_t qHash(const Key &key, size_t seed = 0) noexcept
    {
        return qHashMulti(seed, static_cast<quint8>(key.transport), key.localAddress, key.localPort,
                          key.remoteAddress, key.remotePort);
    }
};

Key keyOf(const Connection &connection)
{
    return { connection.transport, connection.localAddress, connection.localPort, connection.remoteAddress,
             connection.remotePort };
}

QString addressText(const IpAddress &address, quint16 port)
{
    const QString host = address.family() == IpAddress::Family::IPv6
        ? QLatin1Char('[') + address.toString() + QLatin1Char(']')
        : address.toString();
    return host + QLatin1Char(':') + QString::number(port);
}

} // namespace

void ConnectionModel::setConnections(const QList<Connection> &connections)
{
    QHash<Key, Connection> wanted;
    wanted.reserve(connections.size());
    QList<Key> order;
    for (const Connection &connection : connections) {
        const Key key = keyOf(connection);
        if (!wanted.contains(key)) {
            wanted.insert(key, connection);
            order.append(key);
        }
    }

    for (int last = int(m_connections.size()) - 1; last >= 0;) {
        if (wanted.contains(keyOf(m_connections.at(last)))) {
            --last;
            continue;
        }
        int first = last;
        while (first > 0 && !wanted.contains(keyOf(m_connections.at(first - 1))))
            --first;
        beginRemoveRows({}, first, last);
        m_connections.remove(first, last - first + 1);
        endRemoveRows();
        last = first - 1;
    }

    for (int row = 0; row < m_connections.size(); ++row) {
        const Connection now = wanted.take(keyOf(m_connections.at(row)));
        if (now == m_connections.at(row))
            continue;
        m_connections[row] = now;
        Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
    }

    if (wanted.isEmpty())
        return;
    const int first = int(m_connections.size());
    beginInsertRows({}, first, first + int(wanted.size()) - 1);
    for (const Key &key : std::as_const(order)) {
        const auto found = wanted.constFind(key);
        if (found != wanted.cend())
            m_connections.append(*found);
    }
    endInsertRows();
}

bool ConnectionModel::lessThan(const Connection &left, const Connection &right, int column)
{
    switch (column) {
    case LocalColumn:
        return std::tie(left.localAddress, left.localPort) < std::tie(right.localAddress, right.localPort);
    case StateColumn:
        return left.state < right.state;
    default:
        return std::tie(left.remoteAddress, left.remotePort) < std::tie(right.remoteAddress, right.remotePort);
    }
}

int ConnectionModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_connections.size());
}

int ConnectionModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ConnectionModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)
        || role != Qt::DisplayRole)
        return {};
    const Connection &connection = m_connections.at(index.row());
    switch (index.column()) {
    case RemoteColumn:
        return addressText(connection.remoteAddress, connection.remotePort);
    case LocalColumn:
        return addressText(connection.localAddress, connection.localPort);
    default:
        return connectionStateLabel(connection.state);
    }
}

QVariant ConnectionModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case RemoteColumn:
        return tr("Remote");
    case LocalColumn:
        return tr("Local");
    case StateColumn:
        return tr("State");
    default:
        return {};
    }
}

} // namespace portolan
