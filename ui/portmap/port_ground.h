// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/port_range.h"
#include "portmap/known_range.h"

#include <QColor>
#include <QImage>
#include <QList>
#include <QPainterPath>
#include <QPalette>
#include <QSet>

#include <optional>

namespace portolan {

/// The quiet ground of the port map: for each port its range, whether the registry assigns it, and
/// the known range that is laid over it. A byte per port; colours are a table, so that another
/// palette costs nothing.
class PortGround
{
public:
    /// One byte of the ground.
    struct Cell
    {
        PortRange range = PortRange::System;
        bool assigned = false;
        /// Malware, Game or Service; the numbering shows as `range`.
        std::optional<KnownRange::Kind> overlay;

        [[nodiscard]] quint8 toByte() const;
        [[nodiscard]] static Cell fromByte(quint8 byte);

        friend bool operator==(const Cell &, const Cell &) = default;
    };

    /// A range with where it stands on the map.
    struct Patch
    {
        KnownRange range;
        bool shown = true;
        QPainterPath outline; ///< in map coordinates
        QRectF label; ///< the largest of its rectangles, in map coordinates
    };

    /// Only the numbering.
    PortGround();
    /// Reads the whole knowledge: do it on the pool.
    [[nodiscard]] static PortGround of(const Knowledge &knowledge);

    /// Lays over what is shown by default, except that these (by id) are the other way round.
    void setToggled(const QSet<QString> &ids);

    [[nodiscard]] Cell at(quint16 port) const { return Cell::fromByte(m_bytes[port]); }
    /// Wide before narrow.
    [[nodiscard]] const QList<Patch> &patches() const { return m_patches; }
    /// The narrowest known range that covers the port, whether it is laid over or not; null if none.
    [[nodiscard]] const KnownRange *rangeAt(quint16 port) const;
    /// A pixel a port, with the colours of the palette.
    [[nodiscard]] QImage image(const QPalette &palette) const;
    [[nodiscard]] static QColor colour(const Cell &cell, const QPalette &palette);
    /// Of outlines and names of what is laid over.
    [[nodiscard]] static QColor lineColour(KnownRange::Kind kind, const QPalette &palette);

private:
    void layOver();

    QByteArray m_bytes; ///< by port
    QList<Patch> m_patches;
};

} // namespace portolan
