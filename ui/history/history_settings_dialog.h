// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "history/history_limits.h"
#include "history/history_values.h"

#include <QDialog>

class QLabel;
class QPushButton;
class QSpinBox;

namespace portolan {

class HistoryStore;

/// How much of the history is kept, how big it is and where, and a way to forget it all.
class HistorySettingsDialog : public QDialog
{
    Q_OBJECT

public:
    /// The store must outlive the dialogue.
    HistorySettingsDialog(HistoryStore *store, const HistoryLimits &limits, QWidget *parent = nullptr);

Q_SIGNALS:
    void limitsChosen(const portolan::HistoryLimits &limits);

private:
    void showExtent(const HistoryExtent &extent);
    void confirmClear();

    HistoryStore *m_store;
    QSpinBox *m_days;
    QSpinBox *m_megabytes;
    QLabel *m_extent;
    QPushButton *m_clear;
};

} // namespace portolan
