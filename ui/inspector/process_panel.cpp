// SPDX-License-Identifier: GPL-3.0-or-later
#include "inspector/process_panel.h"

#include "containers/publication_text.h"
#include "inspector/connection_chart.h"
#include "inspector/connections_view.h"
#include "inspector/owner_models.h"
#include "inspector/process_header.h"
#include "inspector/process_text.h"
#include "inspector/row_table.h"
#include "inspector/text_block.h"

#include <QLabel>
#include <QScrollArea>
#include <QScrollBar>
#include <QSplitter>
#include <QTabBar>
#include <QTabWidget>
#include <QVBoxLayout>

namespace portolan {

namespace {

/// From these widths on, facts and chart stand beside the tabs.
constexpr int factsBesideWidth = 600;
constexpr int chartBesideWidth = 940;

} // namespace

ProcessPanel::ProcessPanel(QWidget *parent)
    : QWidget(parent)
    , m_empty(new QLabel(tr("Select a port to see the process behind it.")))
    , m_content(new QWidget)
    , m_header(new ProcessHeader)
    , m_splitter(new QSplitter(Qt::Horizontal))
    , m_tabs(new QTabWidget)
    , m_factText(new TextBlock)
    , m_facts(makeTextPage(QStringLiteral("processFacts"), m_factText))
    , m_whyText(new TextBlock)
    , m_why(makeTextPage(QStringLiteral("processWhy"), m_whyText))
    , m_connections(new ConnectionsView)
    , m_chart(new ConnectionChart)
    , m_listeners(new OwnedListenersModel(this))
    , m_listenerTable(new RowTable(QStringLiteral("ownedListeners"), tr("Listeners of this process"), m_listeners))
    , m_holders(new HoldersModel(this))
    , m_holderTable(new RowTable(QStringLiteral("holders"), tr("Processes that hold the socket"), m_holders))
{
    setObjectName(QStringLiteral("process"));
    setAccessibleName(tr("Process"));
    m_empty->setTextFormat(Qt::PlainText);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);

    m_tabs->setObjectName(QStringLiteral("processTabs"));
    m_tabs->setDocumentMode(true);
    m_tabs->tabBar()->setUsesScrollButtons(true);
    m_factText->setObjectName(QStringLiteral("processFactText"));
    m_factText->setAccessibleName(tr("Process details"));
    m_whyText->setObjectName(QStringLiteral("processWhyText"));
    m_whyText->setAccessibleName(tr("Why it runs"));
    m_tabs->addTab(m_connections, tr("Connections"));
    m_tabs->addTab(m_why, tr("Why it runs"));
    m_tabs->addTab(m_listenerTable, tr("Listeners"));
    m_tabs->addTab(m_holderTable, tr("Processes"));
    m_splitter->addWidget(m_tabs);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setHandleWidth(9);
    m_tabs->insertTab(0, m_facts, tr("Details"));
    m_tabs->insertTab(2, m_chart, tr("Over time"));
    m_tabs->setCurrentIndex(0);

