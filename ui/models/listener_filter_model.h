// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "filter/filter_expression.h"
#include "models/listener_model.h"

#include <QHash>
#include <QSortFilterProxyModel>

namespace portolan {

/// Sorts by value and filters listeners. While held, nothing jumps: rows keep their order, stay
/// although they no longer match, and new ones stand at the end.
class ListenerFilterModel : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    explicit ListenerFilterModel(ListenerModel *source, QObject *parent = nullptr);

    void setFilter(const FilterExpression &filter);
    [[nodiscard]] const FilterExpression &filter() const { return m_filter; }

    /// Letting go puts everything where it belongs.
    void setHeld(bool held);
    [[nodiscard]] bool isHeld() const { return m_held; }

    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

    [[nodiscard]] const ListenerRow &row(const QModelIndex &proxyIndex) const;
    /// Invalid when the row is gone or filtered out.
    [[nodiscard]] QModelIndex indexOf(const ListenerKey &key) const;
    [[nodiscard]] QModelIndex indexOfId(quint64 id, int column = 0) const;
    /// Typed comparison of two rows by a column: less than, equal to or greater than 0. Rows
    /// without a value are equal to each other; `missing` says whether exactly one has none.
    [[nodiscard]] static int compare(const ListenerRow &a, const ListenerRow &b, ListenerColumn column, bool *missing);

protected:
    [[nodiscard]] bool filterAcceptsRow(int sourceRow, const QModelIndex &sourceParent) const override;
    [[nodiscard]] bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;

private:
    void freeze();
    [[nodiscard]] quint64 rankOf(const ListenerRow &row) const;

    ListenerModel *m_source;
    FilterExpression m_filter;
    quint64 m_filterStamp = 0;
    bool m_held = false;
    bool m_unsettled = false; ///< something changed while held
    /// Places of the rows by id when the hold began; rows that came later follow by id.
    QHash<quint64, quint64> m_heldRanks;
};

} // namespace portolan
