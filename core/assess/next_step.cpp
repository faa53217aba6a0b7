// SPDX-License-Identifier: GPL-3.0-or-later
#include "assess/next_step.h"

#include "assess/program_place.h"
#include "text/text.h"

#include <QCoreApplication>

#include <algorithm>

namespace portolan {

namespace {

class NextStepText
{
    Q_DECLARE_TR_FUNCTIONS(portolan::NextStep)
};

constexpr qsizetype longestName = 120;
constexpr qsizetype longestPath = 300;

bool has(const Assessment &assessment, EvidenceId id)
{
    return std::ranges::find(assessment.evidence, id, &Evidence::id) != assessment.evidence.end();
}

/// In another network namespace its addresses are not ours.
bool canBeAsked(const Listener &listener)
{
    return listener.key.networkNamespace.isEmpty();
}

bool wasAsked(const Assessment &assessment)
{
    return has(assessment, EvidenceId::AnswersAsRegistered) || has(assessment, EvidenceId::AnswersOtherwise)
        || has(assessment, EvidenceId::Answers);
}

QString restartText(const Owner &owner)
{
    if (owner.unit.endsWith(QLatin1String(".service"))) {
        return NextStepText::tr("Restart it when it suits you, so that it runs the upgraded program: \"systemctl restart %1\".")
            .arg(text::visible(owner.unit, longestName));
    }
    return NextStepText::tr("Restart it when it suits you, so that it runs the upgraded program.");
}

QString lookText(const ProcessInfo *leader)
{
    const QString program = leader ? text::visible(programOf(*leader), longestPath) : QString();
    return program.isEmpty() ? NextStepText::tr("Find out what the program is and who put it there.")
                             : NextStepText::tr("Look at %1: what it is, who owns it, and since when it is there.").arg(program);
}

} // namespace

QList<NextStep> nextSteps(const Listener &listener, const Assessment &assessment)
{
    QList<NextStep> steps;
    const Owner &owner = *listener.owner;
    const bool investigate = assessment.verdict == Verdict::Investigate;
    const bool worth = investigate || assessment.verdict == Verdict::Unfamiliar;
    if (has(assessment, EvidenceId::ExecutableReplaced))
        steps += NextStep::RestartProgram;
    if (investigate && isReachableFromNetwork(listener.exposure()))
        steps += NextStep::CloseToNetwork;
    if (worth && (has(assessment, EvidenceId::ExecutableDeleted) || has(assessment, EvidenceId::MemoryOnly)))
        steps += NextStep::KeepProgram;
    else if (worth && owner.leader())
        steps += NextStep::LookAtFile;
    if (has(assessment, EvidenceId::PackageFileChanged))
        steps += NextStep::ReinstallPackage;
    if (worth && canBeAsked(listener) && !wasAsked(assessment))
        steps += NextStep::AskPort;
    if (worth && (has(assessment, EvidenceId::MalwareRangePort) || has(assessment, EvidenceId::GhostPort)))
        steps += NextStep::ReadNote;
    if (investigate && owner.leader())
        steps += NextStep::StopProgram;
    if (worth && owner.attribution != Attribution::Observed && owner.reason != OwnerReason::KernelSocket
        && owner.reason != OwnerReason::HeldForUnit)
        steps += NextStep::SeeFully;
    if (worth && owner.leader())
        steps += NextStep::AcceptAsNormal;
    if (assessment.verdict == Verdict::Unfamiliar)
        steps += NextStep::WriteNote;
    if (steps.isEmpty())
        steps += NextStep::Nothing;
    return steps;
}

QString nextStepText(NextStep step, const Listener &listener)
{
    const Owner &owner = *listener.owner;
    const ProcessInfo *leader = owner.leader();
    switch (step) {
    case NextStep::Nothing:
        return NextStepText::tr("There is nothing to do.");
    case NextStep::RestartProgram:
        return restartText(owner);
    case NextStep::KeepProgram:
        return NextStepText::tr("There is no file to look at. As long as it runs, its program can be copied from /proc/%1/exe; that is "
                                "worth doing before it is stopped.")
            .arg(leader ? QString::number(leader->key.pid) : QStringLiteral("…"));
    case NextStep::ReinstallPackage:
        return NextStepText::tr("Keep a copy of the file, then install the package %1 again and see whether the file changes back.")
            .arg(owner.package ? text::visible(owner.package->name, longestName) : QString());
    case NextStep::LookAtFile:
        return lookText(leader);
    case NextStep::CloseToNetwork:
        return NextStepText::tr("While you look, keep others out: close port %1 in the firewall, or take the machine off the network.")
            .arg(listener.port());
    case NextStep::StopProgram:
        return NextStepText::tr("If nobody you trust started it, stop it.");
    case NextStep::AskPort:
        return NextStepText::tr("Ask the port: Portolan connects to it from this machine and tells what speaks there.");
    case NextStep::ReadNote:
        return NextStepText::tr("Read what is written about port %1: who used it, and when.").arg(listener.port());
    case NextStep::AcceptAsNormal:
        return NextStepText::tr("If you know it, accept it as normal: it stays quiet until it changes.");
    case NextStep::SeeFully:
        return NextStepText::tr("With the administrator's rights its owner could be seen for certain.");
    case NextStep::WriteNote:
        return NextStepText::tr("If you know what it is, write yourself a note, and it will not be a stranger next time.");
    }
    Q_UNREACHABLE();
}

} // namespace portolan
