// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>
#include <QHash>
#include <QList>

namespace portolan {

/// A table of values that are told apart by a key. Other values remove, change and add rows; nothing
/// ever resets, so that a selection stays. Values come in no particular order: views sort.
template<typename Row, typename Key>
class KeyedRows : public QAbstractTableModel
{
public:
    using QAbstractTableModel::QAbstractTableModel;

    /// Of several rows with the same key the first counts.
    void setRows(const QList<Row> &rows);
    [[nodiscard]] const Row &rowAt(int row) const { return m_rows.at(row); }
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : int(m_rows.size());
    }

protected:
    [[nodiscard]] virtual Key keyOf(const Row &row) const = 0;

private:
    QList<Row> m_rows;
};

template<typename Row, typename Key>
void KeyedRows<Row, Key>::setRows(const QList<Row> &rows)
{
    QHash<Key, Row> wanted;
    wanted.reserve(rows.size());
    QList<Key> order;
    for (const Row &row : rows) {
        const Key key = keyOf(row);
        if (!wanted.contains(key)) {
            wanted.insert(key, row);
            order.append(key);
        }
    }

    for (int last = int(m_rows.size()) - 1; last >= 0;) {
        if (wanted.contains(keyOf(m_rows.at(last)))) {
            --last;
            continue;
        }
        int first = last;
        while (first > 0 && !wanted.contains(keyOf(m_rows.at(first - 1))))
            --first;
        beginRemoveRows({}, first, last);
        m_rows.remove(first, last - first + 1);
        endRemoveRows();
        last = first - 1;
    }

    for (int row = 0; row < m_rows.size(); ++row) {
        const Row now = wanted.take(keyOf(m_rows.at(row)));
        if (now == m_rows.at(row))
            continue;
        m_rows[row] = now;
        Q_EMIT dataChanged(index(row, 0), index(row, columnCount() - 1));
    }

    if (wanted.isEmpty())
        return;
    const int first = int(m_rows.size());
    beginInsertRows({}, first, first + int(wanted.size()) - 1);
    for (const Key &key : std::as_const(order)) {
        const auto found = wanted.constFind(key);
        if (found != wanted.cend())
            m_rows.append(*found);
    }
    endInsertRows();
}

} // namespace portolan
