// SPDX-License-Identifier: GPL-3.0-or-later
#include "assess/assessment.h"

#include "assess/known_names.h"
#include "assess/program_place.h"
#include "baseline/baseline.h"
#include "process/control_group.h"

#include <algorithm>
#include <array>

namespace portolan {

namespace {

/// Linux's default ip_local_port_range begins here, below IANA's dynamic range.
constexpr quint16 firstEphemeralPort = 32768;

/// Whether one process is meant, not several of which one may be it.
bool isCertainEnough(const Owner &owner)
{
    return owner.attribution == Attribution::Observed || owner.reason == OwnerReason::OneCandidate
        || owner.reason == OwnerReason::OneFits || owner.reason == OwnerReason::OneInNamespace;
}

/// The beginning of a title up to the first space or colon, without its folder: "/usr/sbin/nginx" and
/// "nginx: master process" both give "nginx".
QStringView titleName(const ProcessInfo &process)
{
    if (process.commandLine.isEmpty())
        return {};
    const QStringView title = process.commandLine.first();
    const auto end = std::ranges::find_if(title, [](QChar character) { return character == u' ' || character == u':'; });
    return fileNameOf(title.first(end - title.begin()));
}

/// Whether an interpreter was given its program on the command line itself.
bool runsInlineCode(const ProcessInfo &process)
{
    return process.commandLine.contains(QStringLiteral("-c")) || process.commandLine.contains(QStringLiteral("-e"));
}

bool isSystemProgram(const ProcessInfo &process)
{
    return programPlace(programOf(process)) == ProgramPlace::System;
}

QString shortName(const Container &container)
{
    return container.name.isEmpty() ? container.id : container.name;
}

bool isDeniedTrust(ProgramPlace place)
{
    return place == ProgramPlace::Temporary || place == ProgramPlace::Hidden || place == ProgramPlace::Memory;
}

/// Whether a program called `file` bears that daemon's name by right: as a link to it, or with an addition.
bool isNamedAfter(QStringView name, QStringView file)
{
    struct Successor
    {
        const char16_t *name;
        const char16_t *file;
    };
    constexpr std::array successors { Successor { u"redis-server", u"valkey-server" }, Successor { u"redis-server", u"keydb-server" },
                                      Successor { u"mysqld", u"mariadbd" } };
    return file.contains(name) || std::ranges::any_of(successors, [name, file](const Successor &successor) {
        return name == QStringView(successor.name) && file == QStringView(successor.file);
    });
}

class Assessor
{
public:
    Assessor(const Listener &listener, const Knowledge &knowledge, const AssessmentContext &context)
        : m_listener(listener)
        , m_owner(*listener.owner)
        , m_knowledge(knowledge)
        , m_context(context)
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
        if (const ProcessInfo *process = m_owner.leader(); process && isCertainEnough(m_owner))
            weighProcess(*process);
        weighPort();
        weighChange();
        weighAnswer();
        weighBaseline();
        weighExposure();
        m_result.judgement = judge(m_result.evidence);
        m_result.verdict = m_result.judgement.verdict;
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
            add(EvidenceId::KernelSocket, m_owner.attribution == Attribution::Inferred ? Basis::Inferred : Basis::Observed,
                Weighs::For);
        else if (m_owner.attribution == Attribution::Inferred)
            add(EvidenceId::OwnerInferred, Basis::Inferred, Weighs::Neutral,
                !isInControlGroup(m_owner) ? QString() : m_owner.unit.isEmpty() ? m_owner.cgroup : m_owner.unit);
        else if (m_owner.attribution == Attribution::None && m_owner.reason != OwnerReason::HeldForUnit)
            add(EvidenceId::OwnerUnknown, Basis::Observed, Weighs::Neutral);
        if (m_owner.container && !m_owner.container->served)
            add(EvidenceId::ContainerOwner, m_processBasis, Weighs::Neutral, shortName(*m_owner.container));
        else if (m_owner.container && !m_owner.container->id.isEmpty()) // not by its own word alone
            add(EvidenceId::ServesContainer, m_processBasis, Weighs::For, shortName(*m_owner.container));
        if (!m_owner.socketUnit.isEmpty())
            add(EvidenceId::SocketActivated, Basis::Observed, Weighs::For, m_owner.socketUnit);
        // A person's own session scopes and services say nothing about who wrote them.
        if (m_owner.unit.endsWith(QLatin1String(".service")) && !unitControlGroup(m_owner).startsWith(QLatin1String("/user.slice/")))
            add(EvidenceId::ServiceUnit, m_processBasis, Weighs::For, m_owner.unit);
    }

