// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QPoint>
#include <QRect>

/// Where each port stands on the port map; pure geometry, in cells.
///
/// The map has 256 x 256 cells: 16 x 16 blocks of 16 x 16 ports. A block holds 256 ports in a row,
/// line by line, and the blocks follow one another in the same way. So a range of some dozen ports
/// is a patch and not a hairline, what lies within a block is never further apart than its side,
/// and a place can still be read: the four digits of the port in hexadecimal are the block's row
/// and column and the cell's row and column within it. A Hilbert curve would keep a little more
/// of the neighbourhood together and could not be read by anybody.
namespace portolan::port_layout {

inline constexpr int side = 256; ///< cells
inline constexpr int block = 16; ///< cells along a block, and blocks along the map

[[nodiscard]] constexpr QPoint cellOf(quint16 port)
{
    return { (port >> 8 & 15) * block + (port & 15), (port >> 12) * block + (port >> 4 & 15) };
}

/// The inverse; the cell must be on the map.
[[nodiscard]] constexpr quint16 portAt(QPoint cell)
{
    return static_cast<quint16>((cell.y() / block) << 12 | (cell.x() / block) << 8 | (cell.y() % block) << 4 | cell.x() % block);
}

/// The port `columns` and `rows` of cells away, stopping at the edges of the map.
[[nodiscard]] quint16 moved(quint16 port, int columns, int rows);

/// Rectangles that cover the ports from `from` to `to` and no others, without overlap, in port
/// order: few, as whole blocks are taken together.
[[nodiscard]] QList<QRect> cellsOf(quint16 from, quint16 to);

} // namespace portolan::port_layout
