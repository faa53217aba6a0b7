// SPDX-License-Identifier: GPL-3.0-or-later
#include "packages/package_facts.h"

#include "process/interpreter.h"

namespace portolan {

namespace {

bool isCertainEnough(const Owner &owner)
{
    return owner.reason != OwnerReason::SeveralCandidates && owner.reason != OwnerReason::SeveralInNamespace;
}

/// What it runs is a file, but not known to us which: the interpreter's package would say nothing about it.
bool runsUnknownScript(const ProcessInfo &process)
{
    const QStringView executable(process.executable);
    return process.script.isEmpty()
        && !scriptArgument(executable.sliced(executable.lastIndexOf(u'/') + 1), process.commandLine).isEmpty();
}

} // namespace

PackageFacts::PackageFacts(std::unique_ptr<PackageDatabase> database, const QByteArray &procRoot,
                           const PackageLookup::Limits &limits)
    : m_lookup(std::make_unique<PackageLookup>(std::move(database), procRoot, limits))
{
}

void PackageFacts::addTo(Owner &owner, const SocketEntry &)
{
    const ProcessInfo *process = owner.leader();
    const bool isContained = owner.container && !owner.container->served;
    if (!process || process->executable.isEmpty() || isContained || !isCertainEnough(owner))
        return;
    if (runsUnknownScript(*process))
        return;
    PackageLookup::Answer answer
        = m_lookup->answerFor({ process->key, process->executable, process->executableDeleted, process->script });
    owner.package = std::move(answer.package);
    owner.program = std::move(answer.program);
}

quint64 PackageFacts::revision() const
{
    m_lookup->checkWhenDue();
    return m_lookup->revision();
}

bool PackageFacts::waitForAnswers(std::chrono::milliseconds patience)
{
    return m_lookup->waitForAnswers(patience);
}

} // namespace portolan
