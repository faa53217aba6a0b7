// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitor/connection_source.h"

#include <QAbstractTableModel>

namespace portolan {

/// Connections as rows. A new sample removes, changes and adds rows; it never resets, so that a
/// selection stays.
class ConnectionModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { RemoteColumn, LocalColumn, StateColumn, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    /// Duplicates are shown once.
    void setConnections(const QList<Connection> &connections);
    [[nodiscard]] const Connection &connectionAt(int row) const { return m_connections.at(row); }
    /// Whether `left` comes before `right` in the column, by value: addresses as people count them.
    [[nodiscard]] static bool lessThan(const Connection &left, const Connection &right, int column);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QList<Connection> m_connections;
};

} // namespace portolan
