// SPDX-License-Identifier: GPL-3.0-or-later
#include "main_window.h"

#include "history/history_settings_dialog.h"
#include "history/history_store.h"
#include "history/history_view.h"

#include <QLabel>

namespace portolan {

void MainWindow::setHistory(HistoryStore *store)
{
    m_historyStore = store;
    m_history->setStore(store);
    store->setLimits(m_values.historyLimits);
    // What a snapshot shows did not happen here.
    connect(this, &MainWindow::sampled, store, &HistoryStore::record);
    connect(store, &HistoryStore::statusChanged, this, &MainWindow::showHistoryStatus);
    offerMoments(store);
    store->open();
}

void MainWindow::showHistoryStatus(const HistoryStatus &status)
{
    QStringList lines;
    // Somebody else records: nothing is lost, and the history's view says it.
    if (status.fault != HistoryFault::OtherRecorder && !status.message.isEmpty())
        lines += status.message;
    if (!status.notice.isEmpty())
        lines += status.notice;
    const QString text = lines.join(QLatin1Char('\n'));
    if (text == m_historyFault)
        return;
    const QString before = std::exchange(m_historyFault, text);
    if (!text.isEmpty())
        showError(text);
    else if (m_error->text() == before)
        m_errorBar->hide();
}

void MainWindow::showHistorySettings()
{
    if (!m_historyStore)
        return;
    auto *dialog = new HistorySettingsDialog(m_historyStore, m_values.historyLimits, this);
    connect(dialog, &HistorySettingsDialog::limitsChosen, this, [this](const HistoryLimits &limits) {
        m_values.historyLimits = limits;
        m_historyStore->setLimits(limits);
    });
    dialog->setWindowModality(Qt::WindowModal);
    dialog->show();
}

} // namespace portolan
