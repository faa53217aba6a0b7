// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/history_view.h"

#include "history/history_delegate.h"
#include "history/history_model.h"
#include "history/history_port_panel.h"
#include "history/history_store.h"
#include "history/history_text.h"
#include "history/history_timeline.h"
#include "theme/theme.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QDir>
#include <QEvent>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QScrollBar>
#include <QSplitter>
#include <QStackedWidget>
#include <QTableView>
#include <QToolButton>

#include <algorithm>

namespace portolan {

namespace {

using namespace std::chrono_literals;
constexpr qint64 minute = 60'000;
constexpr qint64 day = 24 * 60 * minute;
constexpr qint64 shortestFollowed = 2 * minute;
constexpr int wantedSteps = 320;

} // namespace

HistoryView::~HistoryView()
{
    m_ticket.cancel();
}

void HistoryView::connectParts()
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(150ms);
    connect(&m_pause, &QTimer::timeout, this, &HistoryView::ask);
    m_refresh.setSingleShot(true);
    m_refresh.setInterval(1s);
    connect(&m_refresh, &QTimer::timeout, this, &HistoryView::follow);
    m_clock.setInterval(10s);
    connect(&m_clock, &QTimer::timeout, this, [this] {
        if (m_follows && isVisible())
            follow();
    });
    m_clock.start();

    connect(m_period, &QComboBox::activated, this, [this] {
        if (const QVariant choice = m_period->currentData(); choice.isValid())
            choosePeriod(static_cast<HistoryPeriodChoice>(choice.toInt()));
    });
    connect(m_grouping, &QComboBox::currentIndexChanged, this, [this](int index) {
        m_timeline->setGrouping(index == 0 ? HistoryTimeline::Grouping::Verdict : HistoryTimeline::Grouping::Range);
    });
    connect(m_kind, &QComboBox::currentIndexChanged, this, &HistoryView::scopeChanged);
    connect(m_span, &QToolButton::clicked, m_timeline, &HistoryTimeline::clearSelection);
    connect(m_settings, &QToolButton::clicked, this, &HistoryView::settingsWanted);
    connect(m_field, &QLineEdit::textChanged, this, &HistoryView::filterTyped);
    connect(m_timeline, &HistoryTimeline::periodWanted, this, [this](qint64 from, qint64 to) {
        const qint64 now = QDateTime::currentMSecsSinceEpoch();
        // What lies ahead is empty: the end of the period does not go there.
        const qint64 beyond = std::max<qint64>(0, to - now);
        m_ownLength = to - from;
        setPeriod(from - beyond, to - beyond, beyond > 0);
    });
    connect(m_timeline, &HistoryTimeline::selectionChanged, this, [this] {
        showPeriodChoice();
        scopeChanged();
    });
    connect(m_model, &HistoryModel::answered, this, [this] {
        showEmptyState();
        showHeader();
        prefetch();
    });
    connect(m_model, &QAbstractItemModel::rowsInserted, this, [this](const QModelIndex &, int first, int last) {
        if (first == 0 && last + 1 < m_model->rowCount())
            keepPlace(last - first + 1);
    });
    connect(m_table->verticalScrollBar(), &QScrollBar::valueChanged, this, &HistoryView::prefetch);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this] {
        const std::optional<quint16> port = currentPort();
        if (!port || m_selecting || !m_table->hasFocus())
            return;
        m_port = port;
        refresh();
        Q_EMIT portActivated(*port);
    });
    connect(m_table, &QAbstractItemView::activated, this, [this] {
        if (const std::optional<quint16> port = currentPort())
            Q_EMIT listenersWanted(*port);
    });
}

void HistoryView::setStore(HistoryStore *store)
{
    if (m_store)
        disconnect(m_store, nullptr, this, nullptr);
    m_store = store;
    m_portPanel->setStore(store);
    m_settings->setEnabled(store != nullptr);
    if (store) {
        connect(store, &HistoryStore::statusChanged, this, &HistoryView::showStatus);
        connect(store, &HistoryStore::grew, this, [this] {
            if (isVisible() && !m_refresh.isActive())
                m_refresh.start();
        });
        connect(store, &HistoryStore::replaced, this, [this] {
            // It may reach further back than what was there when one asked.
            m_asked = false;
            if (isVisible())
                follow();
        });
    }
    m_asked = false;
    m_model->setStore(store);
    showStatus();
    showEmptyState();
    if (isVisible())
        follow();
}