    void weighProcess(const ProcessInfo &process)
    {
        QString program = programOf(process);
        m_facts = m_owner.program ? &*m_owner.program : nullptr;
        const bool scripted = program != process.executable || isInterpreter(fileNameOf(process.executable));
        ProgramPlace place = programPlace(process.executable);
        if (scripted && program.startsWith(u'/') && !isDeniedTrust(place))
            place = programPlace(program);
        place = truePlace(place, program);
        // What it was started as can be made up, so that it speaks for nobody; against itself it may.
        if (const QString title = process.commandLine.value(0); place == ProgramPlace::Unknown && title.startsWith(u'/')
            && isDeniedTrust(programPlace(title))) {
            place = programPlace(title);
            program = title;
        }

        weighFile(process, program, place);
        weighPackage(process);
        weighName(process, place);
        weighKnownUse(process, program, place);

        if (has(EvidenceId::KnownUse) || has(EvidenceId::RegisteredService))
            return;
        const bool isPersons = process.uid != 0 || process.uid == m_context.person;
        const bool isOwnScript = program != process.executable && place != ProgramPlace::System;
        if (place == ProgramPlace::System && !(scripted && program == process.executable))
            add(EvidenceId::SystemProgram, m_processBasis, Weighs::For, program);
        else if (scripted && isPersons && !isDeniedTrust(place) && (isOwnScript || !runsInlineCode(process)))
            add(EvidenceId::DevelopmentServer, m_processBasis, Weighs::For, program);
        else if (place == ProgramPlace::Home || place == ProgramPlace::Local || place == ProgramPlace::Other)
            add(EvidenceId::OwnProgram, m_processBasis, Weighs::Neutral, program);
        if (m_listener.transport() == Transport::Udp && m_listener.port() >= firstEphemeralPort && !isDeniedTrust(place))
            add(EvidenceId::EphemeralClient, Basis::Knowledge, Weighs::For);
    }

    /// What the path alone makes of a program may be put right by what its file tells.
    ProgramPlace truePlace(ProgramPlace place, const QString &program)
    {
        // Whoever likes can call a folder as AppImage calls its mounts.
        if (m_facts && isAppImageMount(program) && (!m_owner.package || m_owner.package->manager != QLatin1String("appimage")))
            return ProgramPlace::Temporary;
        if (!m_facts || m_facts->buildTree.isEmpty() || place == ProgramPlace::Memory || place == ProgramPlace::System)
            return place;
        add(EvidenceId::BuildTree, m_processBasis, Weighs::Neutral, m_facts->buildTree);
        return isDeniedTrust(place) ? ProgramPlace::Home : place;
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
        if (isWritable())
            add(EvidenceId::ProgramWritable, m_processBasis, Weighs::Against, m_facts->writable);
    }

    void weighPackage(const ProcessInfo &process)
    {
        // What an upgrade replaced while it runs is compared once it was restarted.
        if (!m_owner.package || !m_owner.package->intact || process.executableReplaced)
            return;
        // An interpreter as it was shipped says nothing about what it was told to run.
        if (*m_owner.package->intact)
            add(EvidenceId::PackageIntact, m_processBasis,
                isInterpreter(fileNameOf(m_owner.package->file)) ? Weighs::Neutral : Weighs::For, m_owner.package->name);
        else
            add(EvidenceId::PackageFileChanged, m_processBasis, Weighs::Against, m_owner.package->name);
    }

    void weighName(const ProcessInfo &process, ProgramPlace place)
    {
        // Kernel threads have neither an executable nor a command line.
        if (process.executable.isEmpty())
            return;
        const QString title = process.commandLine.value(0);
        const QStringView file = fileNameOf(process.executable);
        for (const QString &name : { process.name, title }) {
            if (known_names::isKernelThread(name)) {
                add(EvidenceId::ImitatesKernelThread, m_processBasis, Weighs::Against, name);
                return;
            }
        }
        if (isDeniedTrust(place) || isWritable()) {
            for (const QStringView name : { QStringView(process.name), titleName(process), file }) {
                if (known_names::isDaemon(name)) {
                    add(EvidenceId::ImitatesDaemon, m_processBasis, Weighs::Against, name.toString());
                    return;
                }
            }
        }
        if (place != ProgramPlace::System && place != ProgramPlace::Unknown && !isInterpreter(file) && !m_owner.container) {
            for (const QStringView name : { QStringView(process.name), titleName(process) }) {
                if (known_names::isDaemon(name) && !known_names::isCommonWord(name) && !isNamedAfter(name, file)) {
                    add(EvidenceId::ImitatesDaemon, m_processBasis, Weighs::Against, name.toString());
                    return;
                }
            }
        }
        if (title.contains(QLatin1String(": ")) && !isInterpreter(file))
            add(EvidenceId::TitleChanged, m_processBasis, Weighs::Neutral, title);
    }

    void weighKnownUse(const ProcessInfo &process, const QString &program, ProgramPlace place)
    {
        if (isDeniedTrust(place) || isWritable())
            return;
        // Anybody can call a program in a folder of their own "sshd".
        const bool isOwnPlace = place == ProgramPlace::Home || place == ProgramPlace::Other;
        if (isOwnPlace && !m_owner.package && !m_owner.container && known_names::isDaemon(fileNameOf(program)))
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
        if (isRecognised())
            return;
        if (m_result.marks.testFlag(Mark::Ghost))
            add(EvidenceId::GhostPort, Basis::Knowledge, Weighs::Neutral, m_result.service);
        if (m_result.marks.testFlag(Mark::MalwareRange))
            add(EvidenceId::MalwareRangePort, Basis::Knowledge, Weighs::Neutral, malwareSubject());
        // Quiet corners are where things hide; whoever cannot be seen is not accused for it.
        if (m_result.marks.testFlag(Mark::Similar) && !m_result.marks.testFlag(Mark::DeFacto) && m_owner.leader() && isCertainEnough(m_owner))
            add(EvidenceId::NoKnownUse, Basis::Knowledge, Weighs::Against);
    }

