// SPDX-License-Identifier: GPL-3.0-or-later
#include "theme/theme.h"

#include <algorithm>
#include <cmath>

namespace portolan::theme {

namespace {

enum class Hue { Green, Blue, Amber, Red, Teal, Violet, Pink, Brown, Grey };

QColor hueColour(Hue hue, bool dark)
{
    switch (hue) {
    case Hue::Green:
        return dark ? QColor(0x81, 0xd4, 0x93) : QColor(0x1c, 0x7a, 0x3c);
    case Hue::Blue:
        return dark ? QColor(0x83, 0xbd, 0xf0) : QColor(0x1f, 0x56, 0x8c);
    case Hue::Amber:
        return dark ? QColor(0xf0, 0xc0, 0x60) : QColor(0x9a, 0x5b, 0x00);
    case Hue::Red:
        return dark ? QColor(0xff, 0x8f, 0x85) : QColor(0xb4, 0x23, 0x18);
    case Hue::Teal:
        return dark ? QColor(0x67, 0xc2, 0xdd) : QColor(0x1d, 0x6d, 0x87);
    case Hue::Violet:
        return dark ? QColor(0xc4, 0xa7, 0xf5) : QColor(0x67, 0x4a, 0xa8);
    case Hue::Pink:
        return dark ? QColor(0xf2, 0x9f, 0xcc) : QColor(0xa3, 0x2a, 0x74);
    case Hue::Brown:
        return dark ? QColor(0xdf, 0xa9, 0x86) : QColor(0x7d, 0x4a, 0x2b);
    case Hue::Grey:
        break;
    }
    return dark ? QColor(0x9d, 0xa9, 0xb5) : QColor(0x5d, 0x6b, 0x7a);
}

QColor hueColour(Hue hue, const QPalette &palette)
{
    return hueColour(hue, isDark(palette));
}

/// The hue as a background: strong enough to be seen, weak enough for Text.
QColor tint(Hue hue, const QPalette &palette)
{
    const QColor base = palette.color(QPalette::Base);
    if (!isDark(palette))
        return mixed(base, hueColour(hue, palette), 0.12);
    QColor deep = hueColour(hue, palette);
    deep.setHsvF(deep.hsvHueF(), std::min(1.0F, deep.hsvSaturationF() * 1.5F), 0.62F);
    return mixed(base, deep, 0.38);
}

Hue hueOf(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Expected:
        return Hue::Green;
    case Verdict::Explained:
        return Hue::Blue;
    case Verdict::Unfamiliar:
        return Hue::Amber;
    case Verdict::Investigate:
        break;
    }
    return Hue::Red;
}

Hue hueOf(NoteKind kind)
{
    switch (kind) {
    case NoteKind::Malware:
        return Hue::Red;
    case NoteKind::Game:
    case NoteKind::PeerToPeer:
        return Hue::Blue;
    case NoteKind::Conflict:
    case NoteKind::Squatter:
        return Hue::Amber;
    case NoteKind::Ghost:
        return Hue::Violet;
    case NoteKind::RegistrationNote:
        return Hue::Grey;
    case NoteKind::Container:
    case NoteKind::Database:
    case NoteKind::DeFacto:
    case NoteKind::DevDefault:
    case NoteKind::Infrastructure:
    case NoteKind::IotIcs:
    case NoteKind::MessageBus:
    case NoteKind::Monitoring:
    case NoteKind::RemoteAccess:
        break;
    }
    return Hue::Teal;
}

Hue hueOf(Mark mark)
{
    switch (mark) {
    case Mark::Similar:
        return Hue::Amber;
    case Mark::MalwareRange:
        return Hue::Red;
    case Mark::Ghost:
        return Hue::Violet;
    case Mark::Squatted:
        return Hue::Blue;
    case Mark::Conflict:
        return Hue::Teal;
    case Mark::DeFacto:
        return Hue::Green;
    case Mark::Game:
        return Hue::Pink;
    case Mark::UnauthorisedUse:
        return Hue::Brown;
    case Mark::Unassigned:
        break;
    }
    return Hue::Grey;
}

double luminance(const QColor &colour)
{
    const auto linear = [](double channel) {
        return channel <= 0.03928 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
    };
    const QColor rgb = colour.toRgb();
    return 0.2126 * linear(rgb.redF()) + 0.7152 * linear(rgb.greenF()) + 0.0722 * linear(rgb.blueF());
}

/// Readable on everything that text of this kind may stand on.
QColor readableEverywhere(QColor colour, const QPalette &palette)
{
    for (const QColor &background : {palette.color(QPalette::Base), palette.color(QPalette::Window),
                                     barBackground(palette), rowSelected(palette, true), rowSelected(palette, false)})
        colour = readable(colour, background);
    return colour;
}

} // namespace

