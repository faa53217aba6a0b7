// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>
#include <QHash>
#include <QStaticText>

class QPainter;

namespace portolan {

/// Draws the port map's many short texts from prepared ones, as laying them out in every frame
/// would cost most of it.
class PortMapText
{
public:
    enum class Style : quint8 { Plain, Bold, Italic };

    /// Forgets what was prepared with another font.
    void setFont(const QFont &font);
    [[nodiscard]] QSizeF size(const QString &text, Style style = Style::Plain);
    /// In the painter's pen, from the upper left; at most `width` wide: what is longer is elided
    /// or, while the view moves, cut off, which costs less.
    void draw(QPainter &painter, const QPointF &at, const QString &text, Style style, double width, bool moving);

private:
    [[nodiscard]] const QStaticText &prepared(const QString &text, Style style);
    [[nodiscard]] const QFont &font(Style style) const { return m_fonts[static_cast<int>(style)]; }

    QFont m_fonts[3];
    QHash<QString, QStaticText> m_texts[3];
};

} // namespace portolan
