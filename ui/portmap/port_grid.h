// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "portmap/port_layout.h"

#include <QPointF>
#include <QRectF>
#include <QTransform>

#include <optional>

namespace portolan {

/// Which part of the port map is seen, and how large. A value; pure geometry. Map coordinates
/// count cells of port_layout from the upper left; view coordinates are a widget's logical pixels.
class PortGrid
{
public:
    static constexpr int side = port_layout::side;
    static constexpr double largestCell = 160; ///< logical pixels

    [[nodiscard]] static QRectF rectOf(quint16 port) { return QRectF(port_layout::cellOf(port), QSizeF(1, 1)); }

    /// The room for the map in view coordinates and the device's pixels per logical pixel. Keeps
    /// what is in the middle of the view there; a map that was whole stays whole.
    void setRoom(const QRectF &room, double devicePixelRatio);
    [[nodiscard]] QRectF room() const { return m_room; }

    /// Logical pixels per cell.
    [[nodiscard]] double cellSize() const { return m_cell; }
    /// The cell size at which the whole map is seen. Whole device pixels where that wastes little.
    [[nodiscard]] double wholeCellSize() const;
    [[nodiscard]] bool isWhole() const { return m_cell <= wholeCellSize(); }

    /// From map to view coordinates.
    [[nodiscard]] QTransform transform() const;
    [[nodiscard]] std::optional<quint16> portAt(const QPointF &viewPosition) const;
    [[nodiscard]] QRectF viewRectOf(quint16 port) const { return transform().mapRect(rectOf(port)); }
    /// Columns and rows of which at least a part is seen.
    [[nodiscard]] QRect visibleCells() const;

    /// What is in the middle of the room, in map coordinates.
    [[nodiscard]] QPointF centre() const { return (m_room.center() - m_origin) / m_cell; }

    void showWhole();
    /// Sets what stands in the middle and how large, within what the room allows.
    void look(const QPointF &centre, double cellSize);
    /// A step of the way to `goal`, 0 to 1: what is fixed in both stays where it is.
    void lookBetween(const PortGrid &start, const PortGrid &goal, double way);
    /// What is at `fixed` (view coordinates) stays there.
    void zoom(double factor, const QPointF &fixed);
    void pan(const QPointF &viewDistance);
    /// Moves as little as needed for the port to be seen with a cell around it.
    void reveal(quint16 port);
    void centreOn(quint16 port);

private:
    void clamp();

    QRectF m_room;
    double m_devicePixelRatio = 1;
    double m_cell = 0;
    QPointF m_origin; ///< view position of the map's upper left corner
};

} // namespace portolan
