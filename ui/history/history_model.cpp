// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/history_model.h"

#include "history/history_text.h"

#include <QLocale>
#include <QTextDocument>

#include <algorithm>
#include <limits>

namespace portolan {

namespace {

constexpr int pageSize = 256;
/// Events this close to the newest may still be told better, see HistoryRecorder::settling.
constexpr qint64 mayBeTidied = HistoryRecorder::settling + 5'000;
constexpr HistoryPlace startOfTime { -1, -1 };

/// Whether it is one of the loaded ones, told better.
bool isOther(const HistoryEvent &a, const HistoryEvent &b)
{
    const auto id = [](const HistoryStatePtr &state) { return state ? state->id : 0; };
    return id(a.state) != id(b.state) || id(a.before) != id(b.before);
}

} // namespace

HistoryModel::HistoryModel(QObject *parent)
    : QAbstractTableModel(parent)
{
}

HistoryModel::~HistoryModel()
{
    m_ticket.cancel();
}

void HistoryModel::setStore(HistoryStore *store)
{
    if (m_store)
        disconnect(m_store, nullptr, this, nullptr);
    m_store = store;
    if (store) {
        connect(store, &HistoryStore::grew, this, &HistoryModel::askNewer);
        connect(store, &HistoryStore::replaced, this, &HistoryModel::reload);
    }
    reload();
}

void HistoryModel::ask(const HistoryQuery &query)
{
    m_ticket.cancel();
    m_ticket = {};
    m_asking = m_askingNewer = m_grew = false;
    m_query = query;
    m_query.olderThan.reset();
    m_query.most = pageSize;
    if (!m_events.empty()) {
        beginResetModel();
        m_events.clear();
        endResetModel();
    }
    m_next = HistoryPlace { std::numeric_limits<qint64>::max(), 0 };
    askOlder();
}

void HistoryModel::askOlder()
{
    if (!m_store || m_asking)
        return;
    m_asking = true;
    HistoryQuery query = m_query;
    query.olderThan = m_next;
    m_store->page(query, m_ticket, this, [this](const HistoryPage &page) { takeOlder(page); });
}

void HistoryModel::takeOlder(const HistoryPage &page)
{
    m_asking = false;
    m_next = page.next;
    if (!page.events.isEmpty()) {
        const int rows = rowCount();
        beginInsertRows({}, rows, rows + static_cast<int>(page.events.size()) - 1);
        m_events.insert(m_events.end(), page.events.begin(), page.events.end());
        endInsertRows();
    } else if (m_next) {
        // What answers is rare: reading goes on until something does.
        askOlder();
    }
    if (m_grew && !m_asking)
        askNewer();
    Q_EMIT answered();
}

void HistoryModel::askNewer()
{
    m_grew = true;
    // What was asked for shows it anyway, or what has happened is no part of the question.
    if (!m_store || m_askingNewer || m_query.to.isValid() || (m_asking && m_events.empty()))
        return;
    m_grew = false;
    m_askingNewer = true;
    HistoryQuery query = m_query;
    const HistoryPlace newest = m_events.empty() ? startOfTime : m_events.front().place;
    const QDateTime from = QDateTime::fromMSecsSinceEpoch(newest.at - mayBeTidied, Qt::UTC);
    if (!m_events.empty() && (!query.from.isValid() || query.from < from))
        query.from = from;
    m_store->page(query, m_ticket, this, [this](const HistoryPage &page) { takeNewer(page); });
}

void HistoryModel::takeNewer(const HistoryPage &page)
{
    m_askingNewer = false;
    const HistoryPlace newest = m_events.empty() ? startOfTime : m_events.front().place;
    const auto firstKnown = std::ranges::find_if(page.events, [&](const HistoryEvent &event) { return event.place <= newest; });
    if (firstKnown == page.events.cend() && page.next && *page.next > newest && !page.events.isEmpty()) {
        // More has happened than fits on a page.
        reload();
        return;
    }
    auto row = m_events.begin();
    for (auto known = firstKnown; known != page.events.cend(); ++known) {
        row = std::find_if(row, m_events.end(), [&](const HistoryEvent &event) { return event.place <= known->place; });
        if (row == m_events.end() || row->place != known->place || !isOther(*row, *known))
            continue;
        *row = *known;
        const auto at = static_cast<int>(row - m_events.begin());
        Q_EMIT dataChanged(index(at, 0), index(at, historyColumnCount - 1));
    }
    if (firstKnown != page.events.cbegin()) {
        beginInsertRows({}, 0, static_cast<int>(firstKnown - page.events.cbegin()) - 1);
        m_events.insert(m_events.begin(), page.events.cbegin(), firstKnown);
        endInsertRows();
    }
    if (m_grew)
        askNewer();
    Q_EMIT answered();
}

bool HistoryModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && m_next && !m_asking && m_store && rowCount() < mostRows;
}

void HistoryModel::fetchMore(const QModelIndex &parent)
{
    if (canFetchMore(parent))
        askOlder();
}

int HistoryModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_events.size());
}

int HistoryModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : historyColumnCount;
}

QString HistoryModel::cellText(const HistoryEvent &event, HistoryColumn column)
{
    switch (column) {
    case HistoryColumn::Time:
        return history_words::time(event.at());
    case HistoryColumn::Event:
        return history_words::event(event);
    case HistoryColumn::Port:
        return event.state ? QString::number(event.state->listener->port()) : QString();
    case HistoryColumn::Protocol:
        return event.state ? QString(QLatin1String(transportName(event.state->listener->transport()))) : QString();
    case HistoryColumn::Owner:
        return history_words::owner(event.state);
    case HistoryColumn::Verdict:
        return history_words::verdict(event.state);
    case HistoryColumn::What:
        return history_words::what(event);
    }
    return {};
}

QString HistoryModel::columnTitle(HistoryColumn column)
{
    switch (column) {
    case HistoryColumn::Time:
        return tr("Time");
    case HistoryColumn::Event:
        return tr("Event");
    case HistoryColumn::Port:
        return tr("Port");
    case HistoryColumn::Protocol:
        return tr("Protocol");
    case HistoryColumn::Owner:
        return tr("Owner");
    case HistoryColumn::Verdict:
        return tr("Verdict");
    case HistoryColumn::What:
        return tr("Addresses, or what changed");
    }
    return {};
}

QVariant HistoryModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const HistoryEvent &item = event(index.row());
    const auto column = static_cast<HistoryColumn>(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return cellText(item, column);
    case Qt::ToolTipRole:
        if (column == HistoryColumn::Time)
            return QLocale().toString(item.at().toLocalTime(), QLocale::LongFormat);
        return Qt::convertFromPlainText(cellText(item, column));
    case Qt::AccessibleTextRole:
        if (column == HistoryColumn::Time)
            return history_words::sentence(item);
        return tr("%1: %2", "column: value").arg(columnTitle(column), cellText(item, column));
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(
            Qt::Alignment((column == HistoryColumn::Port ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter));
    case EventRole:
        return static_cast<int>(item.kind);
    case VerdictRole:
        return item.state ? QVariant(static_cast<int>(item.state->assessment->verdict)) : QVariant();
    case PortRole:
        return item.state ? QVariant(item.state->listener->port()) : QVariant();
    case UnwatchedRole:
        return item.unwatched;
    default:
        return {};
    }
}

QVariant HistoryModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= historyColumnCount)
        return {};
    const auto column = static_cast<HistoryColumn>(section);
    if (role == Qt::DisplayRole)
        return columnTitle(column);
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(
            Qt::Alignment((column == HistoryColumn::Port ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter));
    return {};
}

} // namespace portolan
