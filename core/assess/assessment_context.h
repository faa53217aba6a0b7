// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "snapshot/owner.h"

namespace portolan {

/// What an assessment takes into account beside the listener and the knowledge.
struct AssessmentContext
{
    /// User id of the person who looks; their own scripts are no strangers.
    quint32 person = 0;
    /// The last owner of the same port before this one that ran another program; null when there was
    /// none, or none was seen.
    OwnerPtr ownerBefore = nullptr;
};

} // namespace portolan
