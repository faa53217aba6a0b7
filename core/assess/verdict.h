// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLatin1String>
#include <QString>

namespace portolan {

/// From calm to worth a look.
enum class Verdict : quint8 {
    Expected, ///< the port's registered or usual program, where it belongs
    Explained, ///< not what is registered, but a known and harmless reason
    Unfamiliar, ///< nothing speaks for it, nothing against
    Investigate, ///< evidence against it that deserves a look
};

/// "expected", "explained", "unfamiliar" or "investigate", as in the snapshot format.
[[nodiscard]] QLatin1String verdictName(Verdict verdict);
/// Translated word for the table.
[[nodiscard]] QString verdictLabel(Verdict verdict);
/// One character that tells verdicts apart without colour.
[[nodiscard]] QChar verdictGlyph(Verdict verdict);

} // namespace portolan