    [[nodiscard]] bool isRecognised() const
    {
        const bool isAccused = std::ranges::find(m_result.evidence, Weighs::Against, &Evidence::weighs) != m_result.evidence.end();
        return std::ranges::any_of(m_result.evidence, [isAccused](const Evidence &evidence) {
            // Anybody with the right to can have the service manager start anything.
            return evidence.weighs == Weighs::For && evidence.id != EvidenceId::DevelopmentServer
                && evidence.id != EvidenceId::EphemeralClient && !(isAccused && evidence.id == EvidenceId::ServiceUnit);
        });
    }

    /// A program that took a recognised one's port, and is not recognised itself.
    void weighChange()
    {
        const ProcessInfo *before = m_context.ownerBefore ? m_context.ownerBefore->leader() : nullptr;
        if (!before || !m_owner.leader() || !isCertainEnough(m_owner) || isRecognised())
            return;
        if (m_context.ownerBefore->package || isSystemProgram(*before))
            add(EvidenceId::OwnerChanged, Basis::Observed, Weighs::Against, before->shownName());
    }

    void weighAnswer()
    {
        m_result.answer = m_context.answer;
        if (!m_context.answer)
            return;
        const QString said = spokenText(*m_context.answer);
        if (said.isEmpty())
            return;
        if (m_result.service.isEmpty())
            add(EvidenceId::Answers, Basis::Observed, Weighs::Neutral, said);
        else if (answersAs(*m_context.answer, m_result.service))
            m_result.evidence.append({ EvidenceId::AnswersAsRegistered, Basis::Observed, Weighs::For, said, m_result.service });
        else
            m_result.evidence.append({ EvidenceId::AnswersOtherwise, Basis::Observed, Weighs::Neutral, said, m_result.service });
    }

    void weighBaseline()
    {
        m_result.baseline = m_context.baseline;
        if (!m_context.baseline)
            return;
        const BaselineMatch &match = *m_context.baseline;
        switch (match.state) {
        case BaselineState::NotInBaseline:
            add(EvidenceId::NotInBaseline, Basis::Knowledge, Weighs::Neutral);
            break;
        case BaselineState::Accepted:
            if (match.accepted)
                m_result.evidence.append(acceptedEvidence(match.accepted->acceptedAt));
            break;
        case BaselineState::Changed:
            if (match.accepted && match.changes)
                weighAcceptedChange(match);
            break;
        case BaselineState::Unseen:
            break;
        }
    }

    [[nodiscard]] bool isWritable() const { return m_facts && !m_facts->writable.isEmpty(); }

    /// Told by the gravest of the changes. That more of the world reaches it is no accusation.
    void weighAcceptedChange(const BaselineMatch &match)
    {
        const BaselineChange what = listed(match.changes).constFirst();
        const bool another = what == BaselineChange::Program && !isAtHomeHere(*match.accepted->listener);
        const bool against = another || (what == BaselineChange::Bytes && !has(EvidenceId::BuildTree))
            || what == BaselineChange::User;
        m_result.evidence.append({ EvidenceId::AcceptedChanged, m_processBasis, against ? Weighs::Against : Weighs::Neutral,
                                   baselineChangeName(what), acceptedValue(*match.accepted, what) });
    }

    /// Whether there is another reason why just this program holds the port: the port is meant for it,
    /// the administrator set it up, or the person runs one of their own servers after another.
    [[nodiscard]] bool isAtHomeHere(const Listener &accepted) const
    {
        for (const EvidenceId id : { EvidenceId::RegisteredService, EvidenceId::KnownUse, EvidenceId::ServiceUnit, EvidenceId::KernelSocket,
                                     EvidenceId::ServesContainer, EvidenceId::SocketActivated }) {
            if (has(id))
                return true;
        }
        return has(EvidenceId::DevelopmentServer) && accepted.owner->leader() && !accepted.owner->leader()->script.isEmpty();
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

    const Listener &m_listener;
    const Owner &m_owner;
    const Knowledge &m_knowledge;
    const AssessmentContext &m_context;
    const Basis m_processBasis;
    const bool m_reachable;
    const ProgramFacts *m_facts = nullptr; ///< of the process that is weighed
    Assessment m_result;
};

} // namespace

AssessmentPtr assess(const Listener &listener, const Knowledge &knowledge, const AssessmentContext &context)
{
    return std::make_shared<Assessment>(Assessor(listener, knowledge, context).assess());
}

} // namespace portolan
