// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "baseline/baseline.h"
#include "knowledge/knowledge.h"
#include "monitor/answer_memory.h"
#include "monitor/candidate_choice.h"
#include "monitor/connection_source.h"
#include "monitor/owner_facts.h"
#include "monitor/port_memory.h"
#include "monitor/process_source.h"
#include "monitor/socket_source.h"
#include "monitor/update.h"

#include <memory>
#include <optional>
#include <vector>

namespace portolan {

/// Turns what the sources read into updates, one per call. Used by one thread at a time; blocks
/// for as long as the sources do.
class Sampler
{
public:
    struct Sources
    {
        std::unique_ptr<SocketSource> sockets;
        std::unique_ptr<ProcessSource> processes;
        std::unique_ptr<ConnectionSource> connections;
        std::vector<std::unique_ptr<FactSource>> facts {};
        quint32 person = 0; ///< AssessmentContext::person
    };

    Sampler(Sources sources, KnowledgePtr knowledge);
    ~Sampler();

    /// Reads the kernel once. The delta is against `since`; null means everything is new.
    [[nodiscard]] Update sample(const SnapshotPtr &since);
    /// The last picture as other knowledge judges it, and every picture from now on; nullopt when
    /// none was taken yet.
    [[nodiscard]] std::optional<Update> judgeAnew(KnowledgePtr knowledge, const SnapshotPtr &since);
    /// The same by what the person accepted; null where nothing was.
    [[nodiscard]] std::optional<Update> judgeAnew(BaselinePtr baseline, const SnapshotPtr &since);
    /// Takes into account what a listener said when it was asked, for as long as it is there: the last
    /// picture as it is judged with that; nullopt when the listener is not in it any more.
    [[nodiscard]] std::optional<Update> takeAnswer(const Listener &asked, const PortAnswerPtr &answer, const SnapshotPtr &since);
    /// Blocks until everything that the last sample left to be found out is known, at most `patience`;
    /// the next sample shows it. For those who take one picture only.
    bool waitForFacts(std::chrono::milliseconds patience);
    /// Makes the update's delta one against `since`.
    static void rebase(Update &update, const SnapshotPtr &since);
    /// See ProcessSource::fullView(); may be null.
    [[nodiscard]] FullView *fullView() const { return m_sources.processes->fullView(); }
    [[nodiscard]] FocusDetails details(const ListenerPtr &listener);

private:
    [[nodiscard]] std::optional<Update> judgeAll(const SnapshotPtr &since);
    [[nodiscard]] AssessmentPtr assessAt(const QList<ListenerPtr> &listeners, qsizetype index);

    Sources m_sources;
    CandidateChoice *m_choice; ///< in m_facts, the first: what the others add goes with the process
    OwnerFacts m_facts;
    PortMemory m_memory;
    AnswerMemory m_answers;
    KnowledgePtr m_knowledge;
    BaselinePtr m_baseline;
    SnapshotPtr m_last;
    QList<AssessmentPtr> m_lastAssessments;
};

/// The sources of this system.
[[nodiscard]] Sampler::Sources systemSources();

} // namespace portolan
