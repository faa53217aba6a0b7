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
    const ProcessInfo *leader = listener.owner->leader();
    if (listener.sockets.isEmpty())
        return tr("This is a picture from a file, perhaps of another machine. Stop processes from the window that "
                  "watches this machine.");
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
        m_dialog->ask(no, {});
        m_dialog->tell(no, false);
        return;
    }
    const ProcessInfo &leader = *listener->owner->leader();
    m_process = leader.key;
    m_name = stop_words::name(leader);
    connect(m_dialog, &StopDialog::stopWanted, this, [this] { send(StopSignal::Terminate); });
    connect(m_dialog, &StopDialog::killWanted, this, [this] { send(StopSignal::Kill); });
    m_dialog->ask(stop_words::question(leader), stop_words::consequences(*listener, ofSameProcess));
}

StopDialog *StopController::dialog() const
{
    return m_dialog;
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
