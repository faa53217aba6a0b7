// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "snapshot/listener.h"

#include <QAbstractTableModel>

namespace portolan {

/// The listeners of one process, in the order of their keys. Changes by rows, never by reset.
class OwnedListenersModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { PortColumn, ReachableColumn, AddressColumn, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void setListeners(QList<ListenerPtr> listeners);
    [[nodiscard]] const ListenerPtr &listenerAt(int row) const { return m_listeners.at(row); }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QList<ListenerPtr> m_listeners;
};

/// The processes that hold one socket, or may hold it, in the owner's order: leader first.
class HoldersModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { PidColumn, NameColumn, SinceColumn, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void setProcesses(const QList<ProcessPtr> &processes);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QList<ProcessPtr> m_processes;
};

} // namespace portolan
