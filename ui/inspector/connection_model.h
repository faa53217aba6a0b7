// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inspector/keyed_rows.h"
#include "monitor/connection_source.h"

namespace portolan {

/// What identifies a connection; its state changes, and its inode is let go at the end.
struct ConnectionKey
{
    Transport transport;
    IpAddress localAddress;
    quint16 localPort;
    IpAddress remoteAddress;
    quint16 remotePort;

    friend bool operator==(const ConnectionKey &, const ConnectionKey &) = default;
    friend size_t qHash(const ConnectionKey &key, size_t seed = 0) noexcept
    {
        return qHashMulti(seed, static_cast<quint8>(key.transport), key.localAddress, key.localPort, key.remoteAddress,
                          key.remotePort);
    }
};

/// Connections one by one.
class ConnectionModel : public KeyedRows<Connection, ConnectionKey>
{
    Q_OBJECT

public:
    enum Column { RemoteColumn, LocalColumn, StateColumn, ColumnCount };

    using KeyedRows::KeyedRows;

    /// Whether `left` comes before `right` in the column, by value: addresses as people count them.
    [[nodiscard]] static bool lessThan(const Connection &left, const Connection &right, int column);

    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

protected:
    [[nodiscard]] ConnectionKey keyOf(const Connection &connection) const override;
};

/// Who is connected: one row per remote address.
class RemoteAddressModel : public KeyedRows<RemoteAddress, IpAddress>
{
    Q_OBJECT

public:
    enum Column { AddressColumn, ConnectionsColumn, EstablishedColumn, ColumnCount };

    using KeyedRows::KeyedRows;

    [[nodiscard]] static bool lessThan(const RemoteAddress &left, const RemoteAddress &right, int column);

    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

protected:
    [[nodiscard]] IpAddress keyOf(const RemoteAddress &remote) const override { return remote.address; }
};

} // namespace portolan
