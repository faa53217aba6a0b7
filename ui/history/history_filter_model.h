// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "filter/filter_expression.h"

#include <QSortFilterProxyModel>

namespace portolan {

/// The history's rows that a filter expression accepts, in the history's own order.
class HistoryFilterModel : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    using QSortFilterProxyModel::QSortFilterProxyModel;

    void setFilter(const FilterExpression &filter);

protected:
    [[nodiscard]] bool filterAcceptsRow(int sourceRow, const QModelIndex &sourceParent) const override;

private:
    FilterExpression m_filter;
};

} // namespace portolan
