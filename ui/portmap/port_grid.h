// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointF>
#include <QRectF>
#include <QTransform>

#include <optional>

namespace portolan {

/// Where ports stand on the map and which part of it is seen. A value; pure geometry.
///
/// The map has 256 rows of 256 ports: row = port / 256, column = port % 256. Rows keep neighbours
/// side by side, make every known range a band, and let a person find a port by the number at the
/// row's start; a space-filling curve would keep a little more locality and none of that.
///
/// Map coordinates count cells from the upper left; view coordinates are a widget's logical pixels.
class PortGrid
{
public:
    static constexpr int side = 256;
    static constexpr double largestCell = 160; ///< logical pixels

    /// Column and row of a port.
    [[nodiscard]] static QPoint cellOf(quint16 port) { return { port % side, port / side }; }
    [[nodiscard]] static QRectF rectOf(quint16 port) { return QRectF(cellOf(port), QSizeF(1, 1)); }
    /// The port `columns` and `rows` away, stopping at the edges of the map.
    [[nodiscard]] static quint16 moved(quint16 port, int columns, int rows);

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

    void showWhole();
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
