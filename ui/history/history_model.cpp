// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/history_model.h"

#include "history/history_memory.h"
#include "models/listener_labels.h"
#include "text/text.h"

#include <QLocale>
#include <QTextDocument>

#include <algorithm>

namespace portolan {

namespace {

QString eventText(HistoryEvent event)
{
    switch (event) {
    case HistoryEvent::Opened:
        return HistoryModel::tr("+ opened");
    case HistoryEvent::Closed:
        return HistoryModel::tr("− closed");
    case HistoryEvent::Changed:
        break;
    }
    return HistoryModel::tr("~ changed");
}

QString verdictText(const AssessmentPtr &assessment)
{
    if (!assessment)
        return QStringLiteral("—");
    return verdictGlyph(assessment->verdict) + QLatin1Char(' ') + verdictLabel(assessment->verdict);
}

QString fromTo(const QString &what, const QString &before, const QString &after)
{
    return HistoryModel::tr("%1: %2 → %3", "what changed: before → after").arg(what, before, after);
}

/// Made before the entry is kept: the owner's other processes are counted in it.
HistoryEntry kept(HistoryEntry entry)
{
    entry.owner = labels::owner(*entry.listener->owner);
    if (entry.before)
        entry.ownerBefore = labels::owner(*entry.before->owner);
    entry.listener = history_memory::bounded(entry.listener);
    entry.before = history_memory::bounded(entry.before);
    entry.assessment = history_memory::bounded(entry.assessment);
    entry.assessmentBefore = history_memory::bounded(entry.assessmentBefore);
    return entry;
}

QString whatChanged(const HistoryEntry &entry)
{
    if (entry.event != HistoryEvent::Changed || !entry.before)
        return labels::addresses(*entry.listener);
    QStringList parts;
    const bool program = entry.what & (Changes(Change::Owner) | Change::Program);
    if (program)
        parts.append(fromTo(HistoryModel::tr("Owner"), entry.ownerBefore, entry.owner));
    if (entry.what.testFlag(Change::Endpoints))
        parts.append(fromTo(HistoryModel::tr("Addresses"), labels::addresses(*entry.before),
                            labels::addresses(*entry.listener)));
    if (entry.assessment && entry.assessmentBefore && entry.assessment->verdict != entry.assessmentBefore->verdict)
        parts.append(fromTo(HistoryModel::tr("Verdict"), verdictLabel(entry.assessmentBefore->verdict),
                            verdictLabel(entry.assessment->verdict)));
    return parts.join(QStringLiteral("; "));
}

} // namespace

HistoryModel::HistoryModel(QObject *parent, int capacity)
    : QAbstractTableModel(parent)
    , m_capacity(capacity)
{
}

QList<HistoryEntry> HistoryModel::entriesOf(const Update &update) const
{
    QList<HistoryEntry> entries;
    const QDateTime at = update.snapshot->takenAt.toUTC();
    // Closed before opened: a restart reads as such.
    for (const ListenerPtr &listener : update.delta.closed)
        entries.append({ at, HistoryEvent::Closed, listener, m_previous->assessmentOf(listener->key), {}, {}, {}, {}, {} });
    for (const ListenerChange &change : update.delta.changed) {
        HistoryEntry entry { at, HistoryEvent::Changed, change.after, update.assessmentOf(change.after->key),
                             change.before, m_previous->assessmentOf(change.before->key), change.what, {}, {} };
        const bool verdictChanged = entry.assessment && entry.assessmentBefore
            && entry.assessment->verdict != entry.assessmentBefore->verdict;
        if (verdictChanged || (change.what & noteworthyChanges))
            entries.append(entry);
    }
    for (const ListenerPtr &listener : update.delta.opened)
        entries.append({ at, HistoryEvent::Opened, listener, update.assessmentOf(listener->key), {}, {}, {}, {}, {} });
    return entries;
}

void HistoryModel::apply(const Update &update)
{
    if (!update.snapshot)
        return;
    if (update.first || !m_previous) {
        if (!m_startedAt.isValid())
            m_startedAt = update.snapshot->takenAt.toUTC();
        m_presentAtStart = static_cast<int>(update.snapshot->listeners.size());
    } else {
        prepend(entriesOf(update));
    }
    m_previous = update;
    m_previous->delta = {};
}

void HistoryModel::prepend(const QList<HistoryEntry> &oldestFirst)
{
    // Entries that would be dropped at once are never inserted.
    const auto fresh = std::min<qsizetype>(oldestFirst.size(), m_capacity);
    m_dropped += oldestFirst.size() - fresh;
    if (fresh == 0)
        return;
    const int overflow = static_cast<int>(static_cast<qsizetype>(m_entries.size()) + fresh) - m_capacity;
    if (overflow > 0) {
        const int rows = rowCount();
        beginRemoveRows({}, rows - overflow, rows - 1);
        m_entries.erase(m_entries.end() - overflow, m_entries.end());
        endRemoveRows();
        m_dropped += overflow;
    }
    beginInsertRows({}, 0, static_cast<int>(fresh) - 1);
    for (auto it = oldestFirst.cend() - fresh; it != oldestFirst.cend(); ++it)
        m_entries.push_front(kept(*it));
    endInsertRows();
}

int HistoryModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_entries.size());
}

int HistoryModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : historyColumnCount;
}

QString HistoryModel::cellText(const HistoryEntry &entry, HistoryColumn column)
{
    switch (column) {
    case HistoryColumn::Time:
        return QLocale().toString(entry.at.toLocalTime(), QStringLiteral("yyyy-MM-dd HH:mm:ss"));
    case HistoryColumn::Event:
        return eventText(entry.event);
    case HistoryColumn::Port:
        return QString::number(entry.listener->port());
    case HistoryColumn::Protocol:
        return QLatin1String(transportName(entry.listener->transport()));
    case HistoryColumn::Owner:
        return entry.owner;
    case HistoryColumn::Verdict:
        return verdictText(entry.assessment);
    case HistoryColumn::What:
        return whatChanged(entry);
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
    const HistoryEntry &item = entry(index.row());
    const auto column = static_cast<HistoryColumn>(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return cellText(item, column);
    case Qt::ToolTipRole:
        if (column == HistoryColumn::Time)
            return QLocale().toString(item.at.toLocalTime(), QLocale::LongFormat);
        return Qt::convertFromPlainText(cellText(item, column));
    case Qt::AccessibleTextRole:
        if (column == HistoryColumn::Time) {
            QStringList parts;
            for (int i = 0; i < historyColumnCount; ++i)
                parts.append(cellText(item, static_cast<HistoryColumn>(i)));
            return parts.join(QStringLiteral(", "));
        }
        return tr("%1: %2", "column: value").arg(columnTitle(column), cellText(item, column));
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(
            Qt::Alignment((column == HistoryColumn::Port ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter));
    case EventRole:
        return static_cast<int>(item.event);
    case VerdictRole:
        return item.assessment ? QVariant(static_cast<int>(item.assessment->verdict)) : QVariant();
    case PortRole:
        return item.listener->port();
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
