// SPDX-License-Identifier: GPL-3.0-or-later
#include "main_window.h"

#include "inspector/explanation_panel.h"
#include "listeners/listeners_view.h"
#include "ownnotes/own_notes_store.h"
#include "ownnotes/own_notes_transfer.h"
#include "portmap/port_map_view.h"
#include "registry/registry_view.h"

#include <QAction>
#include <QStackedWidget>

namespace portolan {

void MainWindow::setOwnNotes(OwnNotesStore *store)
{
    m_ownNotes = store;
    m_listeners->setOwnNotes(store);
    m_portMap->setOwnNotes(store);
    m_registry->setOwnNotes(store);
    connect(store, &OwnNotesStore::failed, this, &MainWindow::showError);

    auto *transfer = new OwnNotesTransfer(store, this);
    connect(transfer, &OwnNotesTransfer::failed, this, &MainWindow::showError);
    connect(m_importNotes, &QAction::triggered, transfer, &OwnNotesTransfer::importNotes);
    connect(m_exportNotes, &QAction::triggered, transfer, &OwnNotesTransfer::exportNotes);
    for (QAction *action : { m_importNotes, m_exportNotes })
        action->setEnabled(true);

    auto *edit = new QAction(this);
    edit->setShortcut(Qt::CTRL | Qt::Key_M);
    connect(edit, &QAction::triggered, this, [this] {
        if (auto *panel = m_views->currentWidget()->findChild<ExplanationPanel *>())
            panel->editOwnNote();
    });
    addAction(edit);
}

} // namespace portolan
