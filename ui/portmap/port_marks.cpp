// SPDX-License-Identifier: GPL-3.0-or-later
#include "portmap/port_marks.h"

#include "portmap/port_grid.h"
#include "theme/theme.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace portolan {

namespace {

constexpr std::array calmFirst { Verdict::Expected, Verdict::Explained, Verdict::Unfamiliar, Verdict::Investigate };
/// Logical pixels; what a shape needs to be told from the others.
constexpr double smallestMark = 5;
constexpr double outline = 2;

} // namespace

void PortMarks::setListeners(const PortListeners &listeners)
{
    for (QList<quint16> &ports : m_ports)
        ports.clear();
    for (const quint16 port : listeners.ports()) {
        const AssessmentPtr assessment = listeners.at(port).first().assessment;
        m_ports.at(static_cast<size_t>(assessment ? assessment->verdict : Verdict::Unfamiliar)).append(port);
    }
    m_count = listeners.ports().size();
}

void PortMarks::setLook(const QPalette &palette, const QFont &font, double devicePixelRatio)
{
    m_palette = palette;
    m_font = font;
    m_devicePixelRatio = devicePixelRatio;
    m_pixmaps.clear();
}

QPainterPath PortMarks::shape(Verdict verdict, double size)
{
    const double half = size / 2;
    QPainterPath path;
    switch (verdict) {
    case Verdict::Expected:
        path.addEllipse(QPointF(), half, half);
        break;
    case Verdict::Explained:
        path.addPolygon(QPolygonF({ QPointF(0, -half), QPointF(half, 0), QPointF(0, half), QPointF(-half, 0) }));
        path.closeSubpath();
        break;
    case Verdict::Unfamiliar:
        path.addPolygon(QPolygonF({ QPointF(0, -half), QPointF(half, half * 0.8), QPointF(-half, half * 0.8) }));
        path.closeSubpath();
        break;
    case Verdict::Investigate:
        path.addRoundedRect(QRectF(-half, -half, size, size), size * 0.15, size * 0.15);
        break;
    }
    return path;
}

double PortMarks::usualSize(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Expected:
        return 9;
    case Verdict::Explained:
        return 11;
    case Verdict::Unfamiliar:
        return 12;
    case Verdict::Investigate:
        break;
    }
    return 14;
}

double PortMarks::sizeOn(const PortGrid &grid, Verdict verdict) const
{
    const double usual = usualSize(verdict);
    const double cell = grid.cellSize();
    if (cell >= usual)
        return std::min(std::max(usual, cell * 0.3), usual * 1.6);
    // So many on the whole map would have this much room each if they were spread evenly.
    const double room = cell * PortGrid::side / std::sqrt(std::max<qsizetype>(1, m_count)) * 0.6;
    const double crowded = std::clamp(room * usual / usualSize(Verdict::Unfamiliar), smallestMark, usual);
    return verdict == Verdict::Investigate ? std::max(crowded, usual * 0.75) : crowded;
}

const QPixmap &PortMarks::pixmap(Verdict verdict, int size)
{
    QPixmap &known = m_pixmaps[static_cast<int>(verdict) << 16 | size];
    if (!known.isNull())
        return known;
    const theme::ChipColors colours = theme::verdict(verdict, m_palette);
    const double room = size + 2 * outline + 2;
    known = QPixmap((QSizeF(room, room) * m_devicePixelRatio).toSize());
    known.setDevicePixelRatio(m_devicePixelRatio);
    known.fill(Qt::transparent);
    QPainter painter(&known);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(room / 2, room / 2);
    const double edge = size < usualSize(Verdict::Expected) ? outline / 2 : outline;
    painter.fillPath(shape(verdict, size + 2 * edge), m_palette.color(QPalette::Base));
    painter.fillPath(shape(verdict, size), colours.text);
    if (verdict == Verdict::Investigate && size >= usualSize(Verdict::Expected)) {
        // The same sign as beside the word.
        QFont sign = m_font;
        sign.setBold(true);
        sign.setPixelSize(std::max(8, static_cast<int>(size * 0.75)));
        painter.setFont(sign);
        painter.setPen(theme::readable(m_palette.color(QPalette::Base), colours.text));
        const double half = size / 2.0;
        painter.drawText(QRectF(-half, -half, size, size), Qt::AlignCenter, verdictGlyph(verdict));
    }
    return known;
}

void PortMarks::paint(QPainter &painter, const PortGrid &grid, bool inCorner)
{
    const double ratio = m_devicePixelRatio;
    const auto onPixel = [ratio](double at) { return std::round(at * ratio) / ratio; };
    const QTransform transform = grid.transform();
    const double cell = grid.cellSize();
    for (const Verdict verdict : calmFirst) {
        const QList<quint16> &marked = ports(verdict);
        if (marked.isEmpty())
            continue;
        const int size = qRound(sizeOn(grid, verdict));
        const QPixmap &mark = pixmap(verdict, size);
        const double half = mark.deviceIndependentSize().width() / 2;
        const QRectF room = grid.room().adjusted(-size, -size, size, size);
        const double offset = inCorner ? cell - size * 0.5 - 5 : cell / 2;
        for (const quint16 port : marked) {
            const QPoint place = port_layout::cellOf(port);
            const QPointF at(transform.dx() + place.x() * cell + offset, transform.dy() + place.y() * cell + offset);
            if (room.contains(at))
                painter.drawPixmap(QPointF(onPixel(at.x() - half), onPixel(at.y() - half)), mark);
        }
    }
}

} // namespace portolan
