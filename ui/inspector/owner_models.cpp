// SPDX-License-Identifier: GPL-3.0-or-later
#include "inspector/owner_models.h"

#include "inspector/plain.h"
#include "inspector/words.h"
#include "text/text.h"

#include <QDateTime>

#include <algorithm>
#include <iterator>
#include <vector>

namespace portolan {

namespace {

constexpr qsizetype cellMaximum = 200;
/// Beyond this many rows that come or go, one reset is cheaper for every view.
constexpr qsizetype manyRows = 32;

QString addresses(const Listener &listener)
{
    QStringList texts;
    for (const Endpoint &endpoint : listener.endpoints)
        texts += words::address(endpoint, listener.port());
    return text::visible(texts.join(QLatin1String(", ")), cellMaximum);
}

} // namespace

void OwnedListenersModel::setListeners(QList<ListenerPtr> listeners)
{
    const auto before = [](const ListenerPtr &a, const ListenerPtr &b) { return a->key < b->key; };
    std::sort(listeners.begin(), listeners.end(), before);
    listeners.erase(std::unique(listeners.begin(), listeners.end(),
                                [](const ListenerPtr &a, const ListenerPtr &b) { return a->key == b->key; }),
                    listeners.end());

    std::vector<ListenerPtr> kept;
    std::set_intersection(listeners.cbegin(), listeners.cend(), m_listeners.cbegin(), m_listeners.cend(),
                          std::back_inserter(kept), before);
    if (listeners.size() + m_listeners.size() - 2 * qsizetype(kept.size()) > manyRows) {
        beginResetModel();
        m_listeners = std::move(listeners);
        endResetModel();
        return;
    }

    // Both are sorted: one walk over the two.
    int row = 0;
    for (const ListenerPtr &listener : std::as_const(listeners)) {
        while (row < m_listeners.size() && m_listeners.at(row)->key < listener->key) {
            beginRemoveRows({}, row, row);
            m_listeners.removeAt(row);
            endRemoveRows();
        }
        if (row < m_listeners.size() && m_listeners.at(row)->key == listener->key) {
            if (m_listeners.at(row) != listener) {
                m_listeners[row] = listener;
                Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
            }
        } else {
            beginInsertRows({}, row, row);
            m_listeners.insert(row, listener);
            endInsertRows();
        }
        ++row;
    }
    if (row < m_listeners.size()) {
        beginRemoveRows({}, row, int(m_listeners.size()) - 1);
        m_listeners.remove(row, m_listeners.size() - row);
        endRemoveRows();
    }
}

int OwnedListenersModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_listeners.size());
}

int OwnedListenersModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant OwnedListenersModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Listener &listener = *m_listeners.at(index.row());
    if (role == Qt::ToolTipRole && index.column() == AddressColumn)
        return plain::toolTip(addresses(listener));
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case PortColumn:
        return words::portAndTransport(listener);
    case ReachableColumn:
        return words::exposure(listener.exposure());
    default:
        return addresses(listener);
    }
}

QVariant OwnedListenersModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case PortColumn:
        return tr("Port");
    case ReachableColumn:
        return tr("Reachable from");
    case AddressColumn:
        return tr("Addresses");
    default:
        return {};
    }
}

void HoldersModel::setProcesses(const QList<ProcessPtr> &processes)
{
    const bool sameRows = std::equal(processes.cbegin(), processes.cend(), m_processes.cbegin(), m_processes.cend(),
                                     [](const ProcessPtr &a, const ProcessPtr &b) { return a->key == b->key; });
    if (!sameRows) {
        beginResetModel();
        m_processes = processes;
        endResetModel();
        return;
    }
    for (int row = 0; row < processes.size(); ++row) {
        if (processes.at(row) == m_processes.at(row))
            continue;
        m_processes[row] = processes.at(row);
        Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
    }
}

int HoldersModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_processes.size());
}

int HoldersModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant HoldersModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const ProcessInfo &process = *m_processes.at(index.row());
    if (role == Qt::TextAlignmentRole && index.column() == PidColumn)
        return QVariant(Qt::AlignTrailing | Qt::AlignVCenter);
    if (role == Qt::ToolTipRole)
        return plain::toolTip(text::shellQuoted(process.commandLine));
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case PidColumn:
        return QString::number(process.key.pid);
    case NameColumn:
        return text::visible(process.shownName(), cellMaximum);
    default:
        return words::startTime(process.startedAt, QDateTime::currentDateTime());
    }
}

QVariant HoldersModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case PidColumn:
        return tr("PID");
    case NameColumn:
        return tr("Name");
    case SinceColumn:
        return tr("Since");
    default:
        return {};
    }
}

} // namespace portolan
