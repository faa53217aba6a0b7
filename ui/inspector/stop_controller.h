// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "process/process_control.h"
#include "snapshot/listener.h"

#include <QList>
#include <QObject>
#include <QPointer>

#include <chrono>
#include <memory>

namespace portolan {

class StopDialog;

/// Ends the process that holds a listener: asks first, sends SIGTERM, waits, offers SIGKILL only
/// if the process still lives, and says what happened. Signals are sent on a pool thread. Deletes
/// itself when the dialog was closed and nothing is under way.
class StopController : public QObject
{
    Q_OBJECT

public:
    static constexpr std::chrono::milliseconds defaultPatience { 3000 };

    /// Opens the question over `parent` and returns at once. `ofSameProcess` are all listeners that
    /// end with the process; `listener` is among them. The owner must be observed.
    static StopController *ask(const ListenerPtr &listener, const QList<ListenerPtr> &ofSameProcess,
                               QWidget *parent);

    /// Why the listener's process cannot be stopped from here; empty when it can. Translated.
    [[nodiscard]] static QString refusal(const Listener &listener);

    [[nodiscard]] StopDialog *dialog() const;
    /// How long a signal is given to take effect.
    void setPatience(std::chrono::milliseconds patience) { m_patience = patience; }

Q_SIGNALS:
    /// After each signal that was tried.
    void finished(const portolan::StopOutcome &outcome);
    /// The person decided against it; nothing was sent.
    void cancelled();

private:
    StopController(const ListenerPtr &listener, const QList<ListenerPtr> &ofSameProcess, QWidget *parent);
    void send(StopSignal signal);
    void takeOutcome(StopSignal signal, const StopOutcome &outcome);
    void dialogClosed();

    ProcessKey m_process;
    QString m_name;
    std::shared_ptr<ProcessControl> m_control;
    std::chrono::milliseconds m_patience = defaultPatience;
    QPointer<StopDialog> m_dialog;
    bool m_sent = false;
    bool m_underWay = false;
};

} // namespace portolan
