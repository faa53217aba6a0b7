// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitor/monitor.h"

#include <QDeadlineTimer>
#include <QElapsedTimer>
#include <QMetaObject>
#include <QMutex>
#include <QTimer>

#include <algorithm>
#include <atomic>

namespace portolan {

/// Lives on the sampler thread; only the members behind the mutex and the atomic ones are shared.
class Monitor::Worker : public QObject
{
public:
    Worker(Monitor *monitor, std::function<Sampler::Sources()> makeSources, KnowledgePtr knowledge)
        : m_monitor(monitor)
        , m_makeSources(std::move(makeSources))
        , m_knowledge(std::move(knowledge))
    {
    }

    void start()
    {
        m_sampler = std::make_unique<Sampler>(m_makeSources(), m_knowledge);
        (void)m_sampler->judgeAnew(m_baseline, nullptr);
        m_timer = new QTimer(this);
        m_timer->setSingleShot(true);
        m_timer->setTimerType(Qt::PreciseTimer);
        connect(m_timer, &QTimer::timeout, this, &Worker::tick);
        followFullView();
        tick();
    }

    void setInterval(std::chrono::milliseconds interval)
    {
        m_interval = interval;
        schedule({});
    }

    void setPaused(bool paused)
    {
        m_paused = paused;
        if (!m_timer)
            return;
        if (paused)
            m_timer->stop();
        else
            tick();
    }

    void setKnowledge(const KnowledgePtr &knowledge)
    {
        m_knowledge = knowledge;
        judgeAnew(knowledge);
    }

    void setBaseline(const BaselinePtr &baseline)
    {
        m_baseline = baseline;
        judgeAnew(baseline);
    }

    void takeAnswer(const ListenerPtr &asked, const PortAnswerPtr &answer)
    {
        if (!m_sampler)
            return;
        SnapshotPtr since = taken();
        if (std::optional<Update> update = m_sampler->takeAnswer(*asked, answer, since))
            offerAll(*update, since);
    }

    /// To be called on any thread, like askFocus(): however often one asks while a sample is under
    /// way, one more is made.
    void askRefresh()
    {
        if (!m_refreshAsked.exchange(true))
            QMetaObject::invokeMethod(this, [this] { refresh(); }, Qt::QueuedConnection);
    }

    void askFocus(const ListenerPtr &listener)
    {
        {
            const QMutexLocker lock(&m_mutex);
            if (std::exchange(m_wantedFocus, std::optional(listener)))
                return;
        }
        QMetaObject::invokeMethod(this, [this] { takeFocus(); }, Qt::QueuedConnection);
    }

    void setFullView(bool wanted)
    {
        FullView *view = m_sampler ? m_sampler->fullView() : nullptr;
        if (!view)
            return;
        if (wanted)
            view->start();
        else
            view->stop();
    }

    void tick()
    {
        if (!m_sampler)
            return;
        QElapsedTimer elapsed;
        elapsed.start();
        SnapshotPtr since = taken();
        Update update = m_sampler->sample(since);
        offerAll(update, since);
        followFocus(update);
        if (m_focusRest.hasExpired())
            sampleFocus();
        schedule(std::chrono::milliseconds(elapsed.elapsed()));
    }

    std::optional<Update> take()
    {
        const QMutexLocker lock(&m_mutex);
        std::optional<Update> update = std::exchange(m_pending, std::nullopt);
        if (update)
            m_taken = update->snapshot;
        return update;
    }

private:
    template<class Standard>
    void judgeAnew(const Standard &standard)
    {
        if (!m_sampler)
            return;
        SnapshotPtr since = taken();
        if (std::optional<Update> update = m_sampler->judgeAnew(standard, since))
            offerAll(*update, since);
    }

    void followFullView()
    {
        FullView *view = m_sampler->fullView();
        if (!view)
            return;
        const auto lookAgain = [this] {
            if (!m_paused)
                askRefresh();
        };
        connect(view, &FullView::viewChanged, this, lookAgain);
        connect(view, &FullView::stateChanged, this, [this, lookAgain](FullViewState state) {
            QMetaObject::invokeMethod(
                m_monitor, [monitor = m_monitor, state] { Q_EMIT monitor->fullViewChanged(state); }, Qt::QueuedConnection);
            lookAgain();
        });
    }

    void refresh()
    {
        m_refreshAsked = false;
        m_focusRest.setRemainingTime(0);
        tick();
    }

    void takeFocus()
    {
        {
            const QMutexLocker lock(&m_mutex);
            m_focus = *std::exchange(m_wantedFocus, std::nullopt);
        }
        m_focusCost = {};
        sampleFocus();
    }

    SnapshotPtr taken()
    {
        const QMutexLocker lock(&m_mutex);
        return m_taken;
    }

    void offerAll(Update &update, SnapshotPtr &since)
    {
        while (!offer(update, since)) {
            since = taken();
            Sampler::rebase(update, since);
        }
    }