void HistoryView::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_asked = false;
    follow();
}

HistoryViewState HistoryView::state() const
{
    return { m_choice, m_grouping->currentIndex() == 1, m_field->text() };
}

void HistoryView::setState(const HistoryViewState &state)
{
    m_choice = state.period;
    m_grouping->setCurrentIndex(state.byRange ? 1 : 0);
    m_field->setText(state.filter);
    choosePeriod(state.period);
}

void HistoryView::choosePeriod(HistoryPeriodChoice choice)
{
    m_choice = choice;
    m_follows = true;
    m_ownLength.reset();
    m_asked = false;
    m_timeline->clearSelection();
    showPeriodChoice();
    follow();
}

void HistoryView::follow()
{
    if (!m_store)
        return;
    m_store->extent({}, this, [this](const HistoryExtent &extent) {
        m_extent = extent;
        showHeader();
        if (!m_follows) {
            refresh();
            return;
        }
        const qint64 now = QDateTime::currentMSecsSinceEpoch();
        const qint64 reach = extent.first.isValid() ? std::max(shortestFollowed, now - extent.first.toMSecsSinceEpoch()) : shortestFollowed;
        qint64 length = reach;
        switch (m_choice) {
        case HistoryPeriodChoice::Hour:
            length = 60 * minute;
            break;
        case HistoryPeriodChoice::Day:
            length = day;
            break;
        case HistoryPeriodChoice::Week:
            length = 7 * day;
            break;
        case HistoryPeriodChoice::Month:
            length = 30 * day;
            break;
        case HistoryPeriodChoice::Quarter:
            length = 90 * day;
            break;
        case HistoryPeriodChoice::All:
            break;
        }
        // No further back than there is anything to see.
        setPeriod(now - m_ownLength.value_or(std::min(length, reach)), now, true);
    });
}

void HistoryView::setPeriod(qint64 from, qint64 to, bool follows)
{
    // While time passes, the list follows by itself.
    const bool passes = m_asked && follows && m_follows;
    m_follows = follows;
    m_timeline->setPeriod(from, to);
    showPeriodChoice();
    refresh();
    if (!passes)
        scopeChanged();
}

void HistoryView::refresh()
{
    if (!m_store)
        return;
    m_ticket.cancel();
    m_ticket = {};
    const HistoryPeriod period { QDateTime::fromMSecsSinceEpoch(m_timeline->from(), Qt::UTC), QDateTime::fromMSecsSinceEpoch(m_timeline->to(), Qt::UTC) };
    m_store->levels(period, wantedSteps, m_ticket, this, [this](const HistoryLevels &levels) { m_timeline->showLevels(levels); });
    m_portPanel->setVisible(m_port.has_value());
    if (m_port)
        m_portPanel->show(*m_port, period);
}

void HistoryView::scopeChanged()
{
    m_pause.start();
}

void HistoryView::ask()
{
    m_asked = true;
    HistoryQuery query;
    if (const std::optional<HistoryPeriod> span = m_timeline->selection()) {
        query.from = span->from;
        query.to = span->to;
    } else {
        const bool everything = m_follows && !m_ownLength && m_choice == HistoryPeriodChoice::All;
        if (!everything)
            query.from = QDateTime::fromMSecsSinceEpoch(m_timeline->from(), Qt::UTC);
        if (!m_follows)
            query.to = QDateTime::fromMSecsSinceEpoch(m_timeline->to(), Qt::UTC);
    }
    query.filter = m_filter;
    if (const QVariant kind = m_kind->currentData(); kind.isValid())
        query.kind = static_cast<HistoryEventKind>(kind.toInt());
    m_model->ask(query);
    showEmptyState();
}

void HistoryView::filterTyped()
{
    const FilterExpression filter = FilterExpression::parse(m_field->text());
    m_filterError->setVisible(filter.error().has_value());
    m_filterError->setText(filter.error() ? filter.error()->message : QString());
    m_filter = filter.isEmpty() ? nullptr : std::make_shared<HistoryFilter>(filter);
    scopeChanged();
}

bool HistoryView::isFiltered() const
{
    return m_filter || m_kind->currentData().isValid() || m_timeline->selection();
}

