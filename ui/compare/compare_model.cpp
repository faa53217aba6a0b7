// SPDX-License-Identifier: GPL-3.0-or-later
#include "compare/compare_model.h"

#include "compare/comparison_text.h"
#include "inspector/plain.h"
#include "report/listener_text.h"
#include "theme/theme.h"

#include <QColor>
#include <QGuiApplication>
#include <QPalette>

namespace portolan {

namespace {

QColor background(Differences what)
{
    const QPalette palette = QGuiApplication::palette();
    switch (differenceSign(what)) {
    case '+':
        return theme::rowOpened(palette);
    case '-':
        return theme::rowClosed(palette);
    default:
        return theme::rowChanged(palette);
    }
}

} // namespace

CompareModel::CompareModel(QObject *parent)
    : QAbstractTableModel(parent)
{
}

void CompareModel::setComparison(const Comparison &comparison)
{
    m_all = comparison;
    choose();
}

void CompareModel::setFilter(const FilterExpression &filter)
{
    m_filter = filter;
    choose();
}

void CompareModel::choose()
{
    beginResetModel();
    m_rows.clear();
    const auto matches = [this](const ComparedListener &one) { return one.listener && m_filter.matches(*one.listener, *one.assessment); };
    for (qsizetype i = 0; i < m_all.ports.size(); ++i) {
        if (matches(m_all.ports[i].before) || matches(m_all.ports[i].after))
            m_rows += i;
    }
    endResetModel();
}

Comparison CompareModel::shown() const
{
    Comparison result;
    for (const qsizetype row : m_rows)
        result.ports += m_all.ports[row];
    return result;
}

int CompareModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int CompareModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : compareColumnCount;
}

QString CompareModel::text(const ComparedPort &port, CompareColumn column)
{
    const ComparedListener &shown = port.shown();
    switch (column) {
    case CompareColumn::Sign:
        return differenceSign(port.what) == '-' ? QString(QChar(0x2212)) : QString(QLatin1Char(differenceSign(port.what)));
    case CompareColumn::Port:
        return QString::number(shown.listener->port());
    case CompareColumn::Protocol:
        return QString(QLatin1String(transportName(shown.listener->transport()))).toUpper();
    case CompareColumn::Owner:
        return listener_text::owner(*shown.listener->owner);
    case CompareColumn::Verdict:
        return verdictGlyph(shown.assessment->verdict) + QLatin1Char(' ') + verdictLabel(shown.assessment->verdict);
    case CompareColumn::Reachable:
        return listener_text::exposure(shown.listener->exposure());
    case CompareColumn::Difference:
        return differenceText(port);
    }
    Q_UNREACHABLE();
}

QVariant CompareModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const ComparedPort &one = port(index.row());
    const auto column = static_cast<CompareColumn>(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return text(one, column);
    case Qt::ToolTipRole:
        return plain::toolTip(text(one, column));
    case Qt::AccessibleTextRole:
        if (column != CompareColumn::Sign)
            return text(one, column);
        return differenceSign(one.what) == '+' ? tr("opened") : differenceSign(one.what) == '-' ? tr("closed") : tr("changed");
    case Qt::BackgroundRole:
        return background(one.what);
    case Qt::ForegroundRole:
        return column == CompareColumn::Verdict ? QVariant(theme::verdict(one.shown().assessment->verdict, QGuiApplication::palette()).text) : QVariant();
    case Qt::TextAlignmentRole:
        return QVariant(column == CompareColumn::Sign ? Qt::AlignCenter : Qt::AlignLeft | Qt::AlignVCenter);
    case VerdictRole:
        return static_cast<int>(one.shown().assessment->verdict);
    case DifferencesRole:
        return one.what.toInt();
    case SortRole:
        if (column == CompareColumn::Sign)
            return one.what.toInt();
        if (column == CompareColumn::Port)
            return one.shown().listener->port();
        if (column == CompareColumn::Verdict)
            return static_cast<int>(one.shown().assessment->verdict);
        if (column == CompareColumn::Reachable)
            return static_cast<int>(one.shown().listener->exposure());
        return text(one, column);
    default:
        return {};
    }
}

QVariant CompareModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (static_cast<CompareColumn>(section)) {
    case CompareColumn::Sign:
        return QString();
    case CompareColumn::Port:
        return tr("Port");
    case CompareColumn::Protocol:
        return tr("Protocol");
    case CompareColumn::Owner:
        return tr("Owner");
    case CompareColumn::Verdict:
        return tr("Verdict");
    case CompareColumn::Reachable:
        return tr("Reachable from");
    case CompareColumn::Difference:
        return tr("What differs");
    }
    return {};
}

} // namespace portolan
