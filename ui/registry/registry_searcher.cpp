// SPDX-License-Identifier: GPL-3.0-or-later
#include "registry/registry_searcher.h"

namespace portolan {

RegistrySearcher::RegistrySearcher(KnowledgePtr knowledge, QObject *parent)
    : QObject(parent)
    , m_worker(std::make_shared<Worker>())
{
    m_worker->knowledge = std::move(knowledge);
    // One thread: questions are answered in the order they were asked, and the index is built once.
    m_pool.setMaxThreadCount(1);
}

RegistrySearcher::~RegistrySearcher()
{
    m_stop.request_stop();
    m_pool.clear();
    m_pool.waitForDone();
}

void RegistrySearcher::setKnowledge(KnowledgePtr knowledge)
{
    m_stop.request_stop();
    m_pool.clear();
    // What still runs keeps the worker it began with, and its answer is dropped.
    m_answered = ++m_job;
    m_worker = std::make_shared<Worker>();
    m_worker->knowledge = std::move(knowledge);
}

void RegistrySearcher::search(const RegistryQuery &query)
{
    m_stop.request_stop();
    m_pool.clear();
    m_stop = std::stop_source();
    const quint64 job = ++m_job;
    m_pool.start([this, job, query, worker = m_worker, stop = m_stop.get_token()] {
        if (!worker->index)
            worker->index = RegistryIndex::build(*worker->knowledge);
        const RegistryAnswer answer { worker->index, query, searchRegistry(*worker->index, query, stop) };
        // This object waits for the pool before it goes.
        QMetaObject::invokeMethod(this, [this, job, answer] { take(job, answer); }, Qt::QueuedConnection);
    });
}

void RegistrySearcher::take(quint64 job, const RegistryAnswer &answer)
{
    if (job != m_job)
        return;
    m_answered = job;
    Q_EMIT answered(answer);
}

} // namespace portolan