double contrast(const QColor &a, const QColor &b)
{
    const double first = luminance(a);
    const double second = luminance(b);
    return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
}

QColor mixed(const QColor &under, const QColor &over, double share)
{
    const auto channel = [share](int from, int to) { return static_cast<int>(std::lround(from + (to - from) * share)); };
    return QColor(channel(under.red(), over.red()), channel(under.green(), over.green()),
                  channel(under.blue(), over.blue()));
}

QColor readable(const QColor &colour, const QColor &background, double wanted)
{
    const QColor end = contrast(Qt::black, background) > contrast(Qt::white, background) ? Qt::black : Qt::white;
    for (int step = 0; step < 20; ++step) {
        const QColor candidate = mixed(colour, end, step / 20.0);
        if (contrast(candidate, background) >= wanted)
            return candidate;
    }
    return end;
}

bool isDark(const QPalette &palette)
{
    return palette.color(QPalette::Window).lightnessF() < 0.5F;
}

ChipColors verdict(Verdict verdict, const QPalette &palette)
{
    const Hue hue = hueOf(verdict);
    const QColor background = tint(hue, palette);
    const QColor text = readable(hueColour(hue, palette), background);
    return {text, background, mixed(background, text, 0.25)};
}

ChipColors neutralChip(const QPalette &palette)
{
    const QColor text = palette.color(QPalette::Text);
    const QColor background = mixed(palette.color(QPalette::Base), text, 0.07);
    return {readable(text, background), background, mixed(background, text, 0.16)};
}

QColor secondaryText(const QPalette &palette)
{
    QColor colour = hueColour(Hue::Grey, palette);
    for (const QColor &background : {rowOpened(palette), rowClosed(palette), rowChanged(palette)})
        colour = readable(colour, background);
    return readableEverywhere(colour, palette);
}

QColor separator(const QPalette &palette)
{
    return mixed(palette.color(QPalette::Base), palette.color(QPalette::Text), 0.13);
}

QColor barBackground(const QPalette &palette)
{
    return mixed(palette.color(QPalette::Base), hueColour(Hue::Grey, palette), 0.11);
}

QColor rowOpened(const QPalette &palette)
{
    return tint(Hue::Green, palette);
}

QColor rowClosed(const QPalette &palette)
{
    return tint(Hue::Red, palette);
}

QColor rowChanged(const QPalette &palette)
{
    return tint(Hue::Amber, palette);
}

QColor rowSelected(const QPalette &palette, bool active)
{
    return mixed(palette.color(QPalette::Base), hueColour(active ? Hue::Teal : Hue::Grey, palette),
                 isDark(palette) ? 0.24 : 0.16);
}

QColor mark(Mark mark, const QPalette &palette)
{
    return hueColour(hueOf(mark), palette);
}

QColor accent(const QPalette &palette)
{
    return readableEverywhere(hueColour(Hue::Teal, palette), palette);
}

QColor danger(const QPalette &palette)
{
    return readableEverywhere(hueColour(Hue::Red, palette), palette);
}

QColor rangeFill(NoteKind kind, const QPalette &palette)
{
    return tint(hueOf(kind), palette);
}

QColor rangeBorder(NoteKind kind, const QPalette &palette)
{
    return hueColour(hueOf(kind), palette);
}

} // namespace portolan::theme
