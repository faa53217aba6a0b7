// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "knowledge/explanation.h"

#include <QString>

namespace portolan::cli {

/// The explanation for a terminal of this many columns, ending without a line end.
[[nodiscard]] QString explanationText(const Explanation &explanation, const Knowledge &knowledge, int columns);

} // namespace portolan::cli
