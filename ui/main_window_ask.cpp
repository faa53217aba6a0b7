// SPDX-License-Identifier: GPL-3.0-or-later
#include "main_window.h"

#include "inspector/explanation_panel.h"
#include "listeners/listener_table.h"
#include "listeners/listeners_view.h"
#include "probe/ask_controller.h"

#include <QAction>
#include <QStackedWidget>

namespace portolan {

void MainWindow::buildAsking()
{
    m_asking = new AskController(m_knowledge, m_monitor, this);
    connect(m_listeners->table(), &ListenerTable::askWanted, m_listeners, &ListenersView::askPort);

    auto *ask = new QAction(this);
    ask->setObjectName(QStringLiteral("askShownPort"));
    ask->setShortcut(Qt::CTRL | Qt::Key_K);
    connect(ask, &QAction::triggered, this, [this] {
        if (auto *panel = m_views->currentWidget()->findChild<ExplanationPanel *>())
            panel->askPort();
    });
    addAction(ask);
    offerAsking();
}

void MainWindow::offerAsking()
{
    // What a file shows is not here to be asked.
    const bool offered = m_asking && !m_file;
    for (auto *panel : findChildren<ExplanationPanel *>())
        panel->setAsking(offered ? m_asking : nullptr);
    m_listeners->table()->setAskOffered(offered);
}

} // namespace portolan
