// SPDX-License-Identifier: GPL-3.0-or-later
#include "portmap/port_ground.h"

#include "portmap/port_grid.h"
#include "theme/theme.h"

#include <algorithm>

namespace portolan {

namespace {

constexpr int assignedBit = 4;
constexpr int overlayShift = 3;
constexpr int byteCount = 32;
/// Wider notes are about a whole range and would hide everything.
constexpr int widestOverlay = 1024;

GroundOverlay overlayOf(NoteKind kind)
{
    switch (kind) {
    case NoteKind::Malware:
        return GroundOverlay::Malware;
    case NoteKind::Game:
        return GroundOverlay::Game;
    default:
        return GroundOverlay::Other;
    }
}

uchar *byteOf(QImage &image, quint16 port)
{
    const QPoint cell = PortGrid::cellOf(port);
    return image.scanLine(cell.y()) + cell.x();
}

} // namespace

quint8 PortGround::Cell::toByte() const
{
    return static_cast<quint8>(static_cast<int>(range) | (assigned ? assignedBit : 0)
                               | static_cast<int>(overlay) << overlayShift);
}

PortGround::Cell PortGround::Cell::fromByte(quint8 byte)
{
    // Two bits hold the range; the fourth value is none.
    return { static_cast<PortRange>(std::min(byte & 3, 2)), (byte & assignedBit) != 0,
             static_cast<GroundOverlay>(byte >> overlayShift & 3) };
}

PortGround::PortGround()
    : m_image(PortGrid::side, PortGrid::side, QImage::Format_Indexed8)
{
    m_image.setColorCount(byteCount);
    for (int port = 0; port < 65536; ++port)
        *byteOf(m_image, static_cast<quint16>(port)) = Cell { portRangeOf(static_cast<quint16>(port)) }.toByte();
}

PortGround PortGround::of(const Knowledge &knowledge)
{
    PortGround ground;
    for (int i = 0; i < knowledge.noteCount(); ++i) {
        const Note note = knowledge.noteAt(i);
        if (note.portTo > note.portFrom && note.portTo - note.portFrom < widestOverlay)
            ground.m_ranges.append({ note.portFrom, note.portTo, note.subject, overlayOf(note.kind) });
    }
    // Narrow ranges lie on top of wide ones.
    std::stable_sort(ground.m_ranges.begin(), ground.m_ranges.end(), [](const NamedRange &a, const NamedRange &b) {
        return a.to - a.from > b.to - b.from;
    });
    for (const NamedRange &range : std::as_const(ground.m_ranges)) {
        for (int port = range.from; port <= range.to; ++port) {
            uchar *byte = byteOf(ground.m_image, static_cast<quint16>(port));
            Cell cell = Cell::fromByte(*byte);
            cell.overlay = range.overlay;
            *byte = cell.toByte();
        }
    }
    for (int i = 0; i < knowledge.registrationCount(); ++i) {
        const Registration registration = knowledge.registrationAt(i);
        if (registration.status != RegistrationStatus::Assigned || !registration.portFrom || !registration.portTo)
            continue;
        for (int port = *registration.portFrom; port <= *registration.portTo; ++port)
            *byteOf(ground.m_image, static_cast<quint16>(port)) |= assignedBit;
    }
    return ground;
}

PortGround::Cell PortGround::at(quint16 port) const
{
    const QPoint cell = PortGrid::cellOf(port);
    return Cell::fromByte(m_image.constScanLine(cell.y())[cell.x()]);
}

QColor PortGround::colour(const Cell &cell, const QPalette &palette)
{
    const QColor base = palette.color(QPalette::Base);
    const QColor text = palette.color(QPalette::Text);
    const bool dark = theme::isDark(palette);
    QColor ground = base;
    switch (cell.range) {
    case PortRange::System:
        ground = theme::mixed(base, theme::accent(palette), dark ? 0.22 : 0.16);
        break;
    case PortRange::Registered:
        ground = theme::mixed(base, text, dark ? 0.06 : 0.03);
        break;
    case PortRange::Dynamic:
        ground = theme::mixed(base, theme::mark(Mark::Ghost, palette), dark ? 0.14 : 0.08);
        break;
    }
    if (cell.assigned)
        ground = theme::mixed(ground, cell.range == PortRange::System ? theme::accent(palette) : text, dark ? 0.16 : 0.11);
    switch (cell.overlay) {
    case GroundOverlay::None:
        return ground;
    case GroundOverlay::Malware:
        return theme::mixed(ground, theme::rangeBorder(NoteKind::Malware, palette), 0.42);
    case GroundOverlay::Game:
        return theme::mixed(ground, theme::rangeBorder(NoteKind::Game, palette), 0.38);
    case GroundOverlay::Other:
        break;
    }
    return theme::mixed(ground, theme::rangeBorder(NoteKind::Infrastructure, palette), 0.34);
}

QImage PortGround::image(const QPalette &palette, bool withOverlays) const
{
    QList<QRgb> colours(byteCount);
    for (int byte = 0; byte < byteCount; ++byte) {
        Cell cell = Cell::fromByte(static_cast<quint8>(byte));
        if (!withOverlays)
            cell.overlay = GroundOverlay::None;
        colours[byte] = colour(cell, palette).rgb();
    }
    QImage image = m_image;
    image.setColorTable(colours);
    // Drawing converts an indexed image each time otherwise.
    return image.convertToFormat(QImage::Format_RGB32);
}

} // namespace portolan
