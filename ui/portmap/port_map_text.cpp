// SPDX-License-Identifier: GPL-3.0-or-later
#include "portmap/port_map_text.h"

#include <QFontMetricsF>
#include <QPainter>

namespace portolan {

namespace {

constexpr qsizetype mostTexts = 4096;

} // namespace

void PortMapText::setFont(const QFont &font)
{
    for (QFont &one : m_fonts)
        one = font;
    m_fonts[static_cast<int>(Style::Bold)].setBold(true);
    m_fonts[static_cast<int>(Style::Italic)].setItalic(true);
    for (auto &texts : m_texts)
        texts.clear();
}

const QStaticText &PortMapText::prepared(const QString &text, Style style)
{
    QHash<QString, QStaticText> &texts = m_texts[static_cast<int>(style)];
    const auto known = texts.constFind(text);
    if (known != texts.cend())
        return *known;
    if (texts.size() >= mostTexts)
        texts.clear();
    QStaticText fresh(text);
    fresh.setTextFormat(Qt::PlainText);
    fresh.prepare({}, font(style));
    return *texts.insert(text, fresh);
}

QSizeF PortMapText::size(const QString &text, Style style)
{
    return prepared(text, style).size();
}

void PortMapText::draw(QPainter &painter, const QPointF &at, const QString &text, Style style, double width, bool moving)
{
    painter.setFont(font(style));
    const QStaticText &whole = prepared(text, style);
    if (whole.size().width() <= width) {
        painter.drawStaticText(at, whole);
    } else if (moving) {
        painter.save();
        painter.setClipRect(QRectF(at, QSizeF(width, whole.size().height())), Qt::IntersectClip);
        painter.drawStaticText(at, whole);
        painter.restore();
    } else {
        painter.drawStaticText(at, prepared(QFontMetricsF(font(style)).elidedText(text, Qt::ElideRight, width), style));
    }
}

} // namespace portolan
