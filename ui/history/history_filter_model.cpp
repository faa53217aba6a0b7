// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/history_filter_model.h"

#include "history/history_model.h"

namespace portolan {

void HistoryFilterModel::setFilter(const FilterExpression &filter)
{
    m_filter = filter;
    invalidateFilter();
}

bool HistoryFilterModel::filterAcceptsRow(int sourceRow, const QModelIndex &) const
{
    if (m_filter.isEmpty())
        return true;
    static const Assessment unknown;
    const HistoryEntry &entry = static_cast<const HistoryModel *>(sourceModel())->entry(sourceRow);
    return m_filter.matches(*entry.listener, entry.assessment ? *entry.assessment : unknown)
        || (entry.before && m_filter.matches(*entry.before, entry.assessmentBefore ? *entry.assessmentBefore : unknown));
}

} // namespace portolan
