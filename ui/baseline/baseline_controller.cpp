// SPDX-License-Identifier: GPL-3.0-or-later
#include "baseline/baseline_controller.h"

#include "baseline/accept_dialog.h"
#include "baseline/baseline_dialog.h"
#include "report/listener_text.h"

#include <QWidget>

#include <algorithm>

namespace portolan {

BaselineController::BaselineController(BaselineStore *store, QWidget *window)
    : QObject(window)
    , m_store(store)
    , m_window(window)
{
}

QString BaselineController::nameOf(const Listener &listener)
{
    return QStringLiteral("%1/%2 %3").arg(listener.port()).arg(QLatin1String(transportName(listener.transport())), listener_text::owner(*listener.owner));
}

void BaselineController::apply(const Update &update)
{
    const bool judgedAnew = !m_last || update.first || update.reassessed || !update.delta.isEmpty();
    m_last = update;
    m_last->delta = {};
    if (m_dialog)
        m_dialog->setPicture(*m_last);
    if (!judgedAnew)
        return;
    QStringList messages;
    for (qsizetype i = 0; i < update.assessments.size(); ++i) {
        const auto &match = update.assessments[i]->baseline;
        if (!match || match->state != BaselineState::Changed)
            continue;
        const Listener &listener = *update.snapshot->listeners[i];
        const auto change = std::ranges::find(update.assessments[i]->evidence, EvidenceId::AcceptedChanged, &Evidence::id);
        if (change == update.assessments[i]->evidence.end())
            continue;
        const QString message = tr("%1: %2.", "port and program, what is otherwise than accepted").arg(nameOf(listener), evidenceText(*change));
        if (!m_told.contains(message)) {
            m_told.insert(message);
            messages += message;
        }
    }
    if (messages.size() == 1)
        Q_EMIT changeSeen(messages.first(), QStringLiteral("is:changed"));
    else if (!messages.isEmpty())
        Q_EMIT changeSeen(tr("%n listener(s) are not as you accepted them.", nullptr, static_cast<int>(messages.size())), QStringLiteral("is:changed"));
}

bool BaselineController::canAccept(const QList<ListenerPtr> &listeners) const
{
    return m_last && std::ranges::any_of(listeners, [this](const ListenerPtr &listener) {
        const AssessmentPtr assessment = m_last->assessmentOf(listener->key);
        return assessment && !(assessment->baseline && assessment->baseline->state == BaselineState::Accepted);
    });
}

void BaselineController::accept(const QList<ListenerPtr> &listeners)
{
    QList<Acceptance> accepted;
    for (const ListenerPtr &listener : listeners) {
        const AssessmentPtr assessment = m_last ? m_last->assessmentOf(listener->key) : nullptr;
        if (assessment && !(assessment->baseline && assessment->baseline->state == BaselineState::Accepted))
            accepted += Acceptance { listener, assessment };
    }
    if (accepted.isEmpty())
        return;
    m_store->accept(accepted);
    Q_EMIT done(accepted.size() == 1 ? tr("%1 is accepted as normal.", "port and program").arg(nameOf(*accepted.first().listener))
                                     : tr("%n listener(s) are accepted as normal.", nullptr, static_cast<int>(accepted.size())));
}

void BaselineController::acceptWhole()
{
    if (!m_last)
        return;
    auto *dialog = new AcceptDialog(*m_last, *m_store->baseline(), m_dialog ? m_dialog.data() : m_window);
    dialog->setWindowModality(Qt::WindowModal);
    connect(dialog, &AcceptDialog::confirmed, this, [this](const QList<Acceptance> &listeners) {
        m_store->acceptWhole(listeners);
        Q_EMIT done(tr("What is here now is accepted as normal: %n listener(s).", nullptr, static_cast<int>(listeners.size())));
    });
    dialog->show();
}

void BaselineController::showBaseline()
{
    if (!m_dialog) {
        m_dialog = new BaselineDialog(m_store, m_window);
        m_dialog->setAcceptOffered(m_last.has_value());
        if (m_last)
            m_dialog->setPicture(*m_last);
        connect(m_dialog, &BaselineDialog::acceptWholeWanted, this, &BaselineController::acceptWhole);
        connect(m_dialog, &BaselineDialog::portActivated, this, &BaselineController::portActivated);
    }
    m_dialog->show();
    m_dialog->raise();
    m_dialog->activateWindow();
}

} // namespace portolan
