// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/listener_filter_model.h"

#include <atomic>
#include <tuple>

namespace portolan {

namespace {

/// Unique among all filters, so that a row's cached answer is never taken for another filter's.
quint64 nextStamp()
{
    static std::atomic<quint64> stamp {0};
    return ++stamp;
}

/// Beyond this many rows of unknown rank, ranking all again costs less than comparing their values.
constexpr int manyUnranked = 256;

/// How many rows one turn of the event loop judges.
constexpr int sliceRows = 1500;

struct Place
{
    quint64 key; ///< 0: no value
    quint32 tie;
    int row;
};

bool isTextColumn(ListenerColumn column)
{
    switch (column) {
    case ListenerColumn::Registered:
    case ListenerColumn::Owner:
    case ListenerColumn::User:
    case ListenerColumn::Description:
    case ListenerColumn::Unit:
    case ListenerColumn::Executable:
    case ListenerColumn::CommandLine:
    case ListenerColumn::Namespace:
        return true;
    default:
        return false;
    }
}

/// IPv4 in order, then IPv6 by its network; the port settles what is left.
quint64 addressNumber(const IpAddress &address)
{
    quint64 number = 0;
    const auto bytes = address.bytes();
    for (size_t i = 0; i < std::min<size_t>(8, bytes.size()); ++i)
        number = number << 8 | bytes[i];
    return address.family() == IpAddress::Family::IPv4 ? number : quint64(1) << 63 | number >> 1;
}

QString sortText(const ListenerRow &row, ListenerColumn column)
{
    const Owner &owner = *row.listener->owner;
    const ProcessInfo *leader = owner.leader();
    switch (column) {
    case ListenerColumn::Registered:
        return row.assessment->service;
    case ListenerColumn::Owner:
        return leader ? leader->name : owner.unit;
    case ListenerColumn::User:
        return owner.user;
    case ListenerColumn::Description:
        return row.assessment->description;
    case ListenerColumn::Unit:
        return owner.unit;
    case ListenerColumn::Executable:
        return leader ? leader->executable : QString();
    case ListenerColumn::CommandLine:
        return leader ? leader->commandLine.join(QLatin1Char(' ')) : QString();
    case ListenerColumn::Namespace: {
        // The host's own comes first.
        const QString &name = row.listener->endpoints.constFirst().networkNamespace;
        return name.isEmpty() ? QStringLiteral(" ") : name;
    }
    default:
        return {};
    }
}

/// The value plus one; 0 where there is none.
quint64 sortNumber(const ListenerRow &row, ListenerColumn column)
{
    const ProcessInfo *leader = row.listener->owner->leader();
    switch (column) {
    case ListenerColumn::State:
        return 1 + static_cast<quint64>(row.state);
    case ListenerColumn::Port:
        return 1 + static_cast<quint64>(row.listener->port());
    case ListenerColumn::Protocol:
        return 1 + static_cast<quint64>(row.listener->transport());
    case ListenerColumn::Verdict:
        return 1 + static_cast<quint64>(row.assessment->verdict);
    case ListenerColumn::Pid:
        return leader ? 1 + static_cast<quint64>(leader->key.pid) : 0;
    case ListenerColumn::Reachable:
        return 1 + static_cast<quint64>(row.exposure);
    case ListenerColumn::Since:
        return row.since > 0 ? 1 + static_cast<quint64>(row.since) : 0;
    case ListenerColumn::Addresses:
        return 1 + addressNumber(row.listener->endpoints.constFirst().address);
    case ListenerColumn::PortMarks:
        return 1 + static_cast<quint64>(Marks::Int(row.assessment->marks));
    case ListenerColumn::Processes:
        return static_cast<quint64>(row.listener->owner->processes.size());
    default:
        return 0;
    }
}

/// One number by row: equal texts are common, and only the different ones are compared, once.
/// 0 is the empty text.
std::vector<quint64> ranksOfTexts(const ListenerModel &model, ListenerColumn column)
{
    QHash<QString, quint64> ranks;
    QHash<const ProcessInfo *, QString> joined;
    std::vector<QString> texts;
    texts.reserve(static_cast<size_t>(model.rowCount()));
    for (int i = 0; i < model.rowCount(); ++i) {
        const ListenerRow &row = model.row(i);
        if (column == ListenerColumn::CommandLine) {
            QString &text = joined[row.listener->owner->leader()];
            if (text.isEmpty())
                text = sortText(row, column);
            texts.push_back(text);
        } else {
            texts.push_back(sortText(row, column));
        }
        ranks.insert(texts.back(), 0);
    }
    QStringList sorted = ranks.keys();
    std::sort(sorted.begin(), sorted.end(),
              [](const QString &a, const QString &b) { return a.compare(b, Qt::CaseInsensitive) < 0; });
    quint64 rank = 0;
    for (qsizetype i = 0; i < sorted.size(); ++i) {
        if (i == 0 ? !sorted.at(i).isEmpty() : sorted.at(i).compare(sorted.at(i - 1), Qt::CaseInsensitive) != 0)
            ++rank;
        ranks[sorted.at(i)] = rank;
    }
    std::vector<quint64> byRow;
    byRow.reserve(texts.size());
    for (const QString &text : texts)
        byRow.push_back(ranks.value(text));
    return byRow;
}

} // namespace

ListenerFilterModel::ListenerFilterModel(ListenerModel *source, QObject *parent)
    : QSortFilterProxyModel(parent)
    , m_source(source)
    , m_filterStamp(nextStamp())
{
    m_slices.setInterval(0);
    connect(&m_slices, &QTimer::timeout, this, &ListenerFilterModel::judgeSlice);
    setDynamicSortFilter(true);
    const auto unsettle = [this] { m_unsettled = true; };
    connect(source, &QAbstractItemModel::dataChanged, this, unsettle);
    connect(source, &QAbstractItemModel::rowsInserted, this, unsettle);
    connect(source, &QAbstractItemModel::modelReset, this, unsettle);
    // Connected before the base class connects: it sorts in reaction to the same signals.
    connect(source, &QAbstractItemModel::dataChanged, this, [this](const QModelIndex &from, const QModelIndex &to) {
        if (sortColumn() < from.column() || sortColumn() > to.column())
            return;
        if (to.row() - from.row() >= manyUnranked)
            rankAgain();
        else
            std::fill(m_ranks.begin() + from.row(), m_ranks.begin() + to.row() + 1, 0U);
    });
    connect(source, &QAbstractItemModel::rowsInserted, this, [this](const QModelIndex &, int first, int last) {
        m_ranks.insert(m_ranks.begin() + first, static_cast<size_t>(last - first + 1), 0U);
    });
    connect(source, &QAbstractItemModel::rowsRemoved, this, [this](const QModelIndex &, int first, int last) {
        m_ranks.erase(m_ranks.begin() + first, m_ranks.begin() + last + 1);
    });
    connect(source, &QAbstractItemModel::modelReset, this, &ListenerFilterModel::rankAgain);
    setSourceModel(source);
    sort(static_cast<int>(ListenerColumn::Port), Qt::AscendingOrder);
}

void ListenerFilterModel::setFilter(const FilterExpression &filter)
{
    m_nextFilter = filter;
    m_nextStamp = nextStamp();
    m_nextRow = 0;
    if (m_source->rowCount() > sliceRows && !filter.isEmpty())
        m_slices.start();
    else
        switchFilter();
}

void ListenerFilterModel::judgeSlice()
{
    const int end = std::min(m_source->rowCount(), m_nextRow + sliceRows);
    for (; m_nextRow < end; ++m_nextRow)
        (void)judge(m_source->row(m_nextRow), m_nextFilter, m_nextStamp);
    if (m_nextRow >= m_source->rowCount())
        switchFilter();
}

void ListenerFilterModel::switchFilter()
{
    m_slices.stop();
    m_filter = m_nextFilter;
    m_filterStamp = m_nextStamp;
    // The person asked for other rows: only the order stays frozen.
    const bool held = std::exchange(m_held, false);
    invalidate();
    if (held) {
        freeze();
        m_held = true;
        m_unsettled = true;
    }
    Q_EMIT filterApplied();
}

bool ListenerFilterModel::judge(const ListenerRow &row, const FilterExpression &filter, quint64 stamp) const
{
    if (row.filterStamp != stamp) {
        row.filterAccepts = filter.matches(*row.listener, *row.assessment, row.ownNote);
        row.filterStamp = stamp;
    }
    return row.filterAccepts;
}

void ListenerFilterModel::rankRows(ListenerColumn column, Qt::SortOrder order)
{
    const int count = m_source->rowCount();
    std::vector<Place> places;
    places.reserve(static_cast<size_t>(count));
    const bool texts = isTextColumn(column);
    const std::vector<quint64> textRanks = texts ? ranksOfTexts(*m_source, column) : std::vector<quint64>();
    for (int i = 0; i < count; ++i) {
        const ListenerRow &row = m_source->row(i);
        const quint64 key = texts ? textRanks[static_cast<size_t>(i)] : sortNumber(row, column);
        places.push_back({key, quint32(row.listener->port()) << 1 | quint32(row.listener->transport()), i});
    }
    std::sort(places.begin(), places.end(), [order](const Place &a, const Place &b) {
        if (a.key != b.key) {
            if (a.key == 0 || b.key == 0)
                return b.key == 0;
            return order == Qt::AscendingOrder ? a.key < b.key : b.key < a.key;
        }
        // Rows stand in the order of their ids, so the row settles what is left.
        return std::tie(a.tie, a.row) < std::tie(b.tie, b.row);
    });
    m_ranks.assign(static_cast<size_t>(count), 0);
    quint32 rank = 0;
    for (const Place &place : places)
        m_ranks[static_cast<size_t>(place.row)] = ++rank;
}

void ListenerFilterModel::rankAgain()
{
    rankRows(static_cast<ListenerColumn>(std::max(0, sortColumn())), sortOrder());
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
    if (m_unsettled) {
        rankAgain();
        invalidate();
    }
}

void ListenerFilterModel::sort(int column, Qt::SortOrder order)
{
    const bool held = std::exchange(m_held, false);
    rankRows(static_cast<ListenerColumn>(std::max(0, column)), order);
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
    return judge(row, m_filter, m_filterStamp);
}

quint64 ListenerFilterModel::rankOf(const ListenerRow &row) const
{
    constexpr quint64 afterAll = quint64(1) << 62;
    return m_heldRanks.value(row.id, afterAll + row.id);
}

bool ListenerFilterModel::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    if (!m_held) {
        const quint32 first = m_ranks[static_cast<size_t>(left.row())];
        const quint32 second = m_ranks[static_cast<size_t>(right.row())];
        if (first != 0 && second != 0)
            return sortOrder() == Qt::DescendingOrder ? second < first : first < second;
    }
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
    if (isTextColumn(column)) {
        const QString first = sortText(a, column);
        const QString second = sortText(b, column);
        *missing = first.isEmpty() != second.isEmpty();
        return first.compare(second, Qt::CaseInsensitive);
    }
    const quint64 first = sortNumber(a, column);
    const quint64 second = sortNumber(b, column);
    *missing = (first == 0) != (second == 0);
    return first < second ? -1 : second < first ? 1 : 0;
}

} // namespace portolan
