// SPDX-License-Identifier: GPL-3.0-or-later
#include "portmap/port_grid.h"

#include <algorithm>
#include <cmath>

namespace portolan {

double PortGrid::wholeCellSize() const
{
    const double fitting = std::max(std::min(m_room.width(), m_room.height()) / side, 0.5);
    const double wholePixels = std::floor(fitting * m_devicePixelRatio) / m_devicePixelRatio;
    return wholePixels >= fitting * 0.8 ? wholePixels : fitting;
}

void PortGrid::setRoom(const QRectF &room, double devicePixelRatio)
{
    const bool wasWhole = m_cell <= 0 || isWhole();
    const QPointF middle = m_cell > 0 ? (m_room.center() - m_origin) / m_cell : QPointF(side / 2, side / 2);
    m_room = room;
    m_devicePixelRatio = devicePixelRatio;
    if (wasWhole) {
        showWhole();
        return;
    }
    m_origin = m_room.center() - middle * m_cell;
    clamp();
}

QTransform PortGrid::transform() const
{
    return { m_cell, 0, 0, m_cell, m_origin.x(), m_origin.y() };
}

std::optional<quint16> PortGrid::portAt(const QPointF &viewPosition) const
{
    if (m_cell <= 0 || !m_room.contains(viewPosition))
        return std::nullopt;
    const QPointF cell = (viewPosition - m_origin) / m_cell;
    const int column = static_cast<int>(std::floor(cell.x()));
    const int row = static_cast<int>(std::floor(cell.y()));
    if (column < 0 || column >= side || row < 0 || row >= side)
        return std::nullopt;
    return port_layout::portAt({ column, row });
}

QRect PortGrid::visibleCells() const
{
    if (m_cell <= 0)
        return {};
    const QPointF topLeft = (m_room.topLeft() - m_origin) / m_cell;
    const QPointF bottomRight = (m_room.bottomRight() - m_origin) / m_cell;
    const QPoint first(static_cast<int>(std::floor(topLeft.x())), static_cast<int>(std::floor(topLeft.y())));
    const QPoint last(static_cast<int>(std::ceil(bottomRight.x())) - 1, static_cast<int>(std::ceil(bottomRight.y())) - 1);
    return QRect(first, last).intersected(QRect(0, 0, side, side));
}

void PortGrid::showWhole()
{
    m_cell = wholeCellSize();
    clamp();
}

void PortGrid::look(const QPointF &centre, double cellSize)
{
    m_cell = std::clamp(cellSize, wholeCellSize(), std::max(largestCell, wholeCellSize()));
    m_origin = m_room.center() - centre * m_cell;
    clamp();
}

void PortGrid::lookBetween(const PortGrid &start, const PortGrid &goal, double way)
{
    // Even steps of the factor are even steps to the eye. What is fixed in both pictures stays put
    // when the middle moves as the seen extent does.
    const double cell = start.m_cell * std::pow(goal.m_cell / start.m_cell, way);
    const double from = 1 / start.m_cell;
    const double to = 1 / goal.m_cell;
    const double moved = std::abs(to - from) < 1e-9 ? way : (1 / cell - from) / (to - from);
    look(start.centre() + (goal.centre() - start.centre()) * moved, cell);
}

void PortGrid::zoom(double factor, const QPointF &fixed)
{
    const double cell = std::clamp(m_cell * factor, wholeCellSize(), std::max(largestCell, wholeCellSize()));
    m_origin = fixed - (fixed - m_origin) * (cell / m_cell);
    m_cell = cell;
    clamp();
}

void PortGrid::pan(const QPointF &viewDistance)
{
    m_origin += viewDistance;
    clamp();
}

void PortGrid::reveal(quint16 port)
{
    const QRectF wanted = transform().mapRect(rectOf(port).adjusted(-1, -1, 1, 1));
    QPointF distance;
    if (wanted.left() < m_room.left())
        distance.setX(m_room.left() - wanted.left());
    else if (wanted.right() > m_room.right())
        distance.setX(m_room.right() - wanted.right());
    if (wanted.top() < m_room.top())
        distance.setY(m_room.top() - wanted.top());
    else if (wanted.bottom() > m_room.bottom())
        distance.setY(m_room.bottom() - wanted.bottom());
    pan(distance);
}

void PortGrid::centreOn(quint16 port)
{
    pan(m_room.center() - viewRectOf(port).center());
}

void PortGrid::clamp()
{
    const double size = m_cell * side;
    const auto within = [size](double origin, double begin, double room) {
        // A map smaller than its room stands in the middle; a larger one fills it.
        return size <= room ? begin + (room - size) / 2 : std::clamp(origin, begin + room - size, begin);
    };
    m_origin.setX(within(m_origin.x(), m_room.left(), m_room.width()));
    m_origin.setY(within(m_origin.y(), m_room.top(), m_room.height()));
    // On whole device pixels edges stay sharp.
    m_origin.setX(std::round(m_origin.x() * m_devicePixelRatio) / m_devicePixelRatio);
    m_origin.setY(std::round(m_origin.y() * m_devicePixelRatio) / m_devicePixelRatio);
}

} // namespace portolan
