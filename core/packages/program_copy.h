// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "packages/program_file.h"

#include <QString>

namespace portolan {

/// Writes what the process runs to `target`, also when its file is gone or never was one. The copy may
/// only be read, and only by its owner. Empty when it worked, else what went wrong in one translated
/// sentence; then `target` is as it was. Blocks for as long as reading and writing take.
[[nodiscard]] QString copyProgram(const QByteArray &procRoot, const ProgramRequest &request, const QString &target);

} // namespace portolan
