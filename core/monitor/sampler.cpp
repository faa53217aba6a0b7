// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitor/sampler.h"

#include "monitor/listener_grouping.h"
#include "platform/platform.h"

#include <algorithm>

namespace portolan {

namespace {

constexpr int listedConnections = 1000;

std::vector<std::unique_ptr<FactSource>> withFirst(std::unique_ptr<FactSource> first,
                                                   std::vector<std::unique_ptr<FactSource>> others)
{
    others.insert(others.begin(), std::move(first));
    return others;
}

} // namespace

Sampler::Sampler(Sources sources, KnowledgePtr knowledge)
    : m_sources(std::move(sources))
    , m_choice(new CandidateChoice(knowledge, m_sources.person))
    , m_facts(withFirst(std::unique_ptr<FactSource>(m_choice), std::move(m_sources.facts)))
    , m_knowledge(std::move(knowledge))
{
}

Sampler::~Sampler() = default;

Update Sampler::sample(const SnapshotPtr &since)
{
    const SocketSample sockets = m_sources.sockets->sample();
    const OwnerSample owners = m_sources.processes->owners(sockets.sockets);

    static const QList<ListenerPtr> none;
    const QList<ListenerPtr> &previous = m_last ? m_last->listeners : none;
    auto snapshot = std::make_shared<Snapshot>();
    snapshot->takenAt = QDateTime::currentDateTimeUtc();
    snapshot->backend = sockets.backend;
    snapshot->completeness = sockets.unread.isEmpty() ? owners.completeness : Completeness::Partial;
    snapshot->unread = sockets.unread;
    snapshot->privileged = owners.privileged;
    snapshot->remarks = sockets.remarks + owners.remarks;
    snapshot->listeners = groupListeners(sockets.sockets, m_facts.completed(sockets.sockets, owners.owners), previous);
    if (hasUnreadTables(*snapshot))
        snapshot->listeners = carryOver(previous, *snapshot);

    m_answers.forgetOthers(snapshot->listeners);

    Update update;
    update.assessments.reserve(snapshot->listeners.size());
    qsizetype old = 0;
    for (qsizetype i = 0; i < snapshot->listeners.size(); ++i) {
        const ListenerPtr &listener = snapshot->listeners.at(i);
        while (old < previous.size() && previous[old] != listener && previous[old]->key < listener->key)
            ++old;
        const bool unchanged = old < previous.size() && previous[old] == listener;
        update.assessments.append(unchanged ? m_lastAssessments[old] : assessAt(snapshot->listeners, i));
    }
    update.snapshot = snapshot;
    m_last = snapshot;
    m_lastAssessments = update.assessments;
    rebase(update, since);
    return update;
}

std::optional<Update> Sampler::judgeAnew(KnowledgePtr knowledge, const SnapshotPtr &since)
{
    m_knowledge = std::move(knowledge);
    m_choice->use(m_knowledge);
    return judgeAll(since);
}

std::optional<Update> Sampler::judgeAnew(BaselinePtr baseline, const SnapshotPtr &since)
{
    m_baseline = std::move(baseline);
    return judgeAll(since);
}

std::optional<Update> Sampler::judgeAll(const SnapshotPtr &since)
{
    if (!m_last)
        return std::nullopt;
    Update update;
    update.snapshot = m_last;
    update.reassessed = true;
    update.assessments.reserve(m_last->listeners.size());
    for (qsizetype i = 0; i < m_last->listeners.size(); ++i)
        update.assessments.append(assessAt(m_last->listeners, i));
    m_lastAssessments = update.assessments;
    rebase(update, since);
    return update;
}

std::optional<Update> Sampler::takeAnswer(const Listener &asked, const PortAnswerPtr &answer, const SnapshotPtr &since)
{
    if (!m_last)
        return std::nullopt;
    const QList<ListenerPtr> &listeners = m_last->listeners;
    const auto found = std::ranges::lower_bound(
        listeners, asked.key, {}, [](const ListenerPtr &listener) -> const ListenerKey & { return listener->key; });
    if (found == listeners.end() || (*found)->key != asked.key)
        return std::nullopt;
    m_answers.keep(asked, answer);
    m_answers.forgetOthers(listeners);
    const qsizetype index = found - listeners.begin();
    m_lastAssessments[index] = assessAt(listeners, index);
    Update update;
    update.snapshot = m_last;
    update.reassessed = true;
    update.assessments = m_lastAssessments;
    rebase(update, since);
    return update;
}

AssessmentPtr Sampler::assessAt(const QList<ListenerPtr> &listeners, qsizetype index)
{
    AssessmentContext context;
    context.person = m_sources.person;
    context.ownerBefore = m_memory.ownerBefore(listeners, index);
    if (m_baseline)
        context.baseline = match(*m_baseline, listeners, index);
    context.answer = m_answers.answerOf(*listeners[index]);
    return assess(*listeners[index], *m_knowledge, context);
}

bool Sampler::waitForFacts(std::chrono::milliseconds patience)
{
    return m_facts.waitForAnswers(patience);
}

void Sampler::rebase(Update &update, const SnapshotPtr &since)
{
    update.first = !since;
    update.delta = diff(since ? *since : Snapshot {}, *update.snapshot);
}

FocusDetails Sampler::details(const ListenerPtr &listener)
{
    return { listener, m_sources.connections->connections(*listener, listedConnections),
             QDateTime::currentDateTimeUtc() };
}

Sampler::Sources systemSources()
{
    return platform::makeSources();
}

} // namespace portolan
