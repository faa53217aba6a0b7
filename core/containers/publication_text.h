// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "snapshot/listener.h"

#include <QString>

namespace portolan {

/// The story of a port that a container publishes, one or two translated sentences as plain text,
/// told from either end: on the listener of this machine, where its connections go ("Port 8080 of
/// this machine is passed on to port 80 in the container web (nginx:1.25)."), and on the listener in
/// the container, where it can be reached ("Published as port 8080 of this machine."). Names are made
/// harmless. Empty when nothing is known of a publication. Pure.
[[nodiscard]] QString publicationText(const Listener &listener);

} // namespace portolan
