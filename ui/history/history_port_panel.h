// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "history/history_query.h"

#include <QPointer>
#include <QWidget>

#include <optional>

class QLabel;
class QScrollArea;

namespace portolan {

class HistoryHoldersChart;
class HistoryStore;

/// Who held the chosen port in a period: a heading, the bars, and the bar that one is on in words.
class HistoryPortPanel : public QWidget
{
    Q_OBJECT

public:
    explicit HistoryPortPanel(QWidget *parent = nullptr);
    ~HistoryPortPanel() override;

    void setStore(HistoryStore *store);
    /// Asks the store; what is shown stays until it answers.
    void show(quint16 port, const HistoryPeriod &period);

private:
    QPointer<HistoryStore> m_store;
    HistoryTicket m_ticket;
    QLabel *m_heading;
    QScrollArea *m_area;
    HistoryHoldersChart *m_chart;
    QLabel *m_line;
};

} // namespace portolan
