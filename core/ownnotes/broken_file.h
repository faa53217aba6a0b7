// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace portolan {

/// Moves a file that cannot be understood to another name of the same folder, where nothing is in
/// the way. Gives back where to; empty when that cannot be done. Blocks.
[[nodiscard]] QString moveBrokenAside(const QString &fileName);

} // namespace portolan
