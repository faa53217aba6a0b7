// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/history_store.h"

#include "history/history_worker.h"

namespace portolan {

HistoryStore::HistoryStore(QString fileName, QObject *parent, std::chrono::milliseconds retryAfter)
    : QObject(parent)
    , m_fileName(std::move(fileName))
    , m_worker(new HistoryWorker(m_fileName, retryAfter))
{
    m_thread.setObjectName(QStringLiteral("storage"));
    m_worker->moveToThread(&m_thread);
    // The worker goes on its own thread, which the connection belongs to.
    connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
    connect(m_worker, &HistoryWorker::statusChanged, this, &HistoryStore::setStatus);
    connect(m_worker, &HistoryWorker::grew, this, &HistoryStore::grew);
    connect(m_worker, &HistoryWorker::replaced, this, &HistoryStore::replaced);
    m_thread.start();
}

HistoryStore::~HistoryStore()
{
    m_worker->stopAnswering();
    m_thread.quit();
    m_thread.wait();
}

void HistoryStore::open()
{
    QMetaObject::invokeMethod(m_worker, [worker = m_worker] { worker->open(); }, Qt::QueuedConnection);
}

void HistoryStore::record(const Update &update)
{
    m_worker->offer(update);
}

void HistoryStore::setLimits(const HistoryLimits &limits)
{
    QMetaObject::invokeMethod(m_worker, [worker = m_worker, limits] { worker->setLimits(limits.bounded()); }, Qt::QueuedConnection);
}

void HistoryStore::clear()
{
    QMetaObject::invokeMethod(m_worker, [worker = m_worker] { worker->clear(); }, Qt::QueuedConnection);
}

template<class Answer>
void HistoryStore::ask(std::function<Answer(HistoryReader &)> question, const HistoryTicket &ticket, QObject *context,
                       std::function<void(const Answer &)> then)
{
    QMetaObject::invokeMethod(
        m_worker,
        [this, worker = m_worker, question = std::move(question), ticket, context = QPointer<QObject>(context), then = std::move(then)] {
            if (ticket.isCancelled())
                return;
            Answer answer = worker->answer(question);
            // This object waits for the storage thread before it goes.
            QMetaObject::invokeMethod(
                this,
                [ticket, context, then, answer = std::move(answer)] {
                    if (context && !ticket.isCancelled())
                        then(answer);
                },
                Qt::QueuedConnection);
        },
        Qt::QueuedConnection);
}

void HistoryStore::page(const HistoryQuery &query, const HistoryTicket &ticket, QObject *context, std::function<void(const HistoryPage &)> then)
{
    ask<HistoryPage>([query](HistoryReader &reader) { return reader.page(query); }, ticket, context, std::move(then));
}

void HistoryStore::holders(quint16 port, const HistoryPeriod &period, const HistoryTicket &ticket, QObject *context,
                           std::function<void(const HistoryHolders &)> then)
{
    ask<HistoryHolders>([port, period](HistoryReader &reader) { return reader.holders(port, period); }, ticket, context, std::move(then));
}

void HistoryStore::levels(const HistoryPeriod &period, int wantedSteps, const HistoryTicket &ticket, QObject *context,
                          std::function<void(const HistoryLevels &)> then)
{
    ask<HistoryLevels>([period, wantedSteps](HistoryReader &reader) { return reader.levels(period, wantedSteps); }, ticket, context,
                       std::move(then));
}

void HistoryStore::snapshotAt(const QDateTime &at, const HistoryTicket &ticket, QObject *context, std::function<void(const HistoryMoment &)> then)
{
    ask<HistoryMoment>([at](HistoryReader &reader) { return reader.moment(at); }, ticket, context, std::move(then));
}

void HistoryStore::extent(const HistoryTicket &ticket, QObject *context, std::function<void(const HistoryExtent &)> then)
{
    ask<HistoryExtent>([](HistoryReader &reader) { return reader.extent(); }, ticket, context, std::move(then));
}

void HistoryStore::setStatus(const HistoryStatus &status)
{
    if (status == m_status)
        return;
    m_status = status;
    Q_EMIT statusChanged(status);
}

} // namespace portolan
