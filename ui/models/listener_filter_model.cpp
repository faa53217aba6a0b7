// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/listener_filter_model.h"

#include <atomic>
#include <limits>

namespace portolan {

namespace {

/// Unique among all filters, so that a row's cached answer is never taken for another filter's.
quint64 nextStamp()
{
    static std::atomic<quint64> stamp {0};
    return ++stamp;
}

template<typename T>
int ordered(const T &a, const T &b)
{
    return a < b ? -1 : b < a ? 1 : 0;
}

int compareTexts(const QString &a, const QString &b, bool *missing)
{
    *missing = a.isEmpty() != b.isEmpty();
    return a.compare(b, Qt::CaseInsensitive);
}

template<typename Value>
int compareOptional(const std::optional<Value> &a, const std::optional<Value> &b, bool *missing)
{
    *missing = a.has_value() != b.has_value();
    return ordered(a, b);
}

const QString &ownerName(const ListenerRow &row)
{
    const Owner &owner = *row.listener->owner;
    if (const ProcessInfo *leader = owner.leader())
        return leader->name;
    return owner.unit;
}

const QString &executablePath(const ListenerRow &row)
{
    static const QString none;
    const ProcessInfo *leader = row.listener->owner->leader();
    return leader ? leader->executable : none;
}

std::optional<qint32> pid(const ListenerRow &row)
{
    const ProcessInfo *leader = row.listener->owner->leader();
    return leader ? std::optional<qint32>(leader->key.pid) : std::nullopt;
}

int compareCommandLines(const ListenerRow &a, const ListenerRow &b, bool *missing)
{
    const ProcessInfo *first = a.listener->owner->leader();
    const ProcessInfo *second = b.listener->owner->leader();
    const bool hasFirst = first && !first->commandLine.isEmpty();
    const bool hasSecond = second && !second->commandLine.isEmpty();
    *missing = hasFirst != hasSecond;
    return hasFirst && hasSecond ? ordered(first->commandLine, second->commandLine) : ordered(hasFirst, hasSecond);
}

} // namespace

ListenerFilterModel::ListenerFilterModel(ListenerModel *source, QObject *parent)
    : QSortFilterProxyModel(parent)
    , m_source(source)
    , m_filterStamp(nextStamp())
{
    setDynamicSortFilter(true);
    setSortRole(ListenerModel::SortRole);
    const auto unsettle = [this] { m_unsettled = true; };
    connect(source, &QAbstractItemModel::dataChanged, this, unsettle);
    connect(source, &QAbstractItemModel::rowsInserted, this, unsettle);
    connect(source, &QAbstractItemModel::modelReset, this, unsettle);
    setSourceModel(source);
    QSortFilterProxyModel::sort(static_cast<int>(ListenerColumn::Port), Qt::AscendingOrder);
}

void ListenerFilterModel::setFilter(const FilterExpression &filter)
{
    m_filter = filter;
    m_filterStamp = nextStamp();
    // The person asked for other rows: only the order stays frozen.
    m_unsettled = m_held;
    QHash<quint64, quint64> ranks;
    ranks.swap(m_heldRanks);
    const bool held = std::exchange(m_held, false);
    invalidateFilter();
    m_held = held;
    m_heldRanks.swap(ranks);
    if (m_held)
        freeze();
}

void ListenerFilterModel::freeze()
{
    m_heldRanks.clear();
    m_heldRanks.reserve(rowCount());
    for (int i = 0; i < rowCount(); ++i)
        m_heldRanks.insert(m_source->row(mapToSource(index(i, 0)).row()).id, static_cast<quint64>(i));
}

void ListenerFilterModel::setHeld(bool held)
{
    if (m_held == held)
        return;
    if (held) {
        freeze();
        m_held = true;
        m_unsettled = false;
        return;
    }
    m_held = false;
    m_heldRanks.clear();
    if (m_unsettled)
        invalidate();
}

void ListenerFilterModel::sort(int column, Qt::SortOrder order)
{
    const bool held = std::exchange(m_held, false);
    QSortFilterProxyModel::sort(column, order);
    if (held) {
        freeze();
        m_held = true;
    }
}

const ListenerRow &ListenerFilterModel::row(const QModelIndex &proxyIndex) const
{
    return m_source->row(mapToSource(proxyIndex).row());
}

QModelIndex ListenerFilterModel::indexOf(const ListenerKey &key) const
{
    const int row = m_source->rowOf(key);
    return row < 0 ? QModelIndex() : mapFromSource(m_source->index(row, 0));
}

QModelIndex ListenerFilterModel::indexOfId(quint64 id, int column) const
{
    const int row = m_source->rowOfId(id);
    return row < 0 ? QModelIndex() : mapFromSource(m_source->index(row, column));
}

bool ListenerFilterModel::filterAcceptsRow(int sourceRow, const QModelIndex &) const
{
    const ListenerRow &row = m_source->row(sourceRow);
    if (m_held && m_heldRanks.contains(row.id))
        return true;
    if (m_filter.isEmpty())
        return true;
    if (row.filterStamp != m_filterStamp) {
        row.filterAccepts = m_filter.matches(*row.listener, *row.assessment);
        row.filterStamp = m_filterStamp;
    }
    return row.filterAccepts;
}

quint64 ListenerFilterModel::rankOf(const ListenerRow &row) const
{
    constexpr quint64 afterAll = quint64(1) << 62;
    return m_heldRanks.value(row.id, afterAll + row.id);
}

bool ListenerFilterModel::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    const ListenerRow &a = m_source->row(left.row());
    const ListenerRow &b = m_source->row(right.row());
    // The base class turns the arguments round when it sorts downwards; what does not depend on
    // the direction has to be turned round as well.
    const bool descending = sortOrder() == Qt::DescendingOrder;
    if (m_held)
        return descending ? rankOf(b) < rankOf(a) : rankOf(a) < rankOf(b);

