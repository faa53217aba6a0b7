// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QLatin1String>
#include <QList>
#include <QString>

namespace portolan {

enum class EvidenceId : quint8 {
    RegisteredService, ///< the program is what the port is registered for
    KnownUse, ///< a note names this program for this port
    SystemProgram, ///< installed where only the administrator can write
    ServiceUnit, ///< started by the service manager
    KernelSocket,
    ContainerOwner,
    DevelopmentServer, ///< an interpreter or development tool of the person's own
    EphemeralClient, ///< UDP socket in the dynamic range, as clients open for their questions
    OwnProgram, ///< unpackaged program in the person's own or the administrator's folders
    OwnerUnknown,
    OwnerInferred,
    ExecutableDeleted,
    ExecutableReplaced, ///< deleted, and the same path exists again: an upgrade, restart pending
    TemporaryFolder,
    HiddenFolder,
    MemoryOnly, ///< memfd_create(2): there never was a file
    ImitatesKernelThread,
    ImitatesDaemon,
    GhostPort,
    MalwareRangePort,
    NoKnownUse, ///< nothing known uses this port today
    PackageIntact, ///< a package owns the program file, which is as it was shipped
    PackageFileChanged, ///< a package owns the program file, which is not as it was shipped
    SocketActivated, ///< the service manager opened the socket for a unit
    ServesContainer, ///< it passes on what reaches the port to a container
    TitleChanged, ///< its title says something else than its program's name, as many daemons' do
    OwnerChanged, ///< a recognised program held the port before; this one is not recognised
    ProgramWritable, ///< everybody on this machine may put another program in its place
    BuildTree, ///< it came out of a build of its own user's
    Accepted, ///< the person accepted it as normal, and it is as it was then
    AcceptedChanged, ///< accepted as normal, and no longer what was accepted
    NotInBaseline, ///< there is a baseline, and it is not in it
    AnswersAsRegistered, ///< asked, it spoke the protocol of the registered service
    AnswersOtherwise, ///< asked, it spoke another one than the registered service's
    Answers, ///< asked, it spoke this on a port that is registered for nothing
    ReachableFromNetwork,
    LoopbackOnly,
};

/// How a fact is known. Never mixed.
enum class Basis : quint8 { Observed, Inferred, Knowledge };

enum class Weighs : quint8 { For, Against, Neutral };

/// One fact for or against a listener.
struct Evidence
{
    EvidenceId id = EvidenceId::OwnerUnknown;
    Basis basis = Basis::Observed;
    Weighs weighs = Weighs::Neutral;
    /// What the sentence is about: a path, a service, a subject. Hostile text.
    QString detail;
    /// What it is compared with: a registered service, an accepted program. Hostile text.
    QString compared = {};

    friend bool operator==(const Evidence &, const Evidence &) = default;
};

/// That the person accepted it then.
[[nodiscard]] Evidence acceptedEvidence(const QDateTime &when);

/// "executable-deleted", ... as in the snapshot format.
[[nodiscard]] QLatin1String evidenceName(EvidenceId id);
/// "observed", "inferred" or "knowledge".
[[nodiscard]] QLatin1String basisName(Basis basis);
/// Translated word for people.
[[nodiscard]] QString basisLabel(Basis basis);
/// "for", "against" or "neutral".
[[nodiscard]] QLatin1String weighsName(Weighs weighs);
/// One translated sentence; its details are already made harmless with text::visible().
[[nodiscard]] QString evidenceText(const Evidence &evidence);

} // namespace portolan
