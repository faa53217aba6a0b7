// SPDX-License-Identifier: GPL-3.0-or-later
#include "main_window.h"

#include <QAction>
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
    connect(add(tr("&Export report…"), "exportReportAction", QKeySequence::Save), &QAction::triggered, this, &MainWindow::exportReport);
    file->addSeparator();
    m_importNotes = add(tr("&Import notes…"), "importNotes");
    m_exportNotes = add(tr("Export &notes…"), "exportNotes");
    // Until there is a place to keep them.
    for (QAction *action : { m_importNotes, m_exportNotes })
        action->setEnabled(false);
    file->addSeparator();
    connect(add(tr("&Quit"), "quit", Qt::CTRL | Qt::Key_Q), &QAction::triggered, this, &MainWindow::close);
}

} // namespace portolan
