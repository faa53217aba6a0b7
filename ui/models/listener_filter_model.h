// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "filter/filter_expression.h"
#include "models/listener_model.h"

#include <QHash>
#include <QSortFilterProxyModel>
#include <QTimer>

#include <vector>

namespace portolan {

/// Sorts by value and filters listeners. While held, nothing jumps: rows keep their order, stay
/// although they no longer match, and new ones stand at the end.
class ListenerFilterModel : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    explicit ListenerFilterModel(ListenerModel *source, QObject *parent = nullptr);

    /// A large table is judged in slices, so that the window stays responsive; filterApplied() says
    /// when the rows are those of the new filter.
    void setFilter(const FilterExpression &filter);
    [[nodiscard]] const FilterExpression &filter() const { return m_filter; }

    /// Letting go puts everything where it belongs.
    void setHeld(bool held);
    [[nodiscard]] bool isHeld() const { return m_held; }

    /// Ranks all rows once, so that the comparisons of the sort are those of two numbers.
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

    [[nodiscard]] const ListenerModel &listeners() const { return *m_source; }
    [[nodiscard]] const ListenerRow &row(const QModelIndex &proxyIndex) const;
    /// Invalid when the row is gone or filtered out.
    [[nodiscard]] QModelIndex indexOf(const ListenerKey &key) const;
    [[nodiscard]] QModelIndex indexOfId(quint64 id, int column = 0) const;
    /// Typed comparison of two rows by a column: less than, equal to or greater than 0. Rows
    /// without a value are equal to each other; `missing` says whether exactly one has none.
    [[nodiscard]] static int compare(const ListenerRow &a, const ListenerRow &b, ListenerColumn column, bool *missing);

Q_SIGNALS:
    void filterApplied();

protected:
    [[nodiscard]] bool filterAcceptsRow(int sourceRow, const QModelIndex &sourceParent) const override;
    [[nodiscard]] bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;

private:
    void freeze();
    void rankRows(ListenerColumn column, Qt::SortOrder order);
    void rankAgain();
    void judgeSlice();
    void switchFilter();
    [[nodiscard]] bool judge(const ListenerRow &row, const FilterExpression &filter, quint64 stamp) const;
    [[nodiscard]] quint64 rankOf(const ListenerRow &row) const;

    ListenerModel *m_source;
    FilterExpression m_filter;
    quint64 m_filterStamp = 0;
    FilterExpression m_nextFilter;
    quint64 m_nextStamp = 0;
    int m_nextRow = 0; ///< the first one not yet judged by the next filter
    QTimer m_slices;
    /// Places in the order of the sort column by source row, from 1; 0 for rows that changed since.
    std::vector<quint32> m_ranks;
    bool m_held = false;
    bool m_unsettled = false; ///< something changed while held
    /// Places of the rows by id when the hold began; rows that came later follow by id.
    QHash<quint64, quint64> m_heldRanks;
};

} // namespace portolan
