// SPDX-License-Identifier: GPL-3.0-or-later
#include "inspector/chip.h"

#include "text/text.h"
#include "theme/theme.h"

#include <QEvent>
#include <QPainter>

namespace portolan {

namespace {

constexpr int paddingX = 7;
constexpr int paddingY = 2;
constexpr int radius = 4;
constexpr qsizetype textMaximum = 80;

} // namespace

Chip::Chip(QWidget *parent)
    : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void Chip::setText(const QString &text)
{
    const QString shown = text::visible(text, textMaximum);
    if (shown == m_text)
        return;
    m_text = shown;
    setAccessibleName(shown);
    updateGeometry();
    update();
}

void Chip::setCurrent(bool current)
{
    if (current == m_current)
        return;
    m_current = current;
    updateGeometry();
    update();
}

QFont Chip::drawnFont() const
{
    QFont drawn = font();
    drawn.setBold(m_current);
    return drawn;
}

QSize Chip::sizeHint() const
{
    const QFontMetrics metrics(drawnFont());
    return { metrics.horizontalAdvance(m_text) + 2 * paddingX + 2, metrics.height() + 2 * paddingY + 2 };
}

QSize Chip::minimumSizeHint() const
{
    return { qMin(60, sizeHint().width()), sizeHint().height() };
}

void Chip::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const theme::ChipColors colors = theme::neutralChip(palette());
    const QColor accent = theme::accent(palette());
    const QRectF frame = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    painter.setPen(QPen(m_current || hasFocus() ? accent : colors.border, hasFocus() ? 2 : 1));
    painter.setBrush(m_current ? palette().color(QPalette::Base) : colors.background);
    painter.drawRoundedRect(hasFocus() ? frame.adjusted(0.5, 0.5, -0.5, -0.5) : frame, radius, radius);

    painter.setFont(drawnFont());
    painter.setPen(m_current ? palette().color(QPalette::Text) : colors.text);
    const QRect inner = rect().adjusted(paddingX, 0, -paddingX, 0);
    painter.drawText(inner, int(Qt::AlignCenter) | int(Qt::TextSingleLine),
                     painter.fontMetrics().elidedText(m_text, Qt::ElideMiddle, inner.width()));
}

void Chip::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        updateGeometry();
}

} // namespace portolan
