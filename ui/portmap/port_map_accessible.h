// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace portolan {

class PortMapCanvas;

/// Lets screen readers read the port map: a list of the ports on which something listens, and the
/// one with the frame. Each has a name, a description of what the map and the territory say, the
/// verdict as its value, and an action that explains it. Once is enough; more do no harm.
void installPortMapAccessible();
/// The frame came to another port of the canvas, which has the keyboard.
void tellPortMapFocus(PortMapCanvas *canvas);

} // namespace portolan
