// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/port_listeners.h"

#include <QFont>
#include <QHash>
#include <QPainterPath>
#include <QPalette>
#include <QPixmap>

#include <array>

class QPainter;

namespace portolan {

class PortGrid;

/// The lit marks of listeners on the port map: a shape and a colour for each verdict, so that
/// colour is not the only difference. Calm ones are drawn first, so that what deserves a look is
/// never covered.
class PortMarks
{
public:
    void setListeners(const PortListeners &listeners);
    /// The ports with this verdict, in ascending order; a port with several listeners has the
    /// verdict that deserves most of a look.
    [[nodiscard]] const QList<quint16> &ports(Verdict verdict) const { return m_ports.at(static_cast<size_t>(verdict)); }

    /// Forgets what was drawn with other colours or at another scale.
    void setLook(const QPalette &palette, const QFont &font, double devicePixelRatio);
    /// Marks that stand in the corner of their cell leave room for its text.
    void paint(QPainter &painter, const PortGrid &grid, bool inCorner);
    /// Logical pixels across, for a mark on this view: crowds have smaller ones.
    [[nodiscard]] double sizeOn(const PortGrid &grid, Verdict verdict) const;

    /// A disc, a diamond, a triangle, a square; around the origin and `size` across.
    [[nodiscard]] static QPainterPath shape(Verdict verdict, double size);
    /// Logical pixels across; what deserves a look is larger.
    [[nodiscard]] static double usualSize(Verdict verdict);

private:
    [[nodiscard]] const QPixmap &pixmap(Verdict verdict, int size);

    std::array<QList<quint16>, 4> m_ports;
    qsizetype m_count = 0;
    QPalette m_palette;
    QFont m_font;
    double m_devicePixelRatio = 1;
    QHash<int, QPixmap> m_pixmaps; ///< by verdict and size; there may be thousands of marks
};

} // namespace portolan
