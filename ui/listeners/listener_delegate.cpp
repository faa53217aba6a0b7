// SPDX-License-Identifier: GPL-3.0-or-later
#include "listeners/listener_delegate.h"

#include "models/listener_model.h"
#include "theme/theme.h"

#include <QPainter>

namespace portolan {

namespace {

constexpr int signSpacing = 1;

QFont fontOf(ListenerColumn column, Attribution attribution, RowState state, QFont font)
{
    switch (column) {
    case ListenerColumn::State:
    case ListenerColumn::Port:
    case ListenerColumn::Verdict:
        font.setWeight(QFont::DemiBold);
        break;
    case ListenerColumn::Owner:
        if (attribution == Attribution::None)
            font.setItalic(true);
        else
            font.setWeight(QFont::DemiBold);
        break;
    case ListenerColumn::Registered:
        font.setItalic(true);
        break;
    default:
        break;
    }
    font.setStrikeOut(state == RowState::Closed && column != ListenerColumn::State);
    return font;
}

bool isSecondary(ListenerColumn column)
{
    return column == ListenerColumn::Registered || column == ListenerColumn::User || column == ListenerColumn::Since
        || column == ListenerColumn::Description || column == ListenerColumn::PortMarks;
}

QColor rowColour(RowState state, const QPalette &palette)
{
    switch (state) {
    case RowState::Opened:
        return theme::rowOpened(palette);
    case RowState::Changed:
        return theme::rowChanged(palette);
    case RowState::Closed:
        return theme::rowClosed(palette);
    case RowState::Normal:
        break;
    }
    return palette.color(QPalette::Base);
}

void paintChip(QPainter *painter, const QRect &cell, const QString &text, const theme::ChipColors &colours)
{
    const QFontMetrics metrics = painter->fontMetrics();
    const QString shown = metrics.elidedText(text, Qt::ElideRight, cell.width() - 2 * ListenerDelegate::chipMargin);
    const int height = metrics.height() + 4;
    const QRect chip(cell.left(), cell.center().y() - height / 2,
                     std::min(cell.width(), metrics.horizontalAdvance(shown) + 2 * ListenerDelegate::chipMargin), height);
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(colours.background);
    painter->drawRoundedRect(chip, 5, 5);
    painter->setPen(colours.text);
    painter->drawText(chip, Qt::AlignCenter | Qt::TextSingleLine, shown);
}

/// Less of a label says nothing.
constexpr int leastLabel = 5; // characters

/// The owner, then what the person calls it. Each keeps half of a cell that is too narrow for both;
/// where that is not enough for a label, its sign stands alone.
void paintNotedOwner(QPainter *painter, const QRect &cell, const QString &owner, QString note, const QColor &noteInk)
{
    const QFontMetrics strong = painter->fontMetrics();
    QFont plain = painter->font();
    plain.setWeight(QFont::Normal);
    plain.setItalic(false);
    const QFontMetrics light(plain);
    const int gap = strong.horizontalAdvance(QLatin1Char(' '));
    const int room = std::max(0, cell.width() - gap);
    const int ownerWidth = strong.horizontalAdvance(owner);
    int noteRoom = std::max(room - ownerWidth, room / 2);
    if (noteRoom < light.horizontalAdvance(note) && noteRoom < leastLabel * light.averageCharWidth() + light.horizontalAdvance(note.first(2)))
        note.truncate(1);
    noteRoom = std::min(noteRoom, light.horizontalAdvance(note));
    const QString shown = strong.elidedText(owner, Qt::ElideRight, room - noteRoom);
    painter->drawText(cell, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, shown);
    painter->setFont(plain);
    painter->setPen(noteInk);
    const QRect rest = cell.adjusted(strong.horizontalAdvance(shown) + gap, 0, 0, 0);
    painter->drawText(rest, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, light.elidedText(note, Qt::ElideRight, rest.width()));
}

} // namespace

ListenerDelegate::ListenerDelegate(QObject *parent)
    : QStyledItemDelegate(parent)
{
}

int ListenerDelegate::rowHeight(const QFontMetrics &metrics)
{
    return std::max(30, metrics.height() + 13);
}

QSize ListenerDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto column = static_cast<ListenerColumn>(index.column());
    const QFontMetrics metrics(fontOf(column, Attribution::Observed, RowState::Normal, option.font));
    int width = metrics.horizontalAdvance(index.data().toString()) + 2 * sideMargin + 2;
    if (column == ListenerColumn::Verdict)
        width += 2 * chipMargin;
    if (column == ListenerColumn::Registered)
        width += metrics.horizontalAdvance(markGlyph(Mark::Similar)) + sideMargin;
    return QSize(width, rowHeight(option.fontMetrics));
}

void ListenerDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QPalette &palette = option.palette;
    const auto column = static_cast<ListenerColumn>(index.column());
    const auto state = static_cast<RowState>(index.data(ListenerModel::StateRole).toInt());
    const auto attribution = static_cast<Attribution>(index.data(ListenerModel::AttributionRole).toInt());
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const bool active = option.state.testFlag(QStyle::State_Active);

    QColor background = rowColour(state, palette);
    if (selected) {
        const QColor selection = theme::rowSelected(palette, active);
        background = state == RowState::Normal ? selection : theme::mixed(background, selection, 0.5);
    }
    painter->save();
    painter->fillRect(option.rect, background);
    painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1), theme::separator(palette));

    QRect cell = option.rect.adjusted(sideMargin, 0, -sideMargin, -1);
    const QString text = index.data().toString();
    painter->setFont(fontOf(column, attribution, state, option.font));

    const bool secondary = state == RowState::Closed || isSecondary(column)
        || (column == ListenerColumn::Owner && attribution == Attribution::None) || text == QStringLiteral("—");
    QColor ink = secondary ? theme::readable(theme::secondaryText(palette), background)
                           : theme::readable(palette.color(QPalette::Text), background);

    if (column == ListenerColumn::Registered && state != RowState::Closed) {
        const Marks marks = Marks::fromInt(static_cast<Marks::Int>(index.data(ListenerModel::MarksRole).toInt()));
        QList<Mark> shown;
        for (const Mark mark : allMarks()) {
            if ((marks & m_highlighted).testFlag(mark))
                shown.append(mark);
        }
        if (!shown.isEmpty()) {
            const QColor colour = theme::mark(shown.first(), palette);
            const QColor tint = theme::mixed(background, colour, 0.14);
            painter->fillRect(option.rect.adjusted(0, 2, -2, -3), tint);
            painter->fillRect(QRect(option.rect.left(), option.rect.top() + 2, 3, option.rect.height() - 5), colour);
            ink = theme::readable(theme::readable(colour, tint), background);
            // From the right; the name keeps half of the cell, and the first sign is always there.
            const int room = cell.width() / 2;
            int wide = 0;
            for (qsizetype i = 0; i < shown.size(); ++i) {
                wide += painter->fontMetrics().horizontalAdvance(markGlyph(shown.at(i))) + signSpacing;
                if (i > 0 && wide > room)
                    shown.resize(i);
            }
            for (auto mark = shown.crbegin(); mark != shown.crend(); ++mark) {
                const QString sign(markGlyph(*mark));
                painter->setPen(theme::readable(theme::readable(theme::mark(*mark, palette), tint), background));
                painter->drawText(cell, Qt::AlignRight | Qt::AlignVCenter, sign);
                cell.setRight(cell.right() - painter->fontMetrics().horizontalAdvance(sign) - signSpacing);
            }
            cell.setRight(cell.right() - sideMargin + signSpacing);
        }
    }

    if (column == ListenerColumn::Verdict && state != RowState::Closed) {
        paintChip(painter, cell, text,
                  theme::verdict(static_cast<Verdict>(index.data(ListenerModel::VerdictRole).toInt()), palette));
    } else {
        const auto alignment = index.data(Qt::TextAlignmentRole).value<Qt::Alignment>();
        // The end of a path says more than its beginning.
        const Qt::TextElideMode elide
            = column == ListenerColumn::Executable ? Qt::ElideMiddle : Qt::ElideRight;
        painter->setPen(ink);
        const QString note = column == ListenerColumn::Owner ? index.data(ListenerModel::OwnNoteRole).toString() : QString();
        if (!note.isEmpty()) {
            const QColor noteInk = state == RowState::Closed ? ink : theme::readable(theme::accent(palette), background);
            paintNotedOwner(painter, cell, text.chopped(note.size() + 1), note, noteInk);
        } else {
            painter->drawText(cell, static_cast<int>(alignment) | Qt::TextSingleLine,
                              painter->fontMetrics().elidedText(text, elide, cell.width()));
        }
    }

    if (option.state.testFlag(QStyle::State_HasFocus)) {
        painter->setRenderHint(QPainter::Antialiasing, false);
        painter->setBrush(Qt::NoBrush);
        painter->setPen(theme::accent(palette));
        painter->drawRect(option.rect.adjusted(0, 0, -1, -2));
    }
    painter->restore();
}

} // namespace portolan
