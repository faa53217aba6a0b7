// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/history_view.h"

#include "history/history_delegate.h"
#include "history/history_filter_model.h"
#include "history/history_model.h"
#include "theme/text_field.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QScrollBar>
#include <QStackedWidget>
#include <QTableView>

namespace portolan {

HistoryView::HistoryView(QWidget *parent)
    : QWidget(parent)
    , m_model(new HistoryModel(this))
    , m_filtered(new HistoryFilterModel(this))
{
    setObjectName(QStringLiteral("historyView"));
    setAccessibleName(tr("What happened"));
    m_filtered->setSourceModel(m_model);

    m_header = new QLabel(this);
    m_header->setObjectName(QStringLiteral("historyHeader"));
    m_header->setTextFormat(Qt::PlainText);
    m_header->setWordWrap(true);
    m_filter = new TextField(this);
    m_filter->setObjectName(QStringLiteral("historyFilter"));
    m_filter->setAccessibleName(tr("Filter the history"));
    m_filter->setPlaceholderText(tr("Filter: port:3000-4000, owner:node, verdict:investigate…"));
    m_filter->setClearButtonEnabled(true);
    m_filter->setMaxLength(500);
    m_filterError = new QLabel(this);
    m_filterError->setTextFormat(Qt::PlainText);
    m_filterError->setWordWrap(true);
    m_filterError->hide();
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

    auto *bar = new QHBoxLayout;
    bar->setContentsMargins(12, 8, 12, 8);
    bar->setSpacing(12);
    bar->addWidget(m_header, 3);
    bar->addWidget(m_filter, 2);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(bar);
    m_filterError->setContentsMargins(12, 0, 12, 8);
    layout->addWidget(m_filterError);
    layout->addWidget(m_pages, 1);

    connect(m_filter, &QLineEdit::textChanged, this, &HistoryView::filterTyped);
    connect(m_filtered, &QAbstractItemModel::rowsInserted, this,
            [this](const QModelIndex &, int first, int last) {
                if (first == 0)
                    keepPlace(last - first + 1);
            });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this] {
        const std::optional<quint16> port = currentPort();
        if (port && !m_selecting && m_table->hasFocus())
            Q_EMIT portActivated(*port);
    });
    connect(m_table, &QAbstractItemView::activated, this, [this] {
        if (const std::optional<quint16> port = currentPort())
            Q_EMIT listenersWanted(*port);
    });
    showHeader();
    showEmptyState();
}

void HistoryView::buildTable()
{
    m_table = new QTableView(this);
    m_table->setObjectName(QStringLiteral("historyTable"));
    m_table->setAccessibleName(tr("What opened, closed and changed"));
    m_table->setModel(m_filtered);
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
    adaptToFont();
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
    resize(HistoryColumn::Time, QStringLiteral("2000-00-00 00:00:00"));
    resize(HistoryColumn::Event, tr("~ changed"));
    resize(HistoryColumn::Port, QStringLiteral("00000"));
    resize(HistoryColumn::Protocol, QStringLiteral("udp"));
    resize(HistoryColumn::Owner, QStringLiteral("a-process-name · inferred"));
    resize(HistoryColumn::Verdict, verdictGlyph(Verdict::Investigate) + QLatin1Char(' ')
                                       + verdictLabel(Verdict::Investigate));
}

void HistoryView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange && m_table)
        adaptToFont();
}

void HistoryView::apply(const Update &update)
{
    m_model->apply(update);
    showHeader();
    showEmptyState();
}

void HistoryView::showHeader()
{
    if (!m_model->startedAt().isValid()) {
        m_header->setText(tr("What opens, closes and changes from now on, while this window is open."));
        return;
    }
    const QString since = QLocale().toString(m_model->startedAt().toLocalTime(), QLocale::ShortFormat);
    QStringList lines { tr("Since this window was opened (%1). %n listener(s) were there at the start.", nullptr,
                           m_model->presentAtStart())
                            .arg(since) };
    if (m_model->dropped() > 0) {
        lines.append(tr("Only the newest %1 events are kept; %n older one(s) were dropped.", nullptr,
                        static_cast<int>(std::min<qint64>(m_model->dropped(), INT_MAX)))
                         .arg(QLocale().toString(m_model->capacity())));
    }
    m_header->setText(lines.join(QLatin1Char(' ')));
}

void HistoryView::showEmptyState()
{
    const bool empty = m_filtered->rowCount() == 0;
    m_pages->setCurrentWidget(empty ? static_cast<QWidget *>(m_empty) : m_table);
    if (!empty)
        return;
    if (m_model->rowCount() > 0) {
        m_empty->setText(tr("None of the %n event(s) answers this filter.", nullptr, m_model->rowCount()));
    } else {
        m_empty->setText(tr("Nothing has opened, closed or changed since this window was opened.\n"
                            "Start or stop a program that listens, and it appears here. Nothing is recorded while "
                            "the window is closed."));
    }
}

void HistoryView::filterTyped(const QString &text)
{
    const FilterExpression filter = FilterExpression::parse(text);
    m_filterError->setVisible(filter.error().has_value());
    m_filterError->setText(filter.error() ? filter.error()->message : QString());
    m_filtered->setFilter(filter);
    showEmptyState();
}

void HistoryView::keepPlace(int inserted)
{
    // Rows that come in above must not move the ones that are being read.
    QScrollBar *bar = m_table->verticalScrollBar();
    if (bar->value() == 0)
        return;
    const int wanted = bar->value() + inserted;
    QMetaObject::invokeMethod(this, [bar, wanted] { bar->setValue(wanted); }, Qt::QueuedConnection);
}

std::optional<quint16> HistoryView::currentPort() const
{
    const QModelIndex current = m_table->currentIndex();
    if (!current.isValid())
        return std::nullopt;
    return static_cast<quint16>(current.data(HistoryModel::PortRole).toUInt());
}

void HistoryView::showPort(quint16 port)
{
    if (currentPort() == port)
        return;
    m_selecting = true;
    int row = 0;
    while (row < m_filtered->rowCount() && m_filtered->index(row, 0).data(HistoryModel::PortRole).toUInt() != port)
        ++row;
    if (row < m_filtered->rowCount()) {
        m_table->selectRow(row);
        m_table->scrollTo(m_filtered->index(row, 0));
    }
    m_selecting = false;
}

void HistoryView::copyRows() const
{
    QModelIndexList rows = m_table->selectionModel()->selectedRows();
    std::sort(rows.begin(), rows.end());
    QStringList lines;
    for (const QModelIndex &index : std::as_const(rows)) {
        QStringList cells;
        for (int column = 0; column < historyColumnCount; ++column)
            cells.append(index.siblingAtColumn(column).data().toString());
        lines.append(cells.join(QLatin1Char('\t')));
    }
    if (!lines.isEmpty())
        QApplication::clipboard()->setText(lines.join(QLatin1Char('\n')));
}

QWidget *HistoryView::searchField() const
{
    return m_filter;
}

} // namespace portolan
