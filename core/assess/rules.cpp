// SPDX-License-Identifier: GPL-3.0-or-later
#include "assess/rules.h"

#include <QCoreApplication>

#include <algorithm>

namespace portolan {

namespace {

class RuleText
{
    Q_DECLARE_TR_FUNCTIONS(portolan::VerdictRule)
};

constexpr int pointsForALook = 3;
constexpr int pointsForALookWhenReachable = 2;

} // namespace

int pointsAgainst(EvidenceId id)
{
    switch (id) {
    // Hardly anybody does these by accident.
    case EvidenceId::MemoryOnly:
    case EvidenceId::ImitatesKernelThread:
    case EvidenceId::ImitatesDaemon:
    case EvidenceId::PackageFileChanged:
    case EvidenceId::OwnerChanged:
        return 3;
    // Each has an innocent twin; two of them seldom meet by chance.
    case EvidenceId::ExecutableDeleted:
    case EvidenceId::TemporaryFolder:
    case EvidenceId::HiddenFolder:
    case EvidenceId::NoKnownUse:
    case EvidenceId::AcceptedChanged:
        return 2;
    // A weakness rather than a deed.
    case EvidenceId::ProgramWritable:
        return 1;
    case EvidenceId::RegisteredService:
    case EvidenceId::KnownUse:
    case EvidenceId::SystemProgram:
    case EvidenceId::ServiceUnit:
    case EvidenceId::KernelSocket:
    case EvidenceId::ContainerOwner:
    case EvidenceId::DevelopmentServer:
    case EvidenceId::EphemeralClient:
    case EvidenceId::OwnProgram:
    case EvidenceId::OwnerUnknown:
    case EvidenceId::OwnerInferred:
    case EvidenceId::ExecutableReplaced:
    case EvidenceId::GhostPort:
    case EvidenceId::MalwareRangePort:
    case EvidenceId::PackageIntact:
    case EvidenceId::SocketActivated:
    case EvidenceId::ServesContainer:
    case EvidenceId::TitleChanged:
    case EvidenceId::BuildTree:
    case EvidenceId::Accepted:
    case EvidenceId::NotInBaseline:
    case EvidenceId::AnswersAsRegistered:
    case EvidenceId::AnswersOtherwise:
    case EvidenceId::Answers:
    case EvidenceId::ReachableFromNetwork:
    case EvidenceId::LoopbackOnly:
        return 0;
    }
    Q_UNREACHABLE();
}

Judgement judge(const QList<Evidence> &evidence)
{
    int points = 0;
    bool reachable = false;
    bool rightProgram = false;
    bool explained = false;
    bool accepted = false;
    for (const Evidence &fact : evidence) {
        if (fact.weighs == Weighs::Against)
            points += pointsAgainst(fact.id);
        reachable |= fact.id == EvidenceId::ReachableFromNetwork;
        accepted |= fact.id == EvidenceId::Accepted;
        rightProgram |= fact.id == EvidenceId::RegisteredService;
        explained |= fact.weighs == Weighs::For;
    }
    if (points > 0 && accepted)
        return { Verdict::Explained, VerdictRule::Accepted, points };
    if (points >= pointsForALook)
        return { Verdict::Investigate, VerdictRule::ManyPoints, points };
    if (points >= pointsForALookWhenReachable && reachable)
        return { Verdict::Investigate, VerdictRule::SomePointsReachable, points };
    if (points > 0)
        return { Verdict::Unfamiliar, VerdictRule::FewPoints, points };
    if (rightProgram)
        return { Verdict::Expected, VerdictRule::RightProgram, 0 };
    if (explained)
        return { Verdict::Explained, VerdictRule::KnownReason, 0 };
    return { Verdict::Unfamiliar, VerdictRule::NothingKnown, 0 };
}

QLatin1String verdictRuleName(VerdictRule rule)
{
    switch (rule) {
    case VerdictRule::Accepted:
        return QLatin1String("accepted");
    case VerdictRule::ManyPoints:
        return QLatin1String("many-points-against");
    case VerdictRule::SomePointsReachable:
        return QLatin1String("points-against-and-reachable");
    case VerdictRule::FewPoints:
        return QLatin1String("few-points-against");
    case VerdictRule::RightProgram:
        return QLatin1String("right-program");
    case VerdictRule::KnownReason:
        return QLatin1String("known-reason");
    case VerdictRule::NothingKnown:
        return QLatin1String("nothing-known");
    }
    Q_UNREACHABLE();
}

QString verdictRuleText(const Judgement &judgement)
{
    switch (judgement.rule) {
    case VerdictRule::Accepted:
        return RuleText::tr("What speaks against it adds up to %n point(s), and you accepted it as normal as it is. Once it changes, "
                            "the points count again.",
                            nullptr, judgement.points);
    case VerdictRule::ManyPoints:
        return RuleText::tr("What speaks against it adds up to %n point(s); three call for a look.", nullptr, judgement.points);
    case VerdictRule::SomePointsReachable:
        return RuleText::tr("What speaks against it adds up to %n point(s). Where the network can reach a port, two call for a look.",
                            nullptr, judgement.points);
    case VerdictRule::FewPoints:
        return RuleText::tr("What speaks against it adds up to %n point(s). That alone does not call for a look: three would, or two "
                            "where the network can reach the port.",
                            nullptr, judgement.points);
    case VerdictRule::RightProgram:
        return RuleText::tr("Nothing speaks against it, and the program is the one the port is registered for.");
    case VerdictRule::KnownReason:
        return RuleText::tr("Nothing speaks against it, and there is a known reason for it.");
    case VerdictRule::NothingKnown:
        return RuleText::tr("Nothing speaks against it, and nothing known speaks for it.");
    }
    Q_UNREACHABLE();
}

} // namespace portolan