    bool missing = false;
    const int order = compare(a, b, static_cast<ListenerColumn>(left.column()), &missing);
    if (order != 0) {
        // Rows without a value stand below in both directions.
        return missing && !descending ? order > 0 : order < 0;
    }
    const auto tie = [](const ListenerRow &row) {
        return std::tuple(row.listener->port(), row.listener->transport(), row.id);
    };
    return descending ? tie(b) < tie(a) : tie(a) < tie(b);
}

int ListenerFilterModel::compare(const ListenerRow &a, const ListenerRow &b, ListenerColumn column, bool *missing)
{
    *missing = false;
    switch (column) {
    case ListenerColumn::State:
        return ordered(a.state, b.state);
    case ListenerColumn::Port:
        return ordered(a.listener->port(), b.listener->port());
    case ListenerColumn::Protocol:
        return ordered(a.listener->transport(), b.listener->transport());
    case ListenerColumn::Verdict:
        return ordered(a.assessment->verdict, b.assessment->verdict);
    case ListenerColumn::Registered:
        return compareTexts(a.assessment->service, b.assessment->service, missing);
    case ListenerColumn::Owner:
        return compareTexts(ownerName(a), ownerName(b), missing);
    case ListenerColumn::Pid:
        return compareOptional(pid(a), pid(b), missing);
    case ListenerColumn::Reachable:
        return ordered(a.exposure, b.exposure);
    case ListenerColumn::User:
        return compareTexts(a.listener->owner->user, b.listener->owner->user, missing);
    case ListenerColumn::Since:
        *missing = (a.since == 0) != (b.since == 0);
        return ordered(a.since, b.since);
    case ListenerColumn::Addresses:
        return ordered(a.listener->endpoints.constFirst(), b.listener->endpoints.constFirst());
    case ListenerColumn::Description:
        return compareTexts(a.assessment->description, b.assessment->description, missing);
    case ListenerColumn::Unit:
        return compareTexts(a.listener->owner->unit, b.listener->owner->unit, missing);
    case ListenerColumn::Executable:
        return compareTexts(executablePath(a), executablePath(b), missing);
    case ListenerColumn::CommandLine:
        return compareCommandLines(a, b, missing);
    case ListenerColumn::PortMarks:
        return ordered(Marks::Int(a.assessment->marks), Marks::Int(b.assessment->marks));
    case ListenerColumn::Processes:
        return ordered(a.listener->owner->processes.size(), b.listener->owner->processes.size());
    }
    return 0;
}

} // namespace portolan
