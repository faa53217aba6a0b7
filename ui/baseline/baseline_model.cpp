// SPDX-License-Identifier: GPL-3.0-or-later
#include "baseline/baseline_model.h"

#include "inspector/plain.h"
#include "report/listener_text.h"
#include "text/text.h"

#include <QHash>
#include <QLocale>

#include <algorithm>

namespace portolan {

namespace {

constexpr qsizetype longestText = 300;

QString programText(const AcceptedIdentity &identity, const Owner &owner)
{
    const QString program = identity.program.isEmpty() ? identity.unit : identity.program;
    return program.isEmpty() ? listener_text::owner(owner) : text::visible(program, longestText);
}

} // namespace

BaselineModel::BaselineModel(QObject *parent)
    : QAbstractTableModel(parent)
{
}

void BaselineModel::setBaseline(const BaselinePtr &baseline)
{
    beginResetModel();
    m_rows.clear();
    for (const AcceptedPtr &entry : baseline->accepted())
        m_rows += Row { entry };
    endResetModel();
}

void BaselineModel::setPicture(const Update &update)
{
    QHash<const AcceptedListener *, Row> found;
    for (const AssessmentPtr &assessment : update.assessments) {
        if (!assessment->baseline || !assessment->baseline->accepted)
            continue;
        Row &row = found[assessment->baseline->accepted.get()];
        switch (assessment->baseline->state) {
        case BaselineState::Accepted:
            row.presence = Presence::Here;
            break;
        case BaselineState::Changed:
            if (row.presence != Presence::Here)
                row.presence = Presence::Changed;
            for (const Evidence &fact : assessment->evidence) {
                if (fact.id == EvidenceId::AcceptedChanged)
                    row.change = evidenceText(fact);
            }
            break;
        case BaselineState::Unseen:
            if (row.presence == Presence::Unknown)
                row.presence = Presence::Unseen;
            break;
        case BaselineState::NotInBaseline:
            break;
        }
    }
    for (qsizetype i = 0; i < m_rows.size(); ++i) {
        Row &row = m_rows[i];
        const Row now = found.value(row.entry.get(), Row { row.entry, Presence::NotHere });
        if (now.presence == row.presence && now.change == row.change)
            continue;
        row.presence = now.presence;
        row.change = now.change;
        Q_EMIT dataChanged(index(static_cast<int>(i), 0), index(static_cast<int>(i), baselineColumnCount - 1));
    }
}

int BaselineModel::count(Presence presence) const
{
    return static_cast<int>(std::ranges::count(m_rows, presence, &Row::presence));
}

int BaselineModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int BaselineModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : baselineColumnCount;
}

QString BaselineModel::presenceText(Presence presence)
{
    switch (presence) {
    case Presence::Here:
        return tr("✓ here");
    case Presence::NotHere:
        return tr("– not here");
    case Presence::Changed:
        return tr("~ changed");
    case Presence::Unseen:
        return tr("? cannot be seen");
    case Presence::Unknown:
        return {};
    }
    Q_UNREACHABLE();
}

QString BaselineModel::text(const Row &row, BaselineColumn column) const
{
    const Listener &listener = *row.entry->listener;
    switch (column) {
    case BaselineColumn::State:
        return presenceText(row.presence);
    case BaselineColumn::Port:
        return QString::number(listener.port());
    case BaselineColumn::Protocol:
        return QString(QLatin1String(transportName(listener.transport()))).toUpper();
    case BaselineColumn::Program:
        return programText(AcceptedIdentity(listener), *listener.owner);
    case BaselineColumn::User:
        return text::visible(listener.owner->user, longestText);
    case BaselineColumn::Reachable:
        return listener_text::exposure(listener.exposure());
    case BaselineColumn::Accepted:
        return QLocale().toString(row.entry->acceptedAt.toLocalTime(), QLocale::ShortFormat);
    }
    Q_UNREACHABLE();
}

QVariant BaselineModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Row &row = m_rows.at(index.row());
    const auto column = static_cast<BaselineColumn>(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return text(row, column);
    case Qt::ToolTipRole:
        return plain::toolTip(row.change.isEmpty() ? QStringList(text(row, column)) : QStringList { text(row, column), row.change });
    case Qt::AccessibleDescriptionRole:
        return column == BaselineColumn::State ? row.change : QString();
    case SortRole:
        if (column == BaselineColumn::Port)
            return row.entry->listener->port();
        if (column == BaselineColumn::Accepted)
            return row.entry->acceptedAt;
        if (column == BaselineColumn::Reachable)
            return static_cast<int>(row.entry->listener->exposure());
        return text(row, column);
    default:
        return {};
    }
}

QVariant BaselineModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (static_cast<BaselineColumn>(section)) {
    case BaselineColumn::State:
        return tr("Now");
    case BaselineColumn::Port:
        return tr("Port");
    case BaselineColumn::Protocol:
        return tr("Protocol");
    case BaselineColumn::Program:
        return tr("Program");
    case BaselineColumn::User:
        return tr("User");
    case BaselineColumn::Reachable:
        return tr("Reachable from");
    case BaselineColumn::Accepted:
        return tr("Accepted");
    }
    return {};
}

} // namespace portolan
