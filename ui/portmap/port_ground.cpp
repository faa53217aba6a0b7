// SPDX-License-Identifier: GPL-3.0-or-later
#include "portmap/port_ground.h"

#include "portmap/port_layout.h"
#include "theme/theme.h"

#include <algorithm>
#include <array>

namespace portolan {

namespace {

constexpr int portCount = 65536;
constexpr int assignedBit = 4;
constexpr int overlayShift = 3;
constexpr int byteCount = 32;

PortGround::Patch patchOf(const KnownRange &range)
{
    PortGround::Patch patch { range, range.isShownByDefault(), {}, {} };
    for (const QRect &rect : port_layout::cellsOf(range.from, range.to)) {
        patch.outline.addRect(QRectF(rect));
        if (qint64(rect.width()) * rect.height() > patch.label.width() * patch.label.height())
            patch.label = QRectF(rect);
    }
    patch.outline = patch.outline.simplified();
    return patch;
}

} // namespace

quint8 PortGround::Cell::toByte() const
{
    return static_cast<quint8>(static_cast<int>(range) | (assigned ? assignedBit : 0)
                               | (overlay ? static_cast<int>(*overlay) : 0) << overlayShift);
}

PortGround::Cell PortGround::Cell::fromByte(quint8 byte)
{
    // Two bits hold the range; the fourth value is none.
    Cell cell { static_cast<PortRange>(std::min(byte & 3, 2)), (byte & assignedBit) != 0, {} };
    if (const int overlay = byte >> overlayShift & 3; overlay != 0)
        cell.overlay = static_cast<KnownRange::Kind>(overlay);
    return cell;
}

PortGround::PortGround()
    : m_bytes(portCount, '\0')
{
    layOver();
}

PortGround PortGround::of(const Knowledge &knowledge)
{
    PortGround ground;
    for (const KnownRange &range : knownRanges(knowledge))
        ground.m_patches.append(patchOf(range));
    for (int i = 0; i < knowledge.registrationCount(); ++i) {
        const Registration registration = knowledge.registrationAt(i);
        if (registration.status != RegistrationStatus::Assigned || !registration.portFrom || !registration.portTo)
            continue;
        for (int port = *registration.portFrom; port <= *registration.portTo; ++port)
            ground.m_bytes[port] = static_cast<char>(ground.m_bytes[port] | assignedBit);
    }
    ground.layOver();
    return ground;
}

void PortGround::setToggled(const QSet<QString> &ids)
{
    for (Patch &patch : m_patches)
        patch.shown = patch.range.isShownByDefault() != ids.contains(patch.range.id);
    layOver();
}

void PortGround::layOver()
{
    std::array<bool, 3> numbering { true, true, true };
    for (const Patch &patch : std::as_const(m_patches)) {
        if (patch.range.kind == KnownRange::Kind::Numbering)
            numbering.at(static_cast<size_t>(portRangeOf(patch.range.from))) = patch.shown;
    }
    for (int port = 0; port < portCount; ++port) {
        const PortRange range = portRangeOf(static_cast<quint16>(port));
        const bool assigned = (m_bytes[port] & assignedBit) != 0;
        const Cell cell { numbering.at(static_cast<size_t>(range)) ? range : PortRange::Registered, assigned, {} };
        m_bytes[port] = static_cast<char>(cell.toByte());
    }
    for (const Patch &patch : std::as_const(m_patches)) {
        if (!patch.shown || patch.range.kind == KnownRange::Kind::Numbering)
            continue;
        for (int port = patch.range.from; port <= patch.range.to; ++port) {
            Cell cell = at(static_cast<quint16>(port));
            cell.overlay = patch.range.kind;
            m_bytes[port] = static_cast<char>(cell.toByte());
        }
    }
}

const KnownRange *PortGround::rangeAt(quint16 port) const
{
    for (auto patch = m_patches.crbegin(); patch != m_patches.crend(); ++patch) {
        if (patch->range.covers(port) && patch->range.kind != KnownRange::Kind::Numbering)
            return &patch->range;
    }
    return nullptr;
}

QColor PortGround::lineColour(KnownRange::Kind kind, const QPalette &palette)
{
    switch (kind) {
    case KnownRange::Kind::Numbering:
        return theme::secondaryText(palette);
    case KnownRange::Kind::Malware:
        return theme::rangeBorder(NoteKind::Malware, palette);
    case KnownRange::Kind::Game:
        return theme::rangeBorder(NoteKind::Game, palette);
    case KnownRange::Kind::Service:
        break;
    }
    return theme::rangeBorder(NoteKind::Infrastructure, palette);
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
        ground = theme::mixed(base, text, dark ? 0.05 : 0.03);
        break;
    case PortRange::Dynamic:
        ground = theme::mixed(base, theme::mark(Mark::Ghost, palette), dark ? 0.14 : 0.1);
        break;
    }
    if (cell.assigned)
        ground = theme::mixed(ground, cell.range == PortRange::System ? theme::accent(palette) : text, dark ? 0.13 : 0.09);
    if (!cell.overlay)
        return ground;
    return theme::mixed(ground, lineColour(*cell.overlay, palette), 0.36);
}

QImage PortGround::image(const QPalette &palette) const
{
    std::array<QRgb, byteCount> colours {};
    for (int byte = 0; byte < byteCount; ++byte)
        colours.at(static_cast<size_t>(byte)) = colour(Cell::fromByte(static_cast<quint8>(byte)), palette).rgb();
    QImage image(port_layout::side, port_layout::side, QImage::Format_RGB32);
    for (int port = 0; port < portCount; ++port) {
        const QPoint cell = port_layout::cellOf(static_cast<quint16>(port));
        reinterpret_cast<QRgb *>(image.scanLine(cell.y()))[cell.x()] = colours.at(static_cast<quint8>(m_bytes[port]));
    }
    return image;
}

} // namespace portolan
