// SPDX-License-Identifier: GPL-3.0-or-later
#include "assess/assessment.h"

#include "assess/program_place.h"
#include "process/control_group.h"

#include <algorithm>
#include <array>

namespace portolan {

namespace {

/// Linux's default ip_local_port_range begins here, below IANA's dynamic range.
constexpr quint16 firstEphemeralPort = 32768;

constexpr std::array kernelThreadNames { u"kworker", u"kthreadd", u"ksoftirqd", u"migration/", u"rcu_", u"kswapd",
                                         u"watchdog/", u"cpuhp/",  u"jbd2/",     u"irq/",       u"scsi_eh_" };
constexpr std::array daemonNames { u"sshd", u"nginx", u"apache2", u"httpd", u"systemd", u"cron", u"cupsd", u"dbus-daemon",
                                   u"rsyslogd", u"postgres", u"mysqld", u"mariadbd", u"named", u"smbd", u"dockerd",
                                   u"containerd", u"exim4", u"master", u"avahi-daemon", u"NetworkManager" };

bool imitatesKernelThread(QStringView name)
{
    return name.startsWith(u'[') || std::ranges::any_of(kernelThreadNames, [name](const char16_t *thread) {
               return name.startsWith(QStringView(thread));
           });
}

bool isDaemonName(QStringView name)
{
    return std::ranges::any_of(daemonNames, [name](const char16_t *daemon) { return name == QStringView(daemon); });
}

bool isDeniedTrust(ProgramPlace place)
{
    return place == ProgramPlace::Temporary || place == ProgramPlace::Hidden || place == ProgramPlace::Memory;
}

class Assessor
{
public:
    Assessor(const Listener &listener, const Knowledge &knowledge)
        : m_listener(listener)
        , m_owner(*listener.owner)
        , m_knowledge(knowledge)
        , m_processBasis(m_owner.attribution == Attribution::Observed ? Basis::Observed : Basis::Inferred)
        , m_reachable(isReachableFromNetwork(listener.exposure()))
    {
        m_result.marks = knowledge.marks(listener.port(), listener.transport());
        if (const auto row = knowledge.registration(listener.port(), listener.transport());
            row && row->status == RegistrationStatus::Assigned) {
            m_result.service = row->service;
            m_result.description = row->description;
        }
    }

    Assessment assess()
    {
        weighOwner();
        if (const ProcessInfo *process = m_owner.leader())
            weighProcess(*process);
        weighPort();
        weighExposure();
        m_result.verdict = verdict();
        // Strongest first: what speaks against, then for, then what is only said.
        std::ranges::stable_sort(m_result.evidence, {}, [](const Evidence &evidence) {
            return evidence.weighs == Weighs::Against ? 0 : evidence.weighs == Weighs::For ? 1 : 2;
        });
        return std::move(m_result);
    }

private:
    void add(EvidenceId id, Basis basis, Weighs weighs, const QString &detail = {})
    {
        m_result.evidence.append({ id, basis, weighs, detail });
    }

    [[nodiscard]] bool has(EvidenceId id) const
    {
        return std::ranges::find(m_result.evidence, id, &Evidence::id) != m_result.evidence.end();
    }

    void weighOwner()
    {
        if (m_owner.reason == OwnerReason::KernelSocket)
            add(EvidenceId::KernelSocket, Basis::Observed, Weighs::For);
        else if (m_owner.attribution == Attribution::Inferred)
            add(EvidenceId::OwnerInferred, Basis::Inferred, Weighs::Neutral,
                !isInControlGroup(m_owner) ? QString() : m_owner.unit.isEmpty() ? m_owner.cgroup : m_owner.unit);
        else if (m_owner.attribution == Attribution::None)
            add(EvidenceId::OwnerUnknown, Basis::Observed, Weighs::Neutral);
        if (m_owner.container)
            add(EvidenceId::ContainerOwner, m_processBasis, Weighs::Neutral,
                m_owner.container->name.isEmpty() ? m_owner.container->id : m_owner.container->name);
        // A person's own session scopes and services say nothing about who wrote them.
        if (m_owner.unit.endsWith(QLatin1String(".service")) && !unitGroup().startsWith(QLatin1String("/user.slice/")))
            add(EvidenceId::ServiceUnit, Basis::Observed, Weighs::For, m_owner.unit);
    }

