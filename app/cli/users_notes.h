// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ownnotes/own_notes.h"

namespace portolan::cli {

/// This user's own notes. Where they cannot be read, says so in one line on standard error and
/// gives back none: what listens does not depend on them. Never changes the file.
[[nodiscard]] OwnNotes usersNotes();

} // namespace portolan::cli
