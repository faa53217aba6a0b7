// SPDX-License-Identifier: GPL-3.0-or-later
#include "main_window.h"

#include "filter/filter_chips.h"
#include "filter/filter_completer.h"
#include "filter/filter_help.h"
#include "filter/filter_menu.h"
#include "listeners/filter_field.h"

#include <QMenuBar>

namespace portolan {

void MainWindow::buildFilterParts()
{
    auto *completer = new FilterCompleter(m_filter);
    connect(this, &MainWindow::updated, completer, &FilterCompleter::apply);
    auto *menu = new FilterMenu(m_settings, [this] { return m_filter->text(); }, this);
    menuBar()->addMenu(menu);
    connect(menu, &FilterMenu::filterWanted, this, [this](const QString &text) {
        showView(QStringLiteral("listening"));
        setFilterText(text);
    });
    connect(menu, &FilterMenu::helpWanted, this, &MainWindow::showFilterHelp);
    connect(m_chips, &FilterChips::filterWanted, this, &MainWindow::setFilterText);
    connect(m_filter, &FilterField::filterChanged, this, &MainWindow::showChips);
}

void MainWindow::showChips()
{
    m_chips->setFilter(listening() ? m_filter->text() : QString());
}

void MainWindow::showFilterHelp()
{
    auto *help = findChild<FilterHelp *>();
    if (!help) {
        help = new FilterHelp(this);
        help->setAttribute(Qt::WA_DeleteOnClose);
        connect(help, &FilterHelp::termWanted, this, [this](const QString &term) {
            showView(QStringLiteral("listening"));
            addFilterTerm(term);
        });
    }
    help->show();
    help->raise();
    help->activateWindow();
}

} // namespace portolan