    /// The control group that the owner's unit was read from: its process's where that was seen, as
    /// the socket may have been made elsewhere, or the kernel may not tell where.
    [[nodiscard]] const QString &unitGroup() const
    {
        const ProcessInfo *process = m_owner.leader();
        const bool ofProcess = m_owner.attribution == Attribution::Observed && process && !process->cgroup.isEmpty();
        return ofProcess ? process->cgroup : m_owner.cgroup;
    }

    void weighProcess(const ProcessInfo &process)
    {
        const QString program = programOf(process);
        const bool scripted = program != process.executable || isInterpreter(fileNameOf(process.executable));
        ProgramPlace place = programPlace(process.executable);
        if (scripted && program.startsWith(u'/') && !isDeniedTrust(place))
            place = programPlace(program);

        weighFile(process, program, place);
        weighName(process, place);
        weighKnownUse(process, program, place);

        if (has(EvidenceId::KnownUse) || has(EvidenceId::RegisteredService))
            return;
        if (scripted && !isDeniedTrust(place) && process.uid != 0)
            add(EvidenceId::DevelopmentServer, m_processBasis, Weighs::For, program);
        else if (!scripted && place == ProgramPlace::System)
            add(EvidenceId::SystemProgram, m_processBasis, Weighs::For, process.executable);
        else if (place == ProgramPlace::Home || place == ProgramPlace::Local || place == ProgramPlace::Other)
            add(EvidenceId::OwnProgram, m_processBasis, Weighs::Neutral, program);
        if (m_listener.transport() == Transport::Udp && m_listener.port() >= firstEphemeralPort && !isDeniedTrust(place))
            add(EvidenceId::EphemeralClient, Basis::Knowledge, Weighs::For);
    }

    void weighFile(const ProcessInfo &process, const QString &program, ProgramPlace place)
    {
        if (place == ProgramPlace::Memory)
            add(EvidenceId::MemoryOnly, m_processBasis, Weighs::Against);
        else if (process.executableReplaced && !isDeniedTrust(place))
            add(EvidenceId::ExecutableReplaced, m_processBasis, Weighs::Neutral);
        else if (process.executableDeleted)
            add(EvidenceId::ExecutableDeleted, m_processBasis, Weighs::Against);
        if (place == ProgramPlace::Temporary)
            add(EvidenceId::TemporaryFolder, m_processBasis, Weighs::Against, program);
        else if (place == ProgramPlace::Hidden)
            add(EvidenceId::HiddenFolder, m_processBasis, Weighs::Against, program);
    }

    void weighName(const ProcessInfo &process, ProgramPlace place)
    {
        // Kernel threads have neither an executable nor a command line.
        if (!process.executable.isEmpty() && imitatesKernelThread(process.name))
            add(EvidenceId::ImitatesKernelThread, m_processBasis, Weighs::Against, process.name);
        else if (isDeniedTrust(place) && isDaemonName(process.name))
            add(EvidenceId::ImitatesDaemon, m_processBasis, Weighs::Against, process.name);
    }

