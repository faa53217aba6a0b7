// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace portolan::compiler {

/// Turns IANA's CSV into the project's table at `target`; the exit code. `names` is the path of names
/// and descriptions that are newer than the CSV (registry_names.h), or empty: what they add and
/// change is printed.
[[nodiscard]] int importRegistry(const QString &source, const QString &names, const QString &target);

} // namespace portolan::compiler
