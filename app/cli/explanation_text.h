// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "knowledge/explanation.h"
#include "ownnotes/own_note.h"

#include <QString>

namespace portolan::cli {

/// The explanation for a terminal of this many columns, ending without a line end. `ownNotes` are
/// what the person noted about the port.
[[nodiscard]] QString explanationText(const Explanation &explanation, const QList<OwnNotePtr> &ownNotes,
                                      const Knowledge &knowledge, int columns);

} // namespace portolan::cli
