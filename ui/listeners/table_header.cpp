// SPDX-License-Identifier: GPL-3.0-or-later
#include "listeners/table_header.h"

#include "listeners/listener_delegate.h"
#include "theme/theme.h"

#include <QMouseEvent>
#include <QPainter>

namespace portolan {

TableHeader::TableHeader(QWidget *parent)
    : QHeaderView(Qt::Horizontal, parent)
{
    connect(this, &QHeaderView::sectionResized, this, [this] { m_resized = m_resized || m_pressed; });
    // The person's double click on a boundary fits the column to its contents.
    connect(this, &QHeaderView::sectionHandleDoubleClicked, this, &TableHeader::widthChosen);
}

QFont TableHeader::titleFont() const
{
    QFont titles = font();
    titles.setWeight(QFont::DemiBold);
    return titles;
}

int TableHeader::arrowWidth() const
{
    return fontMetrics().height() / 2;
}

int TableHeader::titleWidth(int section) const
{
    const QString title = model() ? model()->headerData(section, Qt::Horizontal).toString() : QString();
    return QFontMetrics(titleFont()).horizontalAdvance(title) + 2 * ListenerDelegate::sideMargin + 2;
}

QSize TableHeader::sizeHint() const
{
    return QSize(QHeaderView::sizeHint().width(), fontMetrics().height() + 14);
}

QSize TableHeader::sectionSizeFromContents(int section) const
{
    return QSize(titleWidth(section) + arrowWidth() + 3, sizeHint().height());
}

void TableHeader::paintEvent(QPaintEvent *event)
{
    // What is right of the last column and left of the first belongs to the bar as well.
    QPainter painter(viewport());
    painter.fillRect(viewport()->rect(), palette().color(QPalette::Base));
    painter.fillRect(QRect(0, viewport()->height() - 1, viewport()->width(), 1), theme::separator(palette()));
    painter.end();
    QHeaderView::paintEvent(event);
}

void TableHeader::paintSection(QPainter *painter, const QRect &rect, int section) const
{
    painter->save();
    painter->fillRect(rect, palette().color(QPalette::Base));
    painter->fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), theme::separator(palette()));
    painter->setFont(titleFont());
    const QColor ink = theme::readable(theme::secondaryText(palette()), palette().color(QPalette::Base));
    painter->setPen(ink);

    const QFontMetrics metrics = painter->fontMetrics();
    const bool sorted = isSortIndicatorShown() && sortIndicatorSection() == section;
    const QRect room = rect.adjusted(ListenerDelegate::sideMargin, 0, -ListenerDelegate::sideMargin, -1);
    const QString title = metrics.elidedText(model()->headerData(section, Qt::Horizontal).toString(), Qt::ElideRight,
                                             room.width() - (sorted ? arrowWidth() + 3 : 0));
    const int width = metrics.horizontalAdvance(title);
    const auto alignment
        = model()->headerData(section, Qt::Horizontal, Qt::TextAlignmentRole).value<Qt::Alignment>();
    const bool right = alignment.testFlag(Qt::AlignRight);
    painter->drawText(room, (right ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter | Qt::TextSingleLine, title);
    if (sorted) {
        // Towards the free side, so that titles and values stay in line.
        const double size = arrowWidth() * 0.45;
        const double x = right ? room.right() - width - 3 - size : room.left() + width + 3 + size;
        const double y = room.center().y() + 0.5;
        const double tip = sortIndicatorOrder() == Qt::AscendingOrder ? -size * 0.6 : size * 0.6;
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(Qt::NoPen);
        painter->setBrush(ink);
        painter->drawPolygon(QPolygonF({QPointF(x - size, y - tip), QPointF(x + size, y - tip), QPointF(x, y + tip)}));
    }
    painter->restore();
}

void TableHeader::mousePressEvent(QMouseEvent *event)
{
    m_pressed = true;
    m_resized = false;
    QHeaderView::mousePressEvent(event);
}

void TableHeader::mouseReleaseEvent(QMouseEvent *event)
{
    QHeaderView::mouseReleaseEvent(event);
    m_pressed = false;
    if (std::exchange(m_resized, false))
        Q_EMIT widthChosen();
}

} // namespace portolan
