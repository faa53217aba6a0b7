// SPDX-License-Identifier: GPL-3.0-or-later
#include "assess/evidence.h"

#include "baseline/baseline_match.h"
#include "text/text.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

namespace portolan {

namespace {

class EvidenceText
{
    Q_DECLARE_TR_FUNCTIONS(portolan::Evidence)
};

constexpr qsizetype longestDetail = 200;

} // namespace

Evidence acceptedEvidence(const QDateTime &when)
{
    return { EvidenceId::Accepted, Basis::Knowledge, Weighs::For, when.toUTC().toString(Qt::ISODate) };
}

QLatin1String evidenceName(EvidenceId id)
{
    switch (id) {
    case EvidenceId::RegisteredService:
        return QLatin1String("registered-service");
    case EvidenceId::KnownUse:
        return QLatin1String("known-use");
    case EvidenceId::SystemProgram:
        return QLatin1String("system-program");
    case EvidenceId::ServiceUnit:
        return QLatin1String("service-unit");
    case EvidenceId::KernelSocket:
        return QLatin1String("kernel-socket");
    case EvidenceId::ContainerOwner:
        return QLatin1String("container-owner");
    case EvidenceId::DevelopmentServer:
        return QLatin1String("development-server");
    case EvidenceId::EphemeralClient:
        return QLatin1String("ephemeral-client");
    case EvidenceId::OwnProgram:
        return QLatin1String("own-program");
    case EvidenceId::OwnerUnknown:
        return QLatin1String("owner-unknown");
    case EvidenceId::OwnerInferred:
        return QLatin1String("owner-inferred");
    case EvidenceId::ExecutableDeleted:
        return QLatin1String("executable-deleted");
    case EvidenceId::ExecutableReplaced:
        return QLatin1String("executable-replaced");
    case EvidenceId::TemporaryFolder:
        return QLatin1String("temporary-folder");
    case EvidenceId::HiddenFolder:
        return QLatin1String("hidden-folder");
    case EvidenceId::MemoryOnly:
        return QLatin1String("memory-only");
    case EvidenceId::ImitatesKernelThread:
        return QLatin1String("imitates-kernel-thread");
    case EvidenceId::ImitatesDaemon:
        return QLatin1String("imitates-daemon");
    case EvidenceId::GhostPort:
        return QLatin1String("ghost-port");
    case EvidenceId::MalwareRangePort:
        return QLatin1String("malware-range-port");
    case EvidenceId::NoKnownUse:
        return QLatin1String("no-known-use");
    case EvidenceId::PackageIntact:
        return QLatin1String("package-intact");
    case EvidenceId::PackageFileChanged:
        return QLatin1String("package-file-changed");
    case EvidenceId::SocketActivated:
        return QLatin1String("socket-activated");
    case EvidenceId::ServesContainer:
        return QLatin1String("serves-container");
    case EvidenceId::TitleChanged:
        return QLatin1String("title-changed");
    case EvidenceId::OwnerChanged:
        return QLatin1String("owner-changed");
    case EvidenceId::ProgramWritable:
        return QLatin1String("program-writable");
    case EvidenceId::BuildTree:
        return QLatin1String("build-tree");
    case EvidenceId::Accepted:
        return QLatin1String("accepted");
    case EvidenceId::AcceptedChanged:
        return QLatin1String("accepted-changed");
    case EvidenceId::NotInBaseline:
        return QLatin1String("not-in-baseline");
    case EvidenceId::AnswersAsRegistered:
        return QLatin1String("answers-as-registered");
    case EvidenceId::AnswersOtherwise:
        return QLatin1String("answers-otherwise");
    case EvidenceId::Answers:
        return QLatin1String("answers");
    case EvidenceId::ReachableFromNetwork:
        return QLatin1String("reachable-from-network");
    case EvidenceId::LoopbackOnly:
        return QLatin1String("loopback-only");
    }
    Q_UNREACHABLE();
}

QLatin1String basisName(Basis basis)
{
    switch (basis) {
    case Basis::Observed:
        return QLatin1String("observed");
    case Basis::Inferred:
        return QLatin1String("inferred");
    case Basis::Knowledge:
        return QLatin1String("knowledge");
    }
    Q_UNREACHABLE();
}

QString basisLabel(Basis basis)
{
    switch (basis) {
    case Basis::Observed:
        return EvidenceText::tr("observed", "how a fact is known");
    case Basis::Inferred:
        return EvidenceText::tr("inferred", "how a fact is known");
    case Basis::Knowledge:
        return EvidenceText::tr("knowledge", "how a fact is known");
    }
    Q_UNREACHABLE();
}

QLatin1String weighsName(Weighs weighs)
{
    switch (weighs) {
    case Weighs::For:
        return QLatin1String("for");
    case Weighs::Against:
        return QLatin1String("against");
    case Weighs::Neutral:
        return QLatin1String("neutral");
    }
    Q_UNREACHABLE();
}

QString evidenceText(const Evidence &evidence)
{
    const QString detail = text::visible(evidence.detail, longestDetail);
    const QString compared = text::visible(evidence.compared, longestDetail);
    switch (evidence.id) {
    case EvidenceId::RegisteredService:
        return EvidenceText::tr("The port is registered for this very service: %1").arg(detail);
    case EvidenceId::KnownUse:
        return EvidenceText::tr("Known to use this port: %1").arg(detail);
    case EvidenceId::SystemProgram:
        return EvidenceText::tr("Its program is installed where only the administrator can write: %1").arg(detail);
    case EvidenceId::ServiceUnit:
        return EvidenceText::tr("The service manager started it as %1").arg(detail);
    case EvidenceId::KernelSocket:
        return EvidenceText::tr("The kernel itself opened the socket");
    case EvidenceId::ContainerOwner:
        return EvidenceText::tr("It runs in the container %1").arg(detail);
    case EvidenceId::DevelopmentServer:
        return EvidenceText::tr("A script or development tool of the person who started it: %1").arg(detail);
    case EvidenceId::EphemeralClient:
        return EvidenceText::tr("A passing UDP port, as programs open them to ask a question");
    case EvidenceId::OwnProgram:
        return EvidenceText::tr("Its program was put there by hand, not by the system: %1").arg(detail);
    case EvidenceId::OwnerUnknown:
        return EvidenceText::tr("Its owner cannot be seen");
    case EvidenceId::OwnerInferred:
        return detail.isEmpty() ? EvidenceText::tr("Its owner is concluded, not observed")
                                : EvidenceText::tr("Its owner is concluded from the control group %1").arg(detail);
    case EvidenceId::ExecutableDeleted:
        return EvidenceText::tr("Its program file was deleted after it started");
    case EvidenceId::ExecutableReplaced:
        return EvidenceText::tr("Its program file was replaced since it started, as an upgrade does; "
                                "a restart is pending");
    case EvidenceId::TemporaryFolder:
        return EvidenceText::tr("It runs from a temporary folder: %1").arg(detail);
    case EvidenceId::HiddenFolder:
        return EvidenceText::tr("It runs from a hidden folder: %1").arg(detail);
    case EvidenceId::MemoryOnly:
        return EvidenceText::tr("It runs from memory; there is no program file");
    case EvidenceId::ImitatesKernelThread:
        return EvidenceText::tr("It bears a kernel thread's name, %1, but runs a program").arg(detail);
    case EvidenceId::ImitatesDaemon:
        return EvidenceText::tr("It bears a well-known daemon's name, %1, but runs from another place").arg(detail);
    case EvidenceId::GhostPort:
        return EvidenceText::tr("The port's registration, %1, exists on paper only").arg(detail);
    case EvidenceId::MalwareRangePort:
        return EvidenceText::tr("The port lies where malware is known to have listened: %1").arg(detail);
    case EvidenceId::NoKnownUse:
        return EvidenceText::tr("Nothing known uses this port today");
    case EvidenceId::PackageIntact:
        return EvidenceText::tr("Its program is as the package shipped it: %1").arg(detail);
    case EvidenceId::PackageFileChanged:
        return EvidenceText::tr("Its program is not as the package shipped it: %1").arg(detail);
    case EvidenceId::SocketActivated:
        return EvidenceText::tr("The service manager opened the port for the unit %1").arg(detail);
    case EvidenceId::ServesContainer:
        return EvidenceText::tr("It passes on what reaches the port to the container %1").arg(detail);
    case EvidenceId::TitleChanged:
        return EvidenceText::tr("It shows a title of its own, as many daemons do: %1").arg(detail);
    case EvidenceId::OwnerChanged:
        return EvidenceText::tr("Before it, another program held the port: %1").arg(detail);
    case EvidenceId::ProgramWritable:
        return EvidenceText::tr("Everybody on this machine can put another program in its place, in %1").arg(detail);
    case EvidenceId::BuildTree:
        return EvidenceText::tr("Its program was built here by the person who runs it: %1").arg(detail);
    case EvidenceId::Accepted:
        return EvidenceText::tr("You accepted it as normal on %1")
            .arg(QLocale().toString(QDateTime::fromString(evidence.detail, Qt::ISODate).toLocalTime(), QLocale::ShortFormat));
    case EvidenceId::AcceptedChanged:
        return acceptedChangeText(baselineChangeFrom(evidence.detail), compared);
    case EvidenceId::NotInBaseline:
        return EvidenceText::tr("It is not in what you accepted as normal");
    case EvidenceId::AnswersAsRegistered:
        return EvidenceText::tr("Asked, it answers as %2 should: %1").arg(detail, compared);
    case EvidenceId::AnswersOtherwise:
        return EvidenceText::tr("Registered as %2, it answers %1").arg(detail, compared);
    case EvidenceId::Answers:
        return EvidenceText::tr("Asked, it answers %1").arg(detail);
    case EvidenceId::ReachableFromNetwork:
        return EvidenceText::tr("It can be reached from the network");
    case EvidenceId::LoopbackOnly:
        return EvidenceText::tr("Only programs on this machine can reach it");
    }
    Q_UNREACHABLE();
}

} // namespace portolan
