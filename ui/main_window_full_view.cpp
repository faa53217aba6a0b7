// SPDX-License-Identifier: GPL-3.0-or-later
#include "main_window.h"

#include "listeners/listeners_view.h"

#include <QAction>
#include <QMenu>
#include <QMenuBar>

namespace portolan {

void MainWindow::buildFullViewMenu()
{
    QMenu *view = menuBar()->addMenu(tr("&View"));
    view->setObjectName(QStringLiteral("viewMenu"));
    m_fullViewAction = view->addAction(tr("See owners &fully"));
    m_fullViewAction->setObjectName(QStringLiteral("seeFullyAction"));
    m_fullViewAction->setCheckable(true);
    showFullView();
    if (!m_monitor)
        return;
    // What comes of it is told by the monitor, and only that is shown.
    const auto want = [this](bool on) {
        m_monitor->setFullView(on);
        showFullView();
    };
    connect(m_fullViewAction, &QAction::triggered, this, want);
    connect(m_listeners, &ListenersView::fullViewWanted, this, want);
    connect(m_monitor, &Monitor::fullViewChanged, this, [this](FullViewState state) {
        m_fullView = state;
        showFullView();
    });
    connect(this, &MainWindow::updated, this, &MainWindow::showFullView);
}

void MainWindow::showFullView()
{
    const bool on = m_fullView == FullViewState::On || m_fullView == FullViewState::Asking;
    const bool offered = m_monitor && !m_file && m_last && !m_last->snapshot->privileged
        && m_last->snapshot->remarks.contains(Remark::OwnersHidden);
    m_fullViewAction->setChecked(on);
    m_fullViewAction->setEnabled(on || offered);
    m_listeners->setFullView(m_fullView, offered);
}

} // namespace portolan
