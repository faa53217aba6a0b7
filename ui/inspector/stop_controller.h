// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "process/process_control.h"
#include "services/unit_control.h"
#include "services/unit_stop_plan.h"
#include "snapshot/listener.h"

#include <QList>
#include <QObject>
#include <QPointer>

#include <chrono>
#include <memory>
#include <optional>

namespace portolan {

class StopDialog;
struct StopChoice;

/// Ends a listener, after asking. Where its owner has a service of its own, the service manager is asked
/// to stop that, unless the person chooses the process or the manager does not do it. A process is sent
/// SIGTERM, given time, and SIGKILL is offered only if it still lives. Says what happened. Signals and
/// calls are sent on a pool thread. Deletes itself when the dialog was closed and nothing is under way.
class StopController : public QObject
{
    Q_OBJECT

public:
    static constexpr std::chrono::milliseconds defaultPatience { 3000 };

    /// Opens the question over `parent` and returns at once. `ofSameProcess` are all listeners that
    /// end with the process; `listener` is among them. There must be no refusal.
    static StopController *ask(const ListenerPtr &listener, const QList<ListenerPtr> &ofSameProcess,
                               QWidget *parent);

    /// Why neither the listener's process nor its unit can be stopped from here; empty when one can. Translated.
    [[nodiscard]] static QString refusal(const Listener &listener);

    [[nodiscard]] StopDialog *dialog() const;
    /// How long a signal is given to take effect.
    void setPatience(std::chrono::milliseconds patience) { m_patience = patience; }
    void setUnitPatience(const UnitStopPatience &patience) { m_unitPatience = patience; }

Q_SIGNALS:
    /// After each signal that was tried.
    void finished(const portolan::StopOutcome &outcome);
    /// After each time that the service manager was asked.
    void unitFinished(const portolan::UnitStopOutcome &outcome);
    /// The person decided against it; nothing was sent.
    void cancelled();

private:
    StopController(const ListenerPtr &listener, const QList<ListenerPtr> &ofSameProcess, QWidget *parent);
    [[nodiscard]] static QString processRefusal(const Listener &listener);
    void start(int choice, bool addition);
    void stopUnit(bool withSocketUnit);
    void takeUnitOutcome(const QStringList &units, const UnitStopOutcome &outcome);
    void send(StopSignal signal);
    void takeOutcome(StopSignal signal, const StopOutcome &outcome);
    void leaveWhenClosed();
    void dialogClosed();

    /// In the order that the dialog was asked: the unit first, where there is one.
    enum class Way : quint8 { Unit, Process };
    QList<Way> m_ways;
    std::optional<UnitStopPlan> m_plan;
    std::unique_ptr<StopChoice> m_processChoice; ///< null: there is no process to be stopped
    ProcessKey m_process;
    QString m_name;
    std::shared_ptr<ProcessControl> m_control;
    std::chrono::milliseconds m_patience = defaultPatience;
    UnitStopPatience m_unitPatience;
    QPointer<StopDialog> m_dialog;
    bool m_sent = false;
    bool m_underWay = false;
};

} // namespace portolan
