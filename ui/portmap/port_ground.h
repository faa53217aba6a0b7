// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "knowledge/knowledge.h"
#include "net/port_range.h"

#include <QColor>
#include <QImage>
#include <QList>
#include <QPalette>

namespace portolan {

/// A known range that can be laid over the map.
enum class GroundOverlay : quint8 { None, Malware, Game, Other };

/// The quiet ground of the port map: for each port its range, whether the registry assigns it, and
/// the known range that covers it. An image of 256 x 256 bytes, one per port in port order, each a
/// sum of the parts; colours are a table, so that another palette costs nothing.
class PortGround
{
public:
    /// One byte of the image.
    struct Cell
    {
        PortRange range = PortRange::System;
        bool assigned = false;
        GroundOverlay overlay = GroundOverlay::None;

        [[nodiscard]] quint8 toByte() const;
        [[nodiscard]] static Cell fromByte(quint8 byte);

        friend bool operator==(const Cell &, const Cell &) = default;
    };

    /// A note about several ports, as the map names it when there is room.
    struct NamedRange
    {
        quint16 from = 0;
        quint16 to = 0;
        QString name; ///< as in the note
        GroundOverlay overlay = GroundOverlay::Other;
    };

    /// Only the three ranges.
    PortGround();
    /// Reads the whole knowledge: do it on the pool.
    [[nodiscard]] static PortGround of(const Knowledge &knowledge);

    [[nodiscard]] Cell at(quint16 port) const;
    [[nodiscard]] const QList<NamedRange> &ranges() const { return m_ranges; }
    /// Shares the bytes; with the colours of the palette.
    [[nodiscard]] QImage image(const QPalette &palette, bool withOverlays) const;
    [[nodiscard]] static QColor colour(const Cell &cell, const QPalette &palette);

private:
    QImage m_image;
    QList<NamedRange> m_ranges; ///< wide before narrow
};

} // namespace portolan
