// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "search/registry_search.h"

#include <QObject>
#include <QThreadPool>

#include <memory>
#include <stop_token>

namespace portolan {

/// What a search came to.
struct RegistryAnswer
{
    RegistryIndexPtr index; ///< never null
    RegistryQuery query;
    QList<RegistryHit> hits;
};

/// Searches the registry on a thread of its own. Only the newest question is answered; an older
/// one is stopped, and an answer that comes too late is dropped. The index is built at the first
/// search. Lives on the window's thread.
class RegistrySearcher : public QObject
{
    Q_OBJECT

public:
    explicit RegistrySearcher(KnowledgePtr knowledge, QObject *parent = nullptr);
    /// Waits for the search under way, which stops early.
    ~RegistrySearcher() override;

    /// Searches other knowledge from now on. The search under way is given up.
    void setKnowledge(KnowledgePtr knowledge);
    void search(const RegistryQuery &query);
    /// Whether a search is under way.
    [[nodiscard]] bool isBusy() const { return m_answered != m_job; }

Q_SIGNALS:
    void answered(const portolan::RegistryAnswer &answer);

private:
    /// Touched by the pool's one thread only.
    struct Worker
    {
        KnowledgePtr knowledge;
        RegistryIndexPtr index;
    };

    void take(quint64 job, const RegistryAnswer &answer);

    std::shared_ptr<Worker> m_worker;
    std::stop_source m_stop;
    quint64 m_job = 0;
    quint64 m_answered = 0;
    QThreadPool m_pool;
};

} // namespace portolan