    void weighKnownUse(const ProcessInfo &process, const QString &program, ProgramPlace place)
    {
        if (isDeniedTrust(place))
            return;
        // A process can give itself any name (prctl(2)): outside the system's folders its file's counts.
        const bool nameCounts = process.executable.isEmpty() || place == ProgramPlace::System;
        for (const QStringView name : { fileNameOf(program), fileNameOf(process.executable),
                                        nameCounts ? QStringView(process.name) : QStringView() }) {
            if (name.isEmpty())
                continue;
            const auto note = m_knowledge.noteForExecutable(m_listener.port(), m_listener.transport(), name);
            if (!note)
                continue;
            const bool registered = !m_result.service.isEmpty()
                && !(m_result.marks & (Mark::Squatted | Mark::Ghost | Mark::Similar | Mark::Conflict | Mark::DeFacto));
            if (registered)
                add(EvidenceId::RegisteredService, Basis::Knowledge, Weighs::For, m_result.service);
            else
                add(EvidenceId::KnownUse, Basis::Knowledge, Weighs::For, note->subject);
            return;
        }
    }

    void weighPort()
    {
        const bool recognised = has(EvidenceId::KnownUse) || has(EvidenceId::RegisteredService)
            || has(EvidenceId::SystemProgram) || has(EvidenceId::KernelSocket) || has(EvidenceId::ServiceUnit);
        if (recognised)
            return;
        if (m_result.marks.testFlag(Mark::Ghost))
            add(EvidenceId::GhostPort, Basis::Knowledge, Weighs::Neutral, m_result.service);
        if (m_result.marks.testFlag(Mark::MalwareRange))
            add(EvidenceId::MalwareRangePort, Basis::Knowledge, Weighs::Neutral, malwareSubject());
        // Quiet corners are where things hide; whoever cannot be seen is not accused for it.
        if (m_result.marks.testFlag(Mark::Similar) && !m_result.marks.testFlag(Mark::DeFacto) && m_owner.leader())
            add(EvidenceId::NoKnownUse, Basis::Knowledge, Weighs::Against);
    }

    void weighExposure()
    {
        add(m_reachable ? EvidenceId::ReachableFromNetwork : EvidenceId::LoopbackOnly, Basis::Observed, Weighs::Neutral);
    }

    [[nodiscard]] QString malwareSubject() const
    {
        const QList<Note> notes = m_knowledge.notes(m_listener.port(), m_listener.transport());
        const Note *best = nullptr;
        for (const Note &note : notes) {
            if (note.kind == NoteKind::Malware && (!best || note.confidence > best->confidence))
                best = &note;
        }
        return best ? best->subject : QString();
    }

    static int weight(const Evidence &evidence)
    {
        switch (evidence.id) {
        case EvidenceId::MemoryOnly:
        case EvidenceId::ImitatesKernelThread:
        case EvidenceId::ImitatesDaemon:
            return 3;
        case EvidenceId::ExecutableDeleted:
        case EvidenceId::TemporaryFolder:
        case EvidenceId::HiddenFolder:
        case EvidenceId::NoKnownUse:
            return 2;
        default:
            return 0;
        }
    }

    /// Three points against call for a look; two do when the network can reach it. Otherwise the
    /// strongest evidence for it decides.
    [[nodiscard]] Verdict verdict() const
    {
        int against = 0;
        for (const Evidence &evidence : m_result.evidence)
            against += weight(evidence);
        if (against >= 3 || (against >= 2 && m_reachable))
            return Verdict::Investigate;
        if (against > 0)
            return Verdict::Unfamiliar;
        if (has(EvidenceId::RegisteredService))
            return Verdict::Expected;
        const bool explained = std::ranges::any_of(m_result.evidence, [](const Evidence &evidence) {
            return evidence.weighs == Weighs::For;
        });
        return explained ? Verdict::Explained : Verdict::Unfamiliar;
    }

    const Listener &m_listener;
    const Owner &m_owner;
    const Knowledge &m_knowledge;
    const Basis m_processBasis;
    const bool m_reachable;
    Assessment m_result;
};

} // namespace

AssessmentPtr assess(const Listener &listener, const Knowledge &knowledge)
{
    return std::make_shared<Assessment>(Assessor(listener, knowledge).assess());
}

} // namespace portolan
