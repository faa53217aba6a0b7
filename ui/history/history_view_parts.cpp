// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/history_view.h"

#include "history/history_delegate.h"
#include "history/history_model.h"
#include "history/history_port_panel.h"
#include "history/history_timeline.h"
#include "theme/text_field.h"
#include "theme/theme.h"

#include <QAction>
#include <QComboBox>
#include <QEvent>
#include <QHeaderView>
#include <QLabel>
#include <QSplitter>
#include <QStackedWidget>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace portolan {

HistoryView::HistoryView(QWidget *parent)
    : QWidget(parent)
    , m_model(new HistoryModel(this))
{
    setObjectName(QStringLiteral("historyView"));
    setAccessibleName(tr("What happened"));
    m_timeline = new HistoryTimeline(this);
    m_timeline->setMinimumHeight(fontMetrics().height() * 8);
    m_portPanel = new HistoryPortPanel(this);
    m_portPanel->setVisible(false);
    buildTable();
    addActions();
    m_empty = new QLabel(this);
    m_empty->setObjectName(QStringLiteral("historyEmpty"));
    m_empty->setTextFormat(Qt::PlainText);
    m_empty->setWordWrap(true);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setMargin(24);
    m_pages = new QStackedWidget(this);
    m_pages->addWidget(m_empty);
    m_pages->addWidget(m_table);
    m_splitter = new QSplitter(Qt::Vertical, this);
    m_splitter->setObjectName(QStringLiteral("historySplitter"));
    m_splitter->setChildrenCollapsible(false);
    m_splitter->addWidget(m_timeline);
    m_splitter->addWidget(m_pages);
    m_splitter->addWidget(m_portPanel);
    // The list gets what is left.
    m_splitter->setStretchFactor(1, 1);
    const int line = fontMetrics().height();
    m_splitter->setSizes({ line * 13, line * 30, line * 9 });

    m_notice = new QLabel(this);
    m_notice->setObjectName(QStringLiteral("historyNotice"));
    m_notice->setTextFormat(Qt::PlainText);
    m_notice->setWordWrap(true);
    m_notice->setContentsMargins(12, 6, 12, 6);
    m_notice->setAutoFillBackground(true);
    m_notice->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_notice->hide();
    m_filterError = new QLabel(this);
    m_filterError->setTextFormat(Qt::PlainText);
    m_filterError->setWordWrap(true);
    m_filterError->setContentsMargins(12, 0, 12, 8);
    m_filterError->hide();

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(buildBar());
    layout->addWidget(m_filterError);
    layout->addWidget(m_notice);
    layout->addWidget(m_splitter, 1);
    layout->addLayout(buildHead());
    connectParts();
    adaptToFont();
    showStatus();
}

QBoxLayout *HistoryView::buildHead()
{
    m_header = new QLabel(this);
    m_header->setObjectName(QStringLiteral("historyHeader"));
    m_header->setTextFormat(Qt::PlainText);
    m_settings = new QToolButton(this);
    m_settings->setObjectName(QStringLiteral("historySettingsButton"));
    m_settings->setText(tr("History &settings…"));
    m_settings->setFocusPolicy(Qt::StrongFocus);
    m_settings->setEnabled(false);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(12, 6, 12, 6);
    row->setSpacing(12);
    row->addWidget(m_header, 1);
    row->addWidget(m_settings);
    return row;
}

