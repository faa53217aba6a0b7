// SPDX-License-Identifier: GPL-3.0-or-later
#include "inspector/stop_controller.h"

#include "inspector/background.h"
#include "inspector/stop_dialog.h"
#include "inspector/stop_words.h"
#include "platform/platform.h"

#include <QWidget>

namespace portolan {

StopController *StopController::ask(const ListenerPtr &listener, const QList<ListenerPtr> &ofSameProcess,
                                    QWidget *parent)
{
    return new StopController(listener, ofSameProcess, parent);
}

QString StopController::refusal(const Listener &listener)
{
    if (listener.sockets.isEmpty())
        return tr("This is a picture from a file, perhaps of another machine. Stop processes from the window that "
                  "watches this machine.");
    return unitStopPlan(*listener.owner, ownUnit()) ? QString() : processRefusal(listener);
}

QString StopController::processRefusal(const Listener &listener)
{
    const ProcessInfo *leader = listener.owner->leader();
    if (!leader || listener.owner->attribution == Attribution::None)
        return tr("It is not known which process holds this port, so there is nothing to stop.");
    if (listener.owner->attribution == Attribution::Inferred)
        return tr("The owner is only inferred. Portolan stops a process only when it has seen that it holds the port; "
                  "start it as the administrator to see that.");
    if (leader->key.pid == 1)
        return tr("This is the first process of the system; stopping it would stop the machine.");
    return {};
}

StopController::StopController(const ListenerPtr &listener, const QList<ListenerPtr> &ofSameProcess, QWidget *parent)
    : QObject(parent)
    , m_control(platform::makeProcessControl())
    , m_dialog(new StopDialog(parent))
{
    m_dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_dialog, &QDialog::finished, this, &StopController::dialogClosed);
    const QString no = refusal(*listener);
    if (!no.isEmpty()) {
        m_dialog->ask({ { {}, no, {} } });
        m_dialog->tell(no, false);
        return;
    }
    QList<StopChoice> choices;
    m_plan = unitStopPlan(*listener->owner, ownUnit());
    if (m_plan) {
        choices += stop_words::unitChoice(*m_plan, *listener, ofSameProcess);
        m_ways += Way::Unit;
    }
    if (processRefusal(*listener).isEmpty()) {
        const ProcessInfo &leader = *listener->owner->leader();
        m_process = leader.key;
        m_name = stop_words::name(leader);
        m_processChoice = std::make_unique<StopChoice>(stop_words::processChoice(*listener, ofSameProcess));
        choices += *m_processChoice;
        m_ways += Way::Process;
    }
    connect(m_dialog, &StopDialog::stopWanted, this, &StopController::start);
    connect(m_dialog, &StopDialog::killWanted, this, [this] { send(StopSignal::Kill); });
    m_dialog->ask(choices);
}

StopDialog *StopController::dialog() const
{
    return m_dialog;
}

void StopController::start(int choice, bool addition)
{
    if (m_ways.value(choice, Way::Process) == Way::Unit)
        stopUnit(addition);
    else
        send(StopSignal::Terminate);
}

void StopController::stopUnit(bool withSocketUnit)
{
    if (m_underWay)
        return;
    // The socket unit first: a connection in between would start the service again.
    QStringList units;
    if (m_plan->service.isEmpty() || (withSocketUnit && !m_plan->socketUnit.isEmpty()))
        units += m_plan->socketUnit;
    if (!m_plan->service.isEmpty())
        units += m_plan->service;
    m_sent = true;
    m_underWay = true;
    m_dialog->wait(stop_words::unitWaiting(units.last()));
    inBackground(
        this, [bus = m_plan->bus(), patience = m_unitPatience, units] { return UnitControl(bus, patience).stop(units); },
        [this, units](const UnitStopOutcome &outcome) { takeUnitOutcome(units, outcome); });
}

void StopController::takeUnitOutcome(const QStringList &units, const UnitStopOutcome &outcome)
{
    m_underWay = false;
    const bool mayBeStopped = outcome.result == UnitStopResult::Stopped || outcome.result == UnitStopResult::StillStopping;
    if (m_dialog && !mayBeStopped && m_processChoice) {
        m_ways = { Way::Process };
        m_dialog->askInstead(stop_words::unitFallback(outcome, m_name), *m_processChoice);
    } else if (m_dialog) {
        m_dialog->tell(stop_words::unitOutcome(outcome, units.contains(m_plan->socketUnit) ? QString() : m_plan->socketUnit), false);
    }
    Q_EMIT unitFinished(outcome);
    leaveWhenClosed();
}

void StopController::send(StopSignal signal)
{
    if (m_underWay)
        return;
    m_sent = true;
    m_underWay = true;
    m_dialog->wait(stop_words::waiting(m_name, signal));
    inBackground(
        this,
        [control = m_control, process = m_process, signal, patience = m_patience] {
            return control->stop(process, signal, patience);
        },
        [this, signal](const StopOutcome &outcome) { takeOutcome(signal, outcome); });
}

void StopController::takeOutcome(StopSignal signal, const StopOutcome &outcome)
{
    m_underWay = false;
    const bool lives = outcome.result == StopResult::StillRunning;
    if (m_dialog)
        m_dialog->tell(stop_words::outcome(m_name, signal, outcome), lives && signal == StopSignal::Terminate);
    Q_EMIT finished(outcome);
    leaveWhenClosed();
}

void StopController::leaveWhenClosed()
{
    if (!m_dialog || !m_dialog->isVisible())
        deleteLater();
}

void StopController::dialogClosed()
{
    if (!m_sent)
        Q_EMIT cancelled();
    if (!m_underWay)
        deleteLater();
}

} // namespace portolan
