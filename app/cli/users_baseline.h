// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "baseline/baseline.h"

namespace portolan::cli {

/// What this user accepted as normal; null where nothing was. Where it cannot be read, says so in one
/// line on standard error and gives back null: what listens does not depend on it. Never changes the
/// file.
[[nodiscard]] BaselinePtr usersBaseline();

} // namespace portolan::cli
