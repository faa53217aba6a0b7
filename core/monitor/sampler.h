// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "knowledge/knowledge.h"
#include "monitor/connection_source.h"
#include "monitor/process_source.h"
#include "monitor/socket_source.h"
#include "monitor/update.h"

#include <memory>
#include <optional>

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
    };

    Sampler(Sources sources, KnowledgePtr knowledge);
    ~Sampler();

    /// Reads the kernel once. The delta is against `since`; null means everything is new.
    [[nodiscard]] Update sample(const SnapshotPtr &since);
    /// The last picture as other knowledge judges it, and every picture from now on; nullopt when
    /// none was taken yet.
    [[nodiscard]] std::optional<Update> judgeAnew(KnowledgePtr knowledge, const SnapshotPtr &since);
    /// Makes the update's delta one against `since`.
    static void rebase(Update &update, const SnapshotPtr &since);
    [[nodiscard]] FocusDetails details(const ListenerPtr &listener);

private:
    Sources m_sources;
    KnowledgePtr m_knowledge;
    SnapshotPtr m_last;
    QList<AssessmentPtr> m_lastAssessments;
};

/// The sources of this system.
[[nodiscard]] Sampler::Sources systemSources();

} // namespace portolan
