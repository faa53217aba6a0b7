// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "snapshot/owner.h"

#include <QString>

namespace portolan {

/// What people call the part of the kernel in Owner::kernelPart: "VXLAN", "NFS"; its name where it has
/// no other, empty where it is not known.
[[nodiscard]] QString kernelPartLabel(const Owner &owner);

/// "VXLAN, vx9": the part and its interface, as far as they are known. May be empty.
[[nodiscard]] QString kernelPartText(const Owner &owner);

} // namespace portolan