    /// False when an update was taken since the delta was made.
    bool offer(Update &update, const SnapshotPtr &since)
    {
        bool announce = false;
        {
            const QMutexLocker lock(&m_mutex);
            if (m_taken != since)
                return false;
            announce = !m_pending;
            update.reassessed = update.reassessed || (m_pending && m_pending->reassessed);
            m_pending = update;
        }
        if (announce)
            QMetaObject::invokeMethod(m_monitor, &Monitor::updateAvailable, Qt::QueuedConnection);
        return true;
    }

    /// The focused listener stays in focus when its object was replaced by a newer one.
    void followFocus(const Update &update)
    {
        if (!m_focus)
            return;
        const QList<ListenerPtr> &listeners = update.snapshot->listeners;
        const auto found = std::ranges::lower_bound(
            listeners, m_focus->key, {}, [](const ListenerPtr &listener) -> const ListenerKey & { return listener->key; });
        if (found != listeners.end() && (*found)->key == m_focus->key)
            m_focus = *found;
    }

    void sampleFocus()
    {
        if (!m_focus || !m_sampler)
            return;
        QElapsedTimer elapsed;
        elapsed.start();
        FocusDetails details = m_sampler->details(m_focus);
        const auto took = std::chrono::milliseconds(elapsed.elapsed());
        // One quick sample among slow ones changes little, or the pace would be another each time.
        m_focusCost = std::max(took, (3 * m_focusCost + took) / 4);
        const std::chrono::milliseconds rest = m_focusCost * focusShare;
        m_focusRest.setRemainingTime(rest);
        if (rest > m_interval)
            details.slowedTo = rest;
        QMetaObject::invokeMethod(
            m_monitor, [monitor = m_monitor, details] { Q_EMIT monitor->detailsAvailable(details); },
            Qt::QueuedConnection);
    }

    void schedule(std::chrono::milliseconds spent)
    {
        if (m_timer && !m_paused)
            m_timer->start(std::max(m_interval - spent, m_interval / 4));
    }

    Monitor *const m_monitor;
    const std::function<Sampler::Sources()> m_makeSources;
    KnowledgePtr m_knowledge;
    BaselinePtr m_baseline;
    std::unique_ptr<Sampler> m_sampler;
    QTimer *m_timer = nullptr;
    std::chrono::milliseconds m_interval = defaultInterval;
    bool m_paused = false;
    ListenerPtr m_focus;
    std::chrono::milliseconds m_focusCost { 0 };
    QDeadlineTimer m_focusRest; ///< the focus is not sampled by itself before it expires

    QMutex m_mutex;
    std::optional<Update> m_pending;
    SnapshotPtr m_taken;
    /// Set until the sampler thread takes it; null in it stands for no focus.
    std::optional<ListenerPtr> m_wantedFocus;
    std::atomic_bool m_refreshAsked { false };
};

Monitor::Monitor(std::function<Sampler::Sources()> makeSources, KnowledgePtr knowledge, QObject *parent)
    : QObject(parent)
    , m_worker(new Worker(this, std::move(makeSources), std::move(knowledge)))
{
    qRegisterMetaType<FocusDetails>();
    m_thread.setObjectName(QStringLiteral("sampler"));
    m_worker->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
}

Monitor::~Monitor()
{
    if (m_thread.isRunning()) {
        m_thread.quit();
        m_thread.wait();
    } else {
        delete m_worker;
    }
}

void Monitor::start()
{
    m_thread.start();
    QMetaObject::invokeMethod(m_worker, [worker = m_worker] { worker->start(); });
}

void Monitor::setInterval(std::chrono::milliseconds interval)
{
    interval = std::clamp(interval, minimumInterval, maximumInterval);
    if (interval == m_interval)
        return;
    m_interval = interval;
    QMetaObject::invokeMethod(m_worker, [worker = m_worker, interval] { worker->setInterval(interval); });
}

void Monitor::setPaused(bool paused)
{
    if (paused == m_paused)
        return;
    m_paused = paused;
    QMetaObject::invokeMethod(m_worker, [worker = m_worker, paused] { worker->setPaused(paused); });
    Q_EMIT pausedChanged(paused);
}

void Monitor::refresh()
{
    m_worker->askRefresh();
}

void Monitor::setKnowledge(const KnowledgePtr &knowledge)
{
    QMetaObject::invokeMethod(m_worker, [worker = m_worker, knowledge] { worker->setKnowledge(knowledge); });
}

void Monitor::setBaseline(const BaselinePtr &baseline)
{
    QMetaObject::invokeMethod(m_worker, [worker = m_worker, baseline] { worker->setBaseline(baseline); });
}

void Monitor::setAnswer(const ListenerPtr &asked, const PortAnswerPtr &answer)
{
    QMetaObject::invokeMethod(m_worker, [worker = m_worker, asked, answer] { worker->takeAnswer(asked, answer); });
}

void Monitor::setFocus(const ListenerPtr &listener)
{
    m_worker->askFocus(listener);
}

void Monitor::setFullView(bool wanted)
{
    QMetaObject::invokeMethod(m_worker, [worker = m_worker, wanted] { worker->setFullView(wanted); });
}

std::optional<Update> Monitor::take()
{
    return m_worker->take();
}

} // namespace portolan
