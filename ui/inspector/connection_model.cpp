// SPDX-License-Identifier: GPL-3.0-or-later
#include "inspector/connection_model.h"

#include <QLocale>

#include <tuple>

namespace portolan {

namespace {

QString addressText(const IpAddress &address, quint16 port)
{
    const QString host = address.family() == IpAddress::Family::IPv6
        ? QLatin1Char('[') + address.toString() + QLatin1Char(']')
        : address.toString();
    return host + QLatin1Char(':') + QString::number(port);
}

} // namespace

ConnectionKey ConnectionModel::keyOf(const Connection &connection) const
{
    return { connection.transport, connection.localAddress, connection.localPort, connection.remoteAddress,
             connection.remotePort };
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

int ConnectionModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ConnectionModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)
        || role != Qt::DisplayRole)
        return {};
    const Connection &connection = rowAt(index.row());
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

bool RemoteAddressModel::lessThan(const RemoteAddress &left, const RemoteAddress &right, int column)
{
    switch (column) {
    case ConnectionsColumn:
        return left.connections != right.connections ? left.connections < right.connections : right.address < left.address;
    case EstablishedColumn:
        return left.established != right.established ? left.established < right.established : right.address < left.address;
    default:
        return left.address < right.address;
    }
}

int RemoteAddressModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant RemoteAddressModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    if (role == Qt::TextAlignmentRole && index.column() != AddressColumn)
        return QVariant(Qt::AlignTrailing | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    const RemoteAddress &remote = rowAt(index.row());
    switch (index.column()) {
    case AddressColumn:
        return remote.address.toString();
    case ConnectionsColumn:
        return QLocale().toString(remote.connections);
    default:
        return QLocale().toString(remote.established);
    }
}

QVariant RemoteAddressModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole && section != AddressColumn)
        return QVariant(Qt::AlignTrailing | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case AddressColumn:
        return tr("Remote address");
    case ConnectionsColumn:
        return tr("Connections");
    case EstablishedColumn:
        return tr("Established");
    default:
        return {};
    }
}

} // namespace portolan
