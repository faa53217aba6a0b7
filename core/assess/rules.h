// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "assess/evidence.h"
#include "assess/verdict.h"

#include <QList>
#include <QString>

namespace portolan {

/// The rule that made the verdict out of the evidence.
enum class VerdictRule : quint8 {
    Accepted, ///< something against it, and the person accepted it as it is
    ManyPoints, ///< three points against it, wherever it can be reached from
    SomePointsReachable, ///< two points against it, and the network can reach it
    FewPoints, ///< something against it, not enough to call for a look
    RightProgram, ///< nothing against it; the program is what the port is registered for
    KnownReason, ///< nothing against it; there is another known reason
    NothingKnown, ///< nothing against it and nothing for it
};

struct Judgement
{
    Verdict verdict = Verdict::Unfamiliar;
    VerdictRule rule = VerdictRule::NothingKnown;
    int points = 0; ///< against it

    friend bool operator==(const Judgement &, const Judgement &) = default;
};

/// What this evidence counts when it speaks against a listener, 0 to 3 points.
[[nodiscard]] int pointsAgainst(EvidenceId id);
/// All rules, in one place. Pure; the order of the evidence does not matter.
[[nodiscard]] Judgement judge(const QList<Evidence> &evidence);
/// "three-points-against", ... as in the snapshot format.
[[nodiscard]] QLatin1String verdictRuleName(VerdictRule rule);
/// How the verdict came about: one or two translated sentences for people.
[[nodiscard]] QString verdictRuleText(const Judgement &judgement);

} // namespace portolan
