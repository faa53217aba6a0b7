// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitor/candidate_choice.h"

#include "process/control_group.h"
#include "process/interpreter.h"

#include <algorithm>
#include <array>
#include <tuple>
#include <utility>
#include <vector>

namespace portolan {

namespace {

/// More say nothing to people.
constexpr qsizetype shownCandidates = 16;
/// Sources give no more than this many: with so many, one that was left out may fit as well.
constexpr qsizetype maximumWeighed = 64;
/// A shorter name begins too many others.
constexpr qsizetype shortestStem = 3;

constexpr std::array launchers { u"sh",      u"bash",      u"dash",        u"zsh",       u"ksh",     u"fish",      u"ash",
                                 u"sudo",    u"su",        u"runuser",     u"setpriv",   u"doas",    u"login",     u"(sd-pam)",
                                 u"tini",    u"dumb-init", u"docker-init", u"catatonit", u"pause",   u"init",      u"s6-svscan",
                                 u"runsv",   u"timeout",   u"nice",        u"env",       u"nohup",   u"setsid",    u"s6-supervise",
                                 u"unshare", u"ip",        u"screen",      u"tmux",      u"flock",   u"sleep",     u"start-stop-daem" };

QStringView fileName(QStringView path)
{
    return path.sliced(path.lastIndexOf(u'/') + 1);
}

/// What the process was started as. Titles such as "nginx: master process" end at the colon.
QStringView startedAs(const ProcessInfo &process)
{
    if (process.commandLine.isEmpty())
        return {};
    QStringView title(process.commandLine.first());
    if (const qsizetype end = title.indexOf(u": "); end > 0)
        title = title.first(end);
    return fileName(title);
}

bool isKnownFor(const ProcessInfo &process, const SocketEntry &socket, const Knowledge &knowledge)
{
    const std::array names { QStringView(process.name), fileName(process.executable), startedAs(process),
                             fileName(process.script) };
    return std::ranges::any_of(names, [&](QStringView name) {
        return !name.isEmpty() && knowledge.noteForExecutable(socket.port, socket.transport, name).has_value();
    });
}

/// Whether the number stands in the text with no digit beside it.
bool mentions(QStringView text, QStringView number)
{
    for (qsizetype at = text.indexOf(number); at >= 0; at = text.indexOf(number, at + 1)) {
        const qsizetype after = at + number.size();
        if ((at == 0 || !text[at - 1].isDigit()) && (after == text.size() || !text[after].isDigit()))
            return true;
    }
    return false;
}

/// "ssh.service" runs "sshd", "postgresql@15-main.service" runs "postgres".
bool isNamedLike(const ProcessInfo &process, const QString &unit)
{
    const QStringView name(process.name);
    QStringView stem(unit);
    stem = stem.first(std::max(stem.indexOf(u'.'), qsizetype(0)));
    if (const qsizetype instance = stem.indexOf(u'@'); instance >= 0)
        stem = stem.first(instance);
    return stem == name ? !stem.isEmpty()
                        : stem.size() >= shortestStem && name.size() >= shortestStem
                              && (name.startsWith(stem) || stem.startsWith(name));
}

struct Candidate
{
    ProcessPtr process;
    bool sameUser = false;
    /// A root that opened it may have given up its rights since; no other user becomes another.
    bool possibleUser = false;
    bool known = false;
    bool mentionsPort = false;
    bool launcher = false;
    bool named = false;
    qsizetype elders = 0; ///< candidates of the same name among its ancestors

