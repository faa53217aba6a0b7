// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "assess/verdict.h"
#include "knowledge/mark.h"
#include "knowledge/note.h"

#include <QColor>
#include <QPalette>

/// The few colours Portolan adds to the person's own palette. All are derived from that palette,
/// so that light, dark and high-contrast schemes work alike; every text colour has a contrast of
/// at least 4.5:1 (WCAG 2.1, 1.4.3) on the background it is meant for.
namespace portolan::theme {

/// Colours of a rounded label. `text` is readable on `background`.
struct ChipColors
{
    QColor text;
    QColor background;
    QColor border;
};

[[nodiscard]] bool isDark(const QPalette &palette);

[[nodiscard]] ChipColors verdict(Verdict verdict, const QPalette &palette);
/// A chip without a meaning of its own, such as a command or a step of the process chain.
[[nodiscard]] ChipColors neutralChip(const QPalette &palette);

/// For text that explains other text; readable on Base, Window and the row backgrounds.
[[nodiscard]] QColor secondaryText(const QPalette &palette);
/// For thin lines between rows and panels.
[[nodiscard]] QColor separator(const QPalette &palette);
/// Background of bars that are neither table nor panel.
[[nodiscard]] QColor barBackground(const QPalette &palette);

/// Row backgrounds; Text is readable on them.
[[nodiscard]] QColor rowOpened(const QPalette &palette);
[[nodiscard]] QColor rowClosed(const QPalette &palette);
[[nodiscard]] QColor rowChanged(const QPalette &palette);
/// A calm selection that keeps the row's own colours readable.
[[nodiscard]] QColor rowSelected(const QPalette &palette, bool active);

/// Bars, tints and signs of marked ports; each mark has its own.
[[nodiscard]] QColor mark(Mark mark, const QPalette &palette);

/// Links, the checked view, the selected step; readable as text on Base and Window.
[[nodiscard]] QColor accent(const QPalette &palette);
/// What deserves care, such as Stop; readable as text on Base and Window.
[[nodiscard]] QColor danger(const QPalette &palette);

/// A known range in the drawing of a port's neighbourhood; Text is readable on the fill.
[[nodiscard]] QColor rangeFill(NoteKind kind, const QPalette &palette);
[[nodiscard]] QColor rangeBorder(NoteKind kind, const QPalette &palette);

/// (L1 + 0.05) / (L2 + 0.05) with relative luminances as in WCAG 2.1; 1 to 21.
[[nodiscard]] double contrast(const QColor &a, const QColor &b);
/// `colour`, moved towards black or white until its contrast to `background` is enough.
[[nodiscard]] QColor readable(const QColor &colour, const QColor &background, double wanted = 4.5);
/// `share` of `over` (0 to 1) on `under`.
[[nodiscard]] QColor mixed(const QColor &under, const QColor &over, double share);

} // namespace portolan::theme
