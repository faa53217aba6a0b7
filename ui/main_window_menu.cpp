// SPDX-License-Identifier: GPL-3.0-or-later
#include "main_window.h"

#include "compare/compare_view.h"
#include "listeners/listeners_view.h"
#include "portmap/port_map_view.h"
#include "probe/ask_controller.h"
#include "registry/registry_keeper.h"
#include "registry/registry_update_dialog.h"
#include "registry/registry_view.h"

#include <QAction>
#include <QFileDialog>
#include <QMenu>
#include <QMenuBar>

namespace portolan {

void MainWindow::buildMenu()
{
    QMenu *file = menuBar()->addMenu(tr("&File"));
    file->setObjectName(QStringLiteral("fileMenu"));
    const auto add = [file](const QString &text, const char *name, const QKeySequence &keys = {}) {
        QAction *action = file->addAction(text);
        action->setObjectName(QLatin1String(name));
        action->setShortcut(keys);
        return action;
    };
    addSnapshotActions(file);
    connect(add(tr("&Export report…"), "exportReportAction", QKeySequence::Save), &QAction::triggered, this, &MainWindow::exportReport);
    file->addSeparator();
    m_importNotes = add(tr("&Import notes…"), "importNotes");
    m_exportNotes = add(tr("Export &notes…"), "exportNotes");
    // Until there is a place to keep them.
    for (QAction *action : { m_importNotes, m_exportNotes })
        action->setEnabled(false);
    file->addSeparator();
    m_updateRegistry = add(tr("&Update registry from file…"), "updateRegistry");
    m_builtInRegistry = add(tr("Use the &built-in registry"), "useBuiltInRegistry");
    connect(m_updateRegistry, &QAction::triggered, this, &MainWindow::updateRegistry);
    connect(m_builtInRegistry, &QAction::triggered, this, [this] { m_registryKeeper->useBuiltIn(); });
    file->addSeparator();
    connect(add(tr("&Quit"), "quit", Qt::CTRL | Qt::Key_Q), &QAction::triggered, this, &MainWindow::close);
    showRegistryActions();
}

void MainWindow::setRegistryKeeper(RegistryKeeper *keeper)
{
    m_registryKeeper = keeper;
    connect(keeper, &RegistryKeeper::knowledgeChanged, this, &MainWindow::setKnowledge);
    connect(keeper, &RegistryKeeper::busyChanged, this, &MainWindow::showRegistryActions);
    connect(keeper, &RegistryKeeper::knowledgeChanged, this, &MainWindow::showRegistryActions);
    connect(keeper, &RegistryKeeper::failed, this, [this](const QString &error) {
        // An open dialog says it itself.
        if (!findChild<RegistryUpdateDialog *>())
            showError(error);
    });
    if (!keeper->problem().isEmpty())
        showError(keeper->problem());
    keeper->bringUpToDate();
    showRegistryActions();
}

void MainWindow::showRegistryActions()
{
    const bool ready = m_registryKeeper && !m_registryKeeper->isBusy();
    m_updateRegistry->setEnabled(ready);
    m_builtInRegistry->setEnabled(ready && !m_registryKeeper->knowledge()->registry().isBuiltIn());
}

void MainWindow::updateRegistry()
{
    auto *dialog = new QFileDialog(this, tr("Update registry from file"));
    dialog->setObjectName(QStringLiteral("registryFileDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({ tr("IANA's registry (*.csv *.xml)"), tr("All files (*)") });
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        auto *update = new RegistryUpdateDialog(path, m_registryKeeper, this);
        update->setWindowModality(Qt::WindowModal);
        update->show();
    });
    dialog->open();
}

void MainWindow::setKnowledge(const KnowledgePtr &knowledge)
{
    m_knowledge = knowledge;
    m_listeners->setKnowledge(knowledge);
    m_portMap->setKnowledge(knowledge);
    m_registry->setKnowledge(knowledge);
    m_compare->setKnowledge(knowledge);
    if (m_monitor) {
        m_monitor->setKnowledge(knowledge);
        m_asking->setKnowledge(knowledge);
    }
}

} // namespace portolan
