// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIcon>

/// The few signs on Portolan's buttons. They are drawn in the colour of the palette's button text
/// and for the pixels of the screen they are shown on, so that they are seen in every scheme and
/// sharp at every scale. A new palette needs a new icon.
namespace portolan::icons {

enum class Sign { Pause, Resume, Refresh };

[[nodiscard]] QIcon icon(Sign sign, const QPalette &palette);

} // namespace portolan::icons