    auto *column = new QVBoxLayout(m_content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    column->addWidget(m_header);
    column->addWidget(m_splitter, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 8, 12, 8);
    layout->addWidget(m_empty, 1);
    layout->addWidget(m_content, 1);

    connect(m_header, &ProcessHeader::goToProcess, this, &ProcessPanel::takeFocus);
    connect(m_header, &ProcessHeader::refreshWanted, this, &ProcessPanel::refreshWanted);
    connect(m_listenerTable, &RowTable::activated, this, [this](const QModelIndex &index) {
        Q_EMIT listenerActivated(m_listeners->listenerAt(index.row())->key);
    });
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    clear();
}

ProcessPanel::~ProcessPanel() = default;

QScrollArea *ProcessPanel::makeTextPage(const QString &objectName, TextBlock *text)
{
    auto *page = new QScrollArea;
    page->setObjectName(objectName);
    page->setFrameShape(QFrame::NoFrame);
    page->setWidgetResizable(true);
    page->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    page->setFocusPolicy(Qt::NoFocus);
    page->setMinimumWidth(160);
    auto *holder = new QWidget;
    auto *layout = new QVBoxLayout(holder);
    layout->setContentsMargins(0, 4, 4, 4);
    layout->addWidget(text);
    layout->addStretch();
    page->setWidget(holder);
    for (QWidget *ground : {static_cast<QWidget *>(holder), page->viewport()})
        ground->setAutoFillBackground(false);
    return page;
}

void ProcessPanel::showListener(const ListenerPtr &listener, const QList<ListenerPtr> &ofSameProcess)
{
    const bool another = !m_listener || m_listener->key != listener->key;
    m_listener = listener;
    m_empty->hide();
    m_content->show();
    m_header->showListener(listener, ofSameProcess);
    showTexts();
    m_listeners->setListeners(ofSameProcess);
    m_holders->setProcesses(listener->owner->processes);
    nameTabs();
    if (!another)
        return;
    m_facts->verticalScrollBar()->setValue(0);
    m_why->verticalScrollBar()->setValue(0);
    m_connections->clear();
    m_chart->showCounts(m_history.of(listener->key));
}

void ProcessPanel::showDetails(const FocusDetails &details)
{
    if (!details.listener)
        return;
    if (details.connections.coverage != ConnectionCoverage::Unreadable) {
        ConnectionCount count { details.takenAt, details.connections.toListener };
        if (const auto &traffic = details.connections.traffic; traffic && details.connections.trafficTime.count() > 0) {
            const double perSecond = 1000.0 / double(details.connections.trafficTime.count());
            count.received = double(traffic->received) * perSecond;
            count.sent = double(traffic->sent) * perSecond;
        }
        m_history.add(details.listener->key, count);
    }
    if (!m_listener || m_listener->key != details.listener->key)
        return;
    m_connections->showDetails(details);
    m_chart->showCounts(m_history.of(m_listener->key));
    m_header->refreshAge();
    showTexts();
}

void ProcessPanel::showTexts()
{
    QList<TextParagraph> facts = process_text::facts(*m_listener->owner);
    if (const QString story = publicationText(*m_listener); !story.isEmpty())
        facts.prepend(TextParagraph({ { story } }));
    m_factText->setContent(facts);
    m_whyText->setContent(process_text::why(*m_listener->owner, QDateTime::currentDateTime()));
}

void ProcessPanel::clear()
{
    m_listener.reset();
    m_content->hide();
    m_empty->show();
}

void ProcessPanel::takeFocus()
{
    for (QWidget *widget = this; widget; widget = widget->parentWidget()) {
        widget->show();
        if (widget->isWindow())
            break;
    }
    if (m_listener)
        m_header->focusIdentity();
}

void ProcessPanel::nameTabs()
{
    const int listeners = m_listeners->rowCount();
    const int processes = m_holders->rowCount();
    m_tabs->setTabText(m_tabs->indexOf(m_listenerTable), tr("Listeners (%1)").arg(listeners));
    m_tabs->setTabText(m_tabs->indexOf(m_holderTable),
                       m_listener->owner->attribution == Attribution::Inferred ? tr("Candidates (%1)").arg(processes)
                                                                               : tr("Processes (%1)").arg(processes));
    m_tabs->setTabVisible(m_tabs->indexOf(m_holderTable), processes > 1);
    m_tabs->setTabVisible(m_tabs->indexOf(m_listenerTable), listeners > 0);
}

void ProcessPanel::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void ProcessPanel::arrange()
{
    place(m_facts, width() >= factsBesideWidth ? Place::Beside : Place::Tabs, 0, 0, tr("Details"));
    place(m_chart, width() >= chartBesideWidth ? Place::Beside : Place::Tabs, m_splitter->count(),
          m_tabs->indexOf(m_connections) + 1, tr("Over time"));
}

void ProcessPanel::place(QWidget *part, Place place, int beside, int tab, const QString &title)
{
    const bool isBeside = m_splitter->indexOf(part) >= 0;
    if (isBeside == (place == Place::Beside))
        return;
    if (place == Place::Beside) {
        m_tabs->removeTab(m_tabs->indexOf(part));
        m_splitter->insertWidget(beside, part);
        part->show();
    } else {
        m_tabs->insertTab(tab, part, title);
        if (tab == 0)
            m_tabs->setCurrentIndex(0);
    }
    const int columns = m_splitter->count();
    QList<int> sizes;
    for (int i = 0; i < columns; ++i)
        sizes += width() / columns;
    m_splitter->setSizes(sizes);
}

} // namespace portolan
