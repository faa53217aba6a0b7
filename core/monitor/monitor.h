// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitor/sampler.h"
#include "monitor/update.h"

#include <QObject>
#include <QThread>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>

namespace portolan {

/// Samples on a thread of its own and hands updates to the thread it lives in. Updates that were
/// not taken yet coalesce: take() then returns one update whose delta spans them all. All signals
/// are emitted on the monitor's own thread, never on the sampler's.
class Monitor : public QObject
{
    Q_OBJECT

public:
    static constexpr std::chrono::milliseconds minimumInterval { 250 };
    static constexpr std::chrono::milliseconds maximumInterval { 10000 };
    static constexpr std::chrono::milliseconds defaultInterval { 1000 };
    /// How many times as long as sampling the focus took the next one waits at least.
    static constexpr int focusShare = 20;

    /// `makeSources` runs on the sampler thread, which owns the sources.
    Monitor(std::function<Sampler::Sources()> makeSources, KnowledgePtr knowledge, QObject *parent = nullptr);
    /// Waits for the sample under way.
    ~Monitor() override;

    void start();
    /// Bounded to [minimumInterval, maximumInterval].
    void setInterval(std::chrono::milliseconds interval);
    [[nodiscard]] std::chrono::milliseconds interval() const { return m_interval; }
    /// A paused monitor samples on refresh() only.
    void setPaused(bool paused);
    [[nodiscard]] bool isPaused() const { return m_paused; }
    /// Samples now, paused or not. Asking again before that has begun changes nothing.
    void refresh();
    /// Judges by other knowledge from now on, and the last picture at once, paused or not.
    void setKnowledge(const KnowledgePtr &knowledge);
    /// Judges by what the person accepted from now on, as above; null where nothing was.
    void setBaseline(const BaselinePtr &baseline);
    /// What a listener said when it was asked. It is judged with that at once, paused or not, for as long
    /// as it is there.
    void setAnswer(const ListenerPtr &asked, const PortAnswerPtr &answer);
    /// The listener whose connections are sampled now and at every tick, or less often where that takes
    /// long: they get a twentieth of the time at most. Null for none. One that is replaced before its
    /// turn is never sampled.
    void setFocus(const ListenerPtr &listener);

    /// Asks for the right to see the owners of all sockets, or gives it back. What comes of it is told by
    /// fullViewChanged().
    void setFullView(bool wanted);

    /// The update waiting to be taken, if any. Called in reaction to updateAvailable().
    [[nodiscard]] std::optional<Update> take();

Q_SIGNALS:
    /// At most one signal is under way until take() was called.
    void updateAvailable();
    void detailsAvailable(const portolan::FocusDetails &details);
    void pausedChanged(bool paused);
    void fullViewChanged(portolan::FullViewState state);

private:
    class Worker;
    std::chrono::milliseconds m_interval = defaultInterval;
    bool m_paused = false;
    QThread m_thread;
    Worker *m_worker;
};

} // namespace portolan
