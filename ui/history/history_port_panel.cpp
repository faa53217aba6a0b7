// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/history_port_panel.h"

#include "history/history_holders_chart.h"
#include "history/history_store.h"
#include "history/history_text.h"
#include "theme/theme.h"

#include <QLabel>
#include <QScrollArea>
#include <QVBoxLayout>

namespace portolan {

HistoryPortPanel::HistoryPortPanel(QWidget *parent)
    : QWidget(parent)
    , m_heading(new QLabel(this))
    , m_area(new QScrollArea(this))
    , m_chart(new HistoryHoldersChart)
    , m_line(new QLabel(this))
{
    setObjectName(QStringLiteral("historyPortPanel"));
    m_heading->setObjectName(QStringLiteral("historyPortHeading"));
    m_heading->setTextFormat(Qt::PlainText);
    m_heading->setBuddy(m_chart);
    QFont bold = m_heading->font();
    bold.setBold(true);
    m_heading->setFont(bold);
    m_area->setWidget(m_chart);
    m_area->setWidgetResizable(true);
    m_area->setFrameShape(QFrame::NoFrame);
    m_area->setFocusPolicy(Qt::NoFocus);
    m_line->setObjectName(QStringLiteral("historyPortLine"));
    m_line->setTextFormat(Qt::PlainText);
    m_line->setWordWrap(true);
    m_line->setMinimumHeight(m_line->fontMetrics().height());
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 6, 0, 6);
    layout->setSpacing(4);
    m_heading->setContentsMargins(12, 0, 12, 0);
    m_line->setContentsMargins(12, 0, 12, 0);
    layout->addWidget(m_heading);
    layout->addWidget(m_area, 1);
    layout->addWidget(m_line);
    connect(m_chart, &HistoryHoldersChart::barChanged, m_line, &QLabel::setText);
    connect(m_chart, &HistoryHoldersChart::rowWanted, this, [this](const QRect &row) { m_area->ensureVisible(0, row.center().y(), 0, row.height()); });
}

HistoryPortPanel::~HistoryPortPanel()
{
    m_ticket.cancel();
}

void HistoryPortPanel::setStore(HistoryStore *store)
{
    m_store = store;
}

void HistoryPortPanel::show(quint16 port, const HistoryPeriod &period)
{
    setVisible(true);
    m_ticket.cancel();
    m_ticket = {};
    if (!m_store)
        return;
    m_store->holders(port, period, m_ticket, this, [this, port, period](const HistoryHolders &holders) {
        QString heading = tr("Who held port %1, %2", "port, period").arg(QString::number(port), history_words::period(period));
        if (holders.cut)
            heading += tr(" (only the latest are shown)");
        m_heading->setText(heading);
        m_chart->showHolders(port, period, holders);
    });
}

} // namespace portolan
