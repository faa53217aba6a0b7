// SPDX-License-Identifier: GPL-3.0-or-later
#include "probe/port_asker.h"

#include "probe/ask_plan.h"
#include "probe/ask_target.h"
#include "probe/port_inquiry.h"

namespace portolan {

/// Lives on the probing thread.
class PortAsker::Worker : public QObject
{
public:
    Worker(PortAsker *asker, const AskLimits &limits)
        : m_asker(asker)
        , m_limits(limits)
    {
    }

    void ask(quint64 job, const ListenerPtr &listener, const KnowledgePtr &knowledge, const std::optional<IpAddress> &address)
    {
        delete m_inquiry;
        const auto target = askTarget(*listener, address, ownAddresses());
        if (const auto *refusal = std::get_if<AskRefusal>(&target)) {
            tell(job, [reason = askRefusalText(*refusal)](PortAsker *asker, const ListenerPtr &asked) { Q_EMIT asker->refused(asked, reason); });
            return;
        }
        m_inquiry = new PortInquiry(std::get<AskTarget>(target), listener->port(), listener->transport(), askPlan(*listener, *knowledge),
                                    m_limits, this);
        connect(m_inquiry, &PortInquiry::asking, this, [this, job](PortQuestion question, bool underTls) {
            QMetaObject::invokeMethod(
                m_asker,
                [asker = m_asker, job, question, underTls] {
                    if (asker->m_job == job && asker->m_listener)
                        Q_EMIT asker->asking(question, underTls);
                },
                Qt::QueuedConnection);
        });
        connect(m_inquiry, &PortInquiry::finished, this, [this, job](const PortAnswerPtr &answer) {
            tell(job, [answer](PortAsker *asker, const ListenerPtr &asked) { Q_EMIT asker->answered(asked, answer); });
        });
        m_inquiry->start();
    }

    void cancel()
    {
        if (m_inquiry)
            m_inquiry->cancel();
    }

private:
    /// Late answers are dropped by the number of their job.
    template <class Tell>
    void tell(quint64 job, Tell what)
    {
        QMetaObject::invokeMethod(
            m_asker,
            [asker = m_asker, job, what = std::move(what)] {
                if (asker->m_job == job && asker->m_listener)
                    what(asker, std::exchange(asker->m_listener, nullptr));
            },
            Qt::QueuedConnection);
    }

    PortAsker *const m_asker;
    const AskLimits m_limits;
    PortInquiry *m_inquiry = nullptr;
};

PortAsker::PortAsker(const AskLimits &limits, QObject *parent)
    : QObject(parent)
    , m_worker(new Worker(this, limits))
{
    m_thread.setObjectName(QStringLiteral("probe"));
    m_worker->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
}

PortAsker::~PortAsker()
{
    if (m_thread.isRunning()) {
        m_thread.quit();
        m_thread.wait();
    } else {
        delete m_worker;
    }
}

void PortAsker::ask(const ListenerPtr &listener, const KnowledgePtr &knowledge, const std::optional<IpAddress> &address)
{
    if (!m_thread.isRunning())
        m_thread.start();
    m_listener = listener;
    QMetaObject::invokeMethod(m_worker, [worker = m_worker, job = ++m_job, listener, knowledge, address] {
        worker->ask(job, listener, knowledge, address);
    });
}

void PortAsker::cancel()
{
    QMetaObject::invokeMethod(m_worker, [worker = m_worker] { worker->cancel(); });
}

} // namespace portolan
