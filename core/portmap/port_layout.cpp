// SPDX-License-Identifier: GPL-3.0-or-later
#include "portmap/port_layout.h"

#include <algorithm>

namespace portolan::port_layout {

namespace {

/// Covers ports that follow one another line by line in lines of `width` units.
void appendLines(QList<QRect> &into, QPoint corner, int unit, int first, int last)
{
    constexpr int width = block;
    const auto add = [&](int from, int to) {
        const QPoint topLeft = corner + QPoint(from % width, from / width) * unit;
        const QPoint bottomRight = corner + QPoint(to % width + 1, to / width + 1) * unit - QPoint(1, 1);
        into.append(QRect(topLeft, bottomRight));
    };
    if (first / width == last / width) {
        add(first, last);
        return;
    }
    if (first % width != 0) {
        const int end = first - first % width + width - 1;
        add(first, end);
        first = end + 1;
    }
    const int whole = last % width == width - 1 ? last : last - last % width - 1;
    if (whole > first)
        add(first, whole);
    if (whole < last)
        add(std::max(first, whole + 1), last);
}

} // namespace

quint16 moved(quint16 port, int columns, int rows)
{
    const QPoint cell = cellOf(port);
    return portAt({ std::clamp(cell.x() + columns, 0, side - 1), std::clamp(cell.y() + rows, 0, side - 1) });
}

QList<QRect> cellsOf(quint16 from, quint16 to)
{
    constexpr int perBlock = block * block;
    QList<QRect> rects;
    const auto appendWithin = [&rects](int number, int first, int last) {
        appendLines(rects, cellOf(static_cast<quint16>(number * perBlock)), 1, first, last);
    };
    const int firstBlock = from / perBlock;
    const int lastBlock = to / perBlock;
    if (firstBlock == lastBlock) {
        appendWithin(firstBlock, from % perBlock, to % perBlock);
        return rects;
    }
    int firstWhole = firstBlock;
    int lastWhole = lastBlock;
    if (from % perBlock != 0)
        appendWithin(firstWhole++, from % perBlock, perBlock - 1);
    if (to % perBlock != perBlock - 1)
        --lastWhole;
    if (firstWhole <= lastWhole)
        appendLines(rects, {}, block, firstWhole, lastWhole);
    if (lastWhole < lastBlock)
        appendWithin(lastBlock, 0, to % perBlock);
    return rects;
}

} // namespace portolan::port_layout
