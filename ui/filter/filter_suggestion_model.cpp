// SPDX-License-Identifier: GPL-3.0-or-later
#include "filter/filter_suggestion_model.h"

#include "theme/theme.h"

#include <QApplication>
#include <QPainter>

namespace portolan {

namespace {

constexpr int gap = 24;
constexpr int margin = 6;

class Delegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        QStyleOptionViewItem item(option);
        initStyleOption(&item, index);
        const QString term = item.text;
        item.text.clear();
        QStyle *style = item.widget ? item.widget->style() : QApplication::style();
        style->drawControl(QStyle::CE_ItemViewItem, &item, painter, item.widget);
        const bool isChosen = item.state.testFlag(QStyle::State_Selected);
        const QPalette &palette = item.palette;
        const QRect room = item.rect.adjusted(margin, 0, -margin, 0);
        const QColor text = palette.color(isChosen ? QPalette::HighlightedText : QPalette::Text);
        painter->save();
        painter->setFont(item.font);
        painter->setPen(text);
        const QFontMetrics metrics(item.font);
        const int termWidth = qMin(metrics.horizontalAdvance(term) + 1, room.width());
        painter->drawText(QStyle::visualRect(item.direction, room, QRect(room.left(), room.top(), termWidth, room.height())),
                          Qt::AlignVCenter | Qt::TextSingleLine, metrics.elidedText(term, Qt::ElideRight, termWidth));
        const int left = room.width() - termWidth - gap;
        if (left > 0) {
            painter->setPen(isChosen ? text : theme::secondaryText(palette));
            const QString detail = metrics.elidedText(index.data(FilterSuggestionModel::detailRole).toString(), Qt::ElideRight, left);
            painter->drawText(QStyle::visualRect(item.direction, room, QRect(room.left() + termWidth + gap, room.top(), left, room.height())),
                              Qt::AlignVCenter | Qt::AlignRight | Qt::TextSingleLine, detail);
        }
        painter->restore();
    }

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        QSize size = QStyledItemDelegate::sizeHint(option, index);
        size.setHeight(qMax(size.height(), option.fontMetrics.height() + 6));
        return size;
    }
};

} // namespace

void FilterSuggestionModel::setSuggestions(const FilterSuggestions &suggestions)
{
    beginResetModel();
    m_suggestions = suggestions;
    endResetModel();
}

std::optional<FilterSuggestion> FilterSuggestionModel::suggestion(int row) const
{
    return row >= 0 && row < m_suggestions.list.size() ? std::optional(m_suggestions.list[row]) : std::nullopt;
}

int FilterSuggestionModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_suggestions.list.size());
}

QVariant FilterSuggestionModel::data(const QModelIndex &index, int role) const
{
    const auto suggestion = this->suggestion(index.row());
    if (!suggestion)
        return {};
    switch (role) {
    case Qt::DisplayRole:
    case Qt::EditRole:
        return suggestion->text;
    case detailRole:
        return suggestion->detail;
    case Qt::AccessibleTextRole:
        return suggestion->detail.isEmpty() ? suggestion->text
                                            : tr("%1: %2", "a term of the filter and what it finds").arg(suggestion->text, suggestion->detail);
    default:
        return {};
    }
}

QStyledItemDelegate *FilterSuggestionModel::makeDelegate(QObject *parent)
{
    return new Delegate(parent);
}

} // namespace portolan
