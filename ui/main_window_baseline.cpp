// SPDX-License-Identifier: GPL-3.0-or-later
#include "main_window.h"

#include "baseline/baseline_controller.h"
#include "baseline/message_bar.h"
#include "compare/compare_view.h"
#include "listeners/listener_table.h"
#include "listeners/listeners_view.h"

#include <QAction>
#include <QApplication>
#include <QMenu>
#include <QMenuBar>

namespace portolan {

void MainWindow::buildBaselineMenu()
{
    QMenu *menu = menuBar()->addMenu(tr("&Baseline"));
    menu->setObjectName(QStringLiteral("baselineMenu"));
    const auto add = [menu](const QString &text, const char *name, const QKeySequence &keys = {}) {
        QAction *action = menu->addAction(text);
        action->setObjectName(QLatin1String(name));
        action->setShortcut(keys);
        // Until there is a place to keep it.
        action->setEnabled(false);
        return action;
    };
    m_baselineActions.accept = add(tr("Accept as &normal"), "acceptAsNormal", Qt::CTRL | Qt::Key_B);
    m_baselineActions.acceptWhole = add(tr("&Accept what is here now…"), "acceptWhatIsHere");
    menu->addSeparator();
    m_baselineActions.undo = add(tr("&Undo accepting"), "undoAccepting", QKeySequence::Undo);
    m_baselineActions.redo = add(tr("&Redo accepting"), "redoAccepting", QKeySequence::Redo);
    menu->addSeparator();
    m_baselineActions.show = add(tr("&Show the baseline…"), "showBaseline", Qt::CTRL | Qt::SHIFT | Qt::Key_B);
}

void MainWindow::setBaseline(BaselineStore *store)
{
    m_baselineStore = store;
    m_baseline = new BaselineController(store, this);
    connect(store, &BaselineStore::failed, this, &MainWindow::showError);
    connect(store, &BaselineStore::changed, this, [this] {
        if (m_monitor)
            m_monitor->setBaseline(m_baselineStore->baseline());
        m_compare->setBaseline(m_baselineStore->baseline());
        showBaselineActions();
        // "Undo" would take back what was done since.
        if (!m_undoOffer.isEmpty() && m_message->text() == m_undoOffer)
            m_message->hide();
    });
    if (m_monitor)
        m_monitor->setBaseline(store->baseline());
    m_compare->setBaseline(store->baseline());
    connect(m_compare, &CompareView::baselineWanted, m_baseline, &BaselineController::acceptWhole);
    connect(this, &MainWindow::sampled, m_baseline, &BaselineController::apply);
    connect(this, &MainWindow::updated, this, &MainWindow::showBaselineActions);
    connect(m_baseline, &BaselineController::portActivated, this, &MainWindow::showPort);
    connect(m_baseline, &BaselineController::done, this, [this](const QString &message) {
        m_undoOffer = message;
        m_message->say(message, { tr("Undo"), [this] { m_baselineStore->undo(); } });
    });
    connect(m_baseline, &BaselineController::changeSeen, this, [this](const QString &message, const QString &filter) {
        const auto show = [this, filter] {
            showView(QStringLiteral("listening"));
            setFilterText(filter);
        };
        m_message->say(message, { tr("Show"), show }, true);
        // Who looks at something else learns that there is something to see.
        QApplication::alert(this);
    });

    const BaselineActions &actions = m_baselineActions;
    connect(actions.accept, &QAction::triggered, this, [this] { m_baseline->accept(m_listeners->table()->selectedListeners()); });
    connect(actions.acceptWhole, &QAction::triggered, m_baseline, &BaselineController::acceptWhole);
    connect(actions.show, &QAction::triggered, m_baseline, &BaselineController::showBaseline);
    connect(actions.undo, &QAction::triggered, store, &BaselineStore::undo);
    connect(actions.redo, &QAction::triggered, store, &BaselineStore::redo);
    connect(m_listeners->table(), &ListenerTable::acceptWanted, m_baseline, &BaselineController::accept);
    connect(m_listeners->table()->selectionModel(), &QItemSelectionModel::selectionChanged, this, &MainWindow::showBaselineActions);
    m_listeners->offerStep(NextStep::AcceptAsNormal);
    connect(m_listeners, &ListenersView::stepWanted, this, [this](NextStep step, const ListenerPtr &listener) {
        if (step == NextStep::AcceptAsNormal)
            m_baseline->accept({ listener });
    });
    actions.show->setEnabled(true);
    showBaselineActions();
}

void MainWindow::showBaselineActions()
{
    if (!m_baseline)
        return;
    const BaselineActions &actions = m_baselineActions;
    m_listeners->table()->setAcceptOffered(!m_file);
    actions.accept->setEnabled(!m_file && m_baseline->canAccept(m_listeners->table()->selectedListeners()));
    actions.acceptWhole->setEnabled(!m_file && m_baseline->hasPicture());
    actions.undo->setEnabled(m_baselineStore->canUndo());
    actions.redo->setEnabled(m_baselineStore->canRedo());
}

} // namespace portolan
