// SPDX-License-Identifier: GPL-3.0-or-later
#include "theme/icons.h"

#include <QIconEngine>
#include <QPainter>
#include <QPainterPath>
#include <QPalette>

namespace portolan::icons {

namespace {

/// Signs are drawn in a square of this many units.
constexpr double units = 16;

void draw(QPainter *painter, Sign sign, const QColor &ink)
{
    painter->setPen(Qt::NoPen);
    painter->setBrush(ink);
    switch (sign) {
    case Sign::Pause:
        painter->drawRect(QRectF(4, 3, 3, 10));
        painter->drawRect(QRectF(9, 3, 3, 10));
        break;
    case Sign::Resume:
        painter->drawPolygon(QPolygonF({QPointF(4.5, 2.5), QPointF(13, 8), QPointF(4.5, 13.5)}));
        break;
    case Sign::Refresh: {
        // Three quarters of a circle that end in an arrow.
        painter->setPen(QPen(ink, 1.6, Qt::SolidLine, Qt::FlatCap));
        painter->setBrush(Qt::NoBrush);
        painter->drawArc(QRectF(3, 3, 10, 10), 60 * 16, 285 * 16);
        painter->setPen(Qt::NoPen);
        painter->setBrush(ink);
        painter->drawPolygon(QPolygonF({QPointF(9.6, 0.2), QPointF(14.4, 4.2), QPointF(8.6, 6.2)}));
        break;
    }
    }
}

class SignEngine : public QIconEngine
{
public:
    SignEngine(Sign sign, const QPalette &palette)
        : m_sign(sign)
        , m_palette(palette)
    {
    }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        const auto group = mode == QIcon::Disabled ? QPalette::Disabled : QPalette::Active;
        const double side = std::min(rect.width(), rect.height());
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->translate(QRectF(rect).center() - QPointF(side / 2, side / 2));
        painter->scale(side / units, side / units);
        draw(painter, m_sign, m_palette.color(group, QPalette::ButtonText));
        painter->restore();
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paint(&painter, QRect(QPoint(), size), mode, state);
        return pixmap;
    }

    [[nodiscard]] QIconEngine *clone() const override { return new SignEngine(m_sign, m_palette); }

private:
    Sign m_sign;
    QPalette m_palette;
};

} // namespace

QIcon icon(Sign sign, const QPalette &palette)
{
    return QIcon(new SignEngine(sign, palette));
}

} // namespace portolan::icons
