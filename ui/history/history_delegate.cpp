// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/history_delegate.h"

#include "history/history_model.h"
#include "theme/theme.h"

namespace portolan {

namespace {

/// Invalid for what is no event of a listener.
QColor rowColour(HistoryEventKind event, const QPalette &palette)
{
    switch (event) {
    case HistoryEventKind::Opened:
        return theme::rowOpened(palette);
    case HistoryEventKind::Closed:
        return theme::rowClosed(palette);
    case HistoryEventKind::Changed:
        return theme::rowChanged(palette);
    case HistoryEventKind::WatchBegan:
    case HistoryEventKind::WatchEnded:
        break;
    }
    return {};
}

} // namespace

void HistoryDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    const auto column = static_cast<HistoryColumn>(index.column());
    // A whole table in colours says nothing: only the event itself is tinted.
    const QColor colour = rowColour(static_cast<HistoryEventKind>(index.data(HistoryModel::EventRole).toInt()), option->palette);
    if (column == HistoryColumn::Event && colour.isValid())
        option->backgroundBrush = colour;
    if (!colour.isValid() || index.data(HistoryModel::UnwatchedRole).toBool())
        option->font.setItalic(true);
    if (!colour.isValid())
        option->palette.setColor(QPalette::Text, theme::secondaryText(option->palette));
    if (column == HistoryColumn::Port)
        option->font.setBold(true);
    const QVariant verdict = index.data(HistoryModel::VerdictRole);
    if (column == HistoryColumn::Verdict && verdict.isValid()) {
        const theme::ChipColors colours = theme::verdict(static_cast<Verdict>(verdict.toInt()), option->palette);
        option->palette.setColor(QPalette::Text,
                                 theme::readable(colours.text, option->palette.color(QPalette::Base)));
    }
}

} // namespace portolan