    [[nodiscard]] auto rank() const
    {
        return std::tuple(!possibleUser, !known, !sameUser, launcher, !mentionsPort, !named, elders, process->key.startTicks,
                          process->key.pid);
    }
};

qsizetype eldersAmong(const ProcessInfo &process, const QList<ProcessPtr> &candidates)
{
    return std::ranges::count_if(candidates, [&](const ProcessPtr &other) {
        return other->name == process.name && std::ranges::any_of(process.ancestors, [&](const Ancestor &ancestor) {
                   return ancestor.key == other->key;
               });
    });
}

/// Whether this one can be left out beside `first`.
bool isOutOfQuestion(const Candidate &candidate, const Candidate &first)
{
    if (!candidate.possibleUser || (candidate.launcher && !candidate.known))
        return true;
    return first.known && !candidate.known && !candidate.mentionsPort;
}

} // namespace

bool isLauncher(const ProcessInfo &process)
{
    QStringView name(process.name);
    // Of a login shell.
    if (name.startsWith(u'-'))
        name = name.sliced(1);
    return std::ranges::any_of(launchers, [name](const char16_t *launcher) { return name == QStringView(launcher); });
}

WeighedCandidates weighCandidates(const Owner &owner, const SocketEntry &socket, const Knowledge &knowledge)
{
    const QString port = QString::number(socket.port);
    std::vector<Candidate> weighed;
    weighed.reserve(size_t(owner.processes.size()));
    for (const ProcessPtr &process : owner.processes) {
        Candidate candidate { process };
        candidate.sameUser = process->uid == owner.uid;
        candidate.possibleUser = candidate.sameUser || owner.uid == 0;
        candidate.known = isKnownFor(*process, socket, knowledge);
        candidate.mentionsPort = std::ranges::any_of(process->commandLine, [&](const QString &argument) {
            return mentions(argument, port);
        });
        candidate.launcher = isLauncher(*process);
        candidate.named = isNamedLike(*process, owner.unit);
        candidate.elders = eldersAmong(*process, owner.processes);
        weighed.push_back(candidate);
    }
    std::ranges::sort(weighed, {}, &Candidate::rank);

    WeighedCandidates result;
    if (weighed.empty())
        return result;
    const Candidate &first = weighed.front();
    const bool inGroup = isInControlGroup(owner);
    result.standsOut = first.possibleUser && (first.known || first.mentionsPort);
    result.oneFits = weighed.size() < maximumWeighed && first.possibleUser
        && (first.known || (inGroup && (weighed.size() == 1 || (first.sameUser && !first.launcher))))
        && std::all_of(weighed.begin() + 1, weighed.end(),
                       [&](const Candidate &candidate) { return isOutOfQuestion(candidate, first); });
    for (const Candidate &candidate : weighed)
        result.processes.append(candidate.process);
    return result;
}

CandidateChoice::CandidateChoice(KnowledgePtr knowledge, quint32 person)
    : m_knowledge(std::move(knowledge))
    , m_person(person)
{
}

void CandidateChoice::use(KnowledgePtr knowledge)
{
    m_knowledge = std::move(knowledge);
    ++m_revision;
}

void CandidateChoice::addTo(Owner &owner, const SocketEntry &socket)
{
    const bool inNamespace = owner.reason == OwnerReason::SeveralInNamespace;
    const bool inGroup = owner.reason == OwnerReason::OneCandidate || owner.reason == OwnerReason::SeveralCandidates;
    if (owner.attribution != Attribution::Inferred || (!inNamespace && !inGroup))
        return;
    WeighedCandidates weighed = weighCandidates(owner, socket, *m_knowledge);
    if (inGroup && owner.uid == 0 && !isInControlGroup(owner) && !weighed.standsOut) {
        // Root's processes outside of all groups may be anything: none of them is likelier.
        owner.attribution = Attribution::None;
        owner.reason = m_person == 0 ? OwnerReason::NotFound : OwnerReason::OtherUser;
        owner.processes.clear();
        return;
    }
    owner.processes = std::move(weighed.processes);
    if (inNamespace) {
        // A namespace is shared for other reasons than a group: that decides nothing.
    } else if (owner.reason == OwnerReason::OneCandidate) {
        if (!weighed.oneFits)
            owner.reason = OwnerReason::SeveralCandidates;
    } else if (weighed.oneFits) {
        owner.reason = OwnerReason::OneFits;
        owner.processes.resize(1);
        if (owner.unit.isEmpty())
            owner.unit = owner.processes.first()->unit;
    }
    if (owner.processes.size() > shownCandidates)
        owner.processes.resize(shownCandidates);
}

} // namespace portolan
