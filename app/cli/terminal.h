// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "assess/verdict.h"

#include <QString>
#include <QStringList>

/// What standard output can show. Texts given here are already harmless (text::visible()).
namespace portolan::cli::terminal {

/// Whether standard output is a terminal.
[[nodiscard]] bool isTerminal();
/// A terminal, and NO_COLOR (no-color.org) is not set.
[[nodiscard]] bool hasColour();
/// Columns; 80 when not known.
[[nodiscard]] int width();

/// Columns the text takes: wide East Asian characters take two, combining marks none.
[[nodiscard]] int displayWidth(QStringView text);
/// Cut to `columns`, the last one "…" when something was cut.
[[nodiscard]] QString cut(const QString &text, int columns);
/// Filled with spaces to `columns`, on the left when `right` is set.
[[nodiscard]] QString padded(const QString &text, int columns, bool right = false);
/// Lines of at most `columns`, broken at spaces; `indent` spaces in front of each. A word that is
/// too long stays whole, so that it can be copied.
[[nodiscard]] QStringList wrapped(const QString &text, int columns, int indent);

/// In the verdict's colour, bold or dim, where colours are shown.
[[nodiscard]] QString coloured(const QString &text, Verdict verdict);
[[nodiscard]] QString bold(const QString &text);
[[nodiscard]] QString dim(const QString &text);

} // namespace portolan::cli::terminal