QBoxLayout *HistoryView::buildBar()
{
    m_period = new QComboBox(this);
    m_period->setObjectName(QStringLiteral("historyPeriod"));
    m_period->setAccessibleName(tr("Period"));
    m_period->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    const auto addPeriod = [this](const QString &text, HistoryPeriodChoice choice) { m_period->addItem(text, static_cast<int>(choice)); };
    addPeriod(tr("Last hour"), HistoryPeriodChoice::Hour);
    addPeriod(tr("Last 24 hours"), HistoryPeriodChoice::Day);
    addPeriod(tr("Last 7 days"), HistoryPeriodChoice::Week);
    addPeriod(tr("Last 30 days"), HistoryPeriodChoice::Month);
    addPeriod(tr("Last 90 days"), HistoryPeriodChoice::Quarter);
    addPeriod(tr("All there is"), HistoryPeriodChoice::All);
    m_period->setCurrentIndex(2);
    m_grouping = new QComboBox(this);
    m_grouping->setObjectName(QStringLiteral("historyGrouping"));
    m_grouping->setAccessibleName(tr("Stacked by"));
    m_grouping->addItems({ tr("By verdict"), tr("By range of ports") });
    m_kind = new QComboBox(this);
    m_kind->setObjectName(QStringLiteral("historyKind"));
    m_kind->setAccessibleName(tr("Kind of event"));
    m_kind->addItem(tr("All events"));
    m_kind->addItem(tr("Opened"), static_cast<int>(HistoryEventKind::Opened));
    m_kind->addItem(tr("Closed"), static_cast<int>(HistoryEventKind::Closed));
    m_kind->addItem(tr("Changed"), static_cast<int>(HistoryEventKind::Changed));
    m_span = new QToolButton(this);
    m_span->setObjectName(QStringLiteral("historySpan"));
    m_span->setToolTip(tr("Show the whole period again"));
    m_span->setFocusPolicy(Qt::StrongFocus);
    m_span->hide();
    m_field = new TextField(this);
    m_field->setObjectName(QStringLiteral("historyFilter"));
    m_field->setAccessibleName(tr("Filter the history"));
    m_field->setPlaceholderText(tr("Filter: port:3000-4000, owner:node, verdict:investigate…"));
    m_field->setClearButtonEnabled(true);
    m_field->setMaxLength(500);
    auto *bar = new QHBoxLayout;
    bar->setContentsMargins(12, 8, 12, 8);
    bar->setSpacing(8);
    bar->addWidget(m_period);
    bar->addWidget(m_grouping);
    bar->addWidget(m_span);
    bar->addStretch(1);
    bar->addWidget(m_kind);
    bar->addWidget(m_field, 3);
    return bar;
}

void HistoryView::buildTable()
{
    m_table = new QTableView(this);
    m_table->setObjectName(QStringLiteral("historyTable"));
    m_table->setAccessibleName(tr("What opened, closed and changed"));
    m_table->setModel(m_model);
    m_table->setItemDelegate(new HistoryDelegate(m_table));
    m_table->setShowGrid(false);
    m_table->setAlternatingRowColors(true);
    m_table->setWordWrap(false);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setTabKeyNavigation(false);
    m_table->setVerticalScrollMode(QAbstractItemView::ScrollPerItem);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setSectionsMovable(true);
    m_table->horizontalHeader()->setStretchLastSection(true);
}

void HistoryView::addActions()
{
    auto *copy = new QAction(tr("&Copy"), m_table);
    copy->setShortcut(QKeySequence::Copy);
    copy->setShortcutContext(Qt::WidgetShortcut);
    connect(copy, &QAction::triggered, this, &HistoryView::copyRows);
    auto *show = new QAction(tr("&Show in Listening"), m_table);
    connect(show, &QAction::triggered, this, [this] {
        if (const std::optional<quint16> port = currentPort())
            Q_EMIT listenersWanted(*port);
    });
    m_table->addActions({ copy, show });
    m_table->setContextMenuPolicy(Qt::ActionsContextMenu);
}

void HistoryView::adaptToFont()
{
    const QFontMetrics metrics(m_table->font());
    m_table->verticalHeader()->setDefaultSectionSize(metrics.height() + metrics.height() / 2);
    QHeaderView *header = m_table->horizontalHeader();
    const auto resize = [&](HistoryColumn column, const QString &sample) {
        const int text = metrics.horizontalAdvance(sample);
        const int title = QFontMetrics(header->font()).horizontalAdvance(HistoryModel::columnTitle(column));
        header->resizeSection(static_cast<int>(column), std::max(text, title) + metrics.averageCharWidth() * 4);
    };
    HistoryEvent longest;
    longest.kind = HistoryEventKind::WatchBegan;
    resize(HistoryColumn::Time, QStringLiteral("2000-00-00 00:00:00"));
    resize(HistoryColumn::Event, HistoryModel::cellText(longest, HistoryColumn::Event));
    resize(HistoryColumn::Port, QStringLiteral("00000"));
    resize(HistoryColumn::Protocol, QStringLiteral("udp"));
    resize(HistoryColumn::Owner, QStringLiteral("a-process-name · inferred"));
    resize(HistoryColumn::Verdict, verdictGlyph(Verdict::Investigate) + QLatin1Char(' ') + verdictLabel(Verdict::Investigate));
    const theme::ChipColors care = theme::verdict(Verdict::Unfamiliar, palette());
    QPalette notice;
    notice.setColor(QPalette::Window, care.background);
    notice.setColor(QPalette::WindowText, theme::readable(palette().color(QPalette::WindowText), care.background));
    m_notice->setPalette(notice);
}

void HistoryView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if ((event->type() == QEvent::FontChange || event->type() == QEvent::PaletteChange) && m_notice && m_table)
        adaptToFont();
}

} // namespace portolan
