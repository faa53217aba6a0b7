// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIcon>

namespace portolan {

/// The program's icon, with the simpler drawing for sizes below 24 pixels. Needs the
/// QGuiApplication; window thread.
[[nodiscard]] QIcon applicationIcon();

} // namespace portolan