void HistoryView::showStatus()
{
    QStringList lines;
    if (m_store) {
        for (const QString &line : { m_store->status().message, m_store->status().notice }) {
            if (!line.isEmpty())
                lines += line;
        }
    }
    m_notice->setText(lines.join(QLatin1Char('\n')));
    m_notice->setVisible(!lines.isEmpty());
    showEmptyState();
}

void HistoryView::showHeader()
{
    if (!m_extent.first.isValid()) {
        m_header->clear();
        return;
    }
    QString text = tr("%n event(s) since %1, %2 on the disk.", nullptr, static_cast<int>(std::min<qint64>(m_extent.events, INT_MAX)))
                       .arg(history_words::time(m_extent.first), QLocale().formattedDataSize(m_extent.bytes));
    if (m_model->isCut())
        text += QLatin1Char(' ') + tr("The list ends after %1; choose a span of time to see older ones.").arg(QLocale().toString(HistoryModel::mostRows));
    m_header->setText(text);
}

void HistoryView::showPeriodChoice()
{
    const std::optional<HistoryPeriod> span = m_timeline->selection();
    m_span->setVisible(span.has_value());
    if (span)
        m_span->setText(tr("✕ %1", "stop showing only this span of time").arg(history_words::period(*span)));
    // What was zoomed to has no name of its own.
    const int other = m_period->findData({});
    if (m_follows && !m_ownLength) {
        if (other >= 0)
            m_period->removeItem(other);
        m_period->setCurrentIndex(std::max(0, m_period->findData(static_cast<int>(m_choice))));
        m_period->setToolTip(tr("How far back to look"));
        return;
    }
    const QString shown = history_words::period({ QDateTime::fromMSecsSinceEpoch(m_timeline->from(), Qt::UTC), QDateTime::fromMSecsSinceEpoch(m_timeline->to(), Qt::UTC) });
    if (other < 0)
        m_period->addItem(tr("Another period"));
    m_period->setCurrentIndex(m_period->count() - 1);
    m_period->setToolTip(shown);
}

void HistoryView::showEmptyState()
{
    bool anyListener = false;
    for (int row = 0; row < std::min(m_model->rowCount(), 50) && !anyListener; ++row)
        anyListener = m_model->event(row).state != nullptr;
    const bool empty = m_model->rowCount() == 0 || (!anyListener && m_model->isComplete() && !isFiltered());
    m_pages->setCurrentWidget(empty ? static_cast<QWidget *>(m_empty) : m_table);
    if (!empty)
        return;
    if (!m_store) {
        m_empty->setText(tr("A snapshot shows one moment and has no history. Start Portolan without a file to see what opens, closes and changes."));
    } else if (!m_store->status().known || m_model->isBusy() || !m_asked) {
        m_empty->setText(tr("Looking into the history…"));
    } else if (isFiltered()) {
        m_empty->setText(tr("Nothing that happened in this time answers. Choose a longer time, or another filter."));
    } else if (m_follows) {
        m_empty->setText(tr("Nothing has opened, closed or changed in this time.\n"
                            "Start or stop a program that listens, and it appears here. What is there from the start is in Listening; "
                            "what happens while Portolan is not running is found when it starts again, and the time between is hatched."));
    } else {
        m_empty->setText(tr("Nothing opened, closed or changed in this time."));
    }
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

void HistoryView::prefetch()
{
    const QScrollBar *bar = m_table->verticalScrollBar();
    if (bar->maximum() - bar->value() < 4 * std::max(1, bar->pageStep()))
        m_model->fetchMore({});
}

std::optional<quint16> HistoryView::currentPort() const
{
    const QVariant port = m_table->currentIndex().data(HistoryModel::PortRole);
    return port.isValid() ? std::optional(static_cast<quint16>(port.toUInt())) : std::nullopt;
}

void HistoryView::showPort(quint16 port)
{
    if (m_port != port) {
        m_port = port;
        refresh();
    }
    if (currentPort() == port)
        return;
    m_selecting = true;
    int row = 0;
    while (row < m_model->rowCount() && m_model->index(row, 0).data(HistoryModel::PortRole) != port)
        ++row;
    if (row < m_model->rowCount()) {
        m_table->selectRow(row);
        m_table->scrollTo(m_model->index(row, 0));
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
    return m_field;
}

} // namespace portolan
