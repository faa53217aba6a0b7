// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/history_delegate.h"

#include "history/history_model.h"
#include "theme/theme.h"

namespace portolan {

namespace {

QColor rowColour(HistoryEvent event, const QPalette &palette)
{
    switch (event) {
    case HistoryEvent::Opened:
        return theme::rowOpened(palette);
    case HistoryEvent::Closed:
        return theme::rowClosed(palette);
    case HistoryEvent::Changed:
        break;
    }
    return theme::rowChanged(palette);
}

} // namespace

void HistoryDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    const auto column = static_cast<HistoryColumn>(index.column());
    // A whole table in colours says nothing: only the event itself is tinted.
    if (column == HistoryColumn::Event)
        option->backgroundBrush
            = rowColour(static_cast<HistoryEvent>(index.data(HistoryModel::EventRole).toInt()), option->palette);
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
