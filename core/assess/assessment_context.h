// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "baseline/baseline_match.h"
#include "probe/port_answer.h"
#include "snapshot/owner.h"

#include <optional>

namespace portolan {

/// What an assessment takes into account beside the listener and the knowledge.
struct AssessmentContext
{
    /// User id of the person who looks; their own scripts are no strangers.
    quint32 person = 0;
    /// The last owner of the same port before this one that ran another program; null when there was
    /// none, or none was seen.
    OwnerPtr ownerBefore = nullptr;
    /// How it stands to what the person accepted as normal; nullopt when there is no baseline.
    std::optional<BaselineMatch> baseline = std::nullopt;
    /// What it said when it was asked; null when it was not.
    PortAnswerPtr answer = nullptr;
};

} // namespace portolan
