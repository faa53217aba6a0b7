// SPDX-License-Identifier: GPL-3.0-or-later
#include "listeners/listener_table.h"

#include "listeners/listener_delegate.h"
#include "listeners/table_header.h"
#include "models/listener_labels.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QScrollBar>

namespace portolan {

namespace {

constexpr std::chrono::milliseconds recentMovement { 1500 };

/// Without a list of every selected row, which would be long after Ctrl+A.
bool severalRows(const QItemSelection &selection)
{
    return std::any_of(selection.begin(), selection.end(), [&selection](const QItemSelectionRange &range) {
        return range.height() > 1 || range.top() != selection.first().top();
    });
}

/// From top to bottom. QItemSelectionModel::selectedRows() asks about each cell of each row; here
/// whole rows are selected only.
QList<int> rowsOf(const QItemSelection &selection)
{
    QList<int> rows;
    for (const QItemSelectionRange &range : selection) {
        for (int row = range.top(); row <= range.bottom(); ++row)
            rows.append(row);
    }
    std::sort(rows.begin(), rows.end());
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
    return rows;
}

/// Few ranges, because a view looks through all of them for each cell it paints.
QItemSelection selectionOf(QList<int> rows, const QAbstractItemModel &model)
{
    std::sort(rows.begin(), rows.end());
    QItemSelection selection;
    for (qsizetype begin = 0; begin < rows.size();) {
        qsizetype end = begin + 1;
        while (end < rows.size() && rows.at(end) == rows.at(end - 1) + 1)
            ++end;
        selection.append(QItemSelectionRange(model.index(rows.at(begin), 0),
                                             model.index(rows.at(end - 1), listenerColumnCount - 1)));
        begin = end;
    }
    return selection;
}

QItemSelection firstCell(const QItemSelection &selection)
{
    if (selection.isEmpty())
        return {};
    const QModelIndex cell = selection.first().topLeft();
    return QItemSelection(cell, cell);
}

} // namespace

ListenerTable::ListenerTable(ListenerFilterModel *model, QWidget *parent)
    : QTableView(parent)
    , m_model(model)
    , m_delegate(new ListenerDelegate(this))
    , m_header(new TableHeader(this))
{
    setObjectName(QStringLiteral("listeningPorts"));
    setAccessibleName(tr("Listening ports"));
    // Before the view connects to the model: it has to know the selection before the view drops it.
    connect(model, &QAbstractItemModel::modelAboutToBeReset, this, &ListenerTable::keepSelection);
    // The header drops the selection as well when the model resets: it has to come before restoreSelection().
    setHorizontalHeader(m_header);
    setModel(model);
    connect(model, &QAbstractItemModel::modelReset, this, &ListenerTable::restoreSelection);
    setItemDelegate(m_delegate);

    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setEditTriggers(NoEditTriggers);
    setShowGrid(false);
    setWordWrap(false);
    setTabKeyNavigation(false);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollMode(ScrollPerPixel);
    setVerticalScrollMode(ScrollPerPixel);
    setMouseTracking(true);
    setCornerButtonEnabled(false);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    setUpHeader();
    adaptToFont();

    m_activity.setSingleShot(true);
    m_activity.setInterval(recentMovement);
    connect(&m_activity, &QTimer::timeout, this, &ListenerTable::updateHeld);
    for (QScrollBar *bar : {verticalScrollBar(), horizontalScrollBar()}) {
        connect(bar, &QScrollBar::actionTriggered, this, &ListenerTable::personIsActive);
        connect(bar, &QScrollBar::sliderPressed, this, &ListenerTable::updateHeld);
        connect(bar, &QScrollBar::sliderReleased, this, &ListenerTable::personIsActive);
    }
}

void ListenerTable::adaptToFont()
{
    verticalHeader()->setMinimumSectionSize(10);
    verticalHeader()->setDefaultSectionSize(ListenerDelegate::rowHeight(fontMetrics()));
    fitColumns();
}

void ListenerTable::setHighlighted(Marks marks)
{
    m_delegate->setHighlighted(marks);
    viewport()->update();
}

Marks ListenerTable::highlighted() const
{
    return m_delegate->highlighted();
}

ListenerPtr ListenerTable::currentListener() const
{
    QModelIndex index = currentIndex();
    if (!index.isValid() || !selectionModel()->isRowSelected(index.row())) {
        const QItemSelection selection = selectionModel()->selection();
        index = selection.isEmpty() ? QModelIndex() : QModelIndex(selection.first().topLeft());
    }
    return index.isValid() ? m_model->row(index).listener : nullptr;
}

QList<ListenerPtr> ListenerTable::selectedListeners() const
{
    const QList<int> rows = rowsOf(selectionModel()->selection());
    QList<ListenerPtr> listeners;
    listeners.reserve(rows.size());
    for (const int row : rows)
        listeners.append(m_model->row(m_model->index(row, 0)).listener);
    return listeners;
}

bool ListenerTable::select(const ListenerKey &key)
{
    const QModelIndex index = m_model->indexOf(key);
    if (!index.isValid())
        return false;
    selectionModel()->setCurrentIndex(index.siblingAtColumn(static_cast<int>(ListenerColumn::Port)),
                                      QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    scrollTo(currentIndex());
    return true;
}

bool ListenerTable::selectPort(quint16 port)
{
    for (int i = 0; i < m_model->rowCount(); ++i) {
        const ListenerRow &row = m_model->row(m_model->index(i, 0));
        if (row.listener->port() == port && row.state != RowState::Closed)
            return select(row.listener->key);
    }
    return false;
}

void ListenerTable::keepSelection()
{
    m_keptIds.clear();
    for (const int row : rowsOf(selectionModel()->selection()))
        m_keptIds.append(m_model->row(m_model->index(row, 0)).id);
    const QModelIndex current = currentIndex();
    m_keptCurrent = current.isValid() ? std::optional(m_model->row(current).id) : std::nullopt;
    m_keptColumn = current.column();
    m_keptScroll = verticalScrollBar()->value();
    m_restoring = true;
}

void ListenerTable::restoreSelection()
{
    QList<int> rows;
    rows.reserve(m_keptIds.size());
    for (const quint64 id : std::as_const(m_keptIds)) {
        const QModelIndex index = m_model->indexOfId(id);
        if (index.isValid())
            rows.append(index.row());
    }
    const QItemSelection selection = selectionOf(std::move(rows), *m_model);
    const QModelIndex current = m_keptCurrent ? m_model->indexOfId(*m_keptCurrent, m_keptColumn) : QModelIndex();
    if (current.isValid())
        selectionModel()->setCurrentIndex(current, QItemSelectionModel::NoUpdate);
    selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect);
    updateGeometries();
    verticalScrollBar()->setValue(m_keptScroll);
    m_restoring = false;
    updateHeld();
    Q_EMIT currentListenerChanged();
}

void ListenerTable::copyRows() const
{
    const QHeaderView *header = horizontalHeader();
    QList<int> columns;
    for (int visual = 0; visual < header->count(); ++visual) {
        const int logical = header->logicalIndex(visual);
        if (!header->isSectionHidden(logical))
            columns.append(logical);
    }
    const QList<int> rows = rowsOf(selectionModel()->selection());
    if (rows.isEmpty())
        return;
    QString text;
    const auto end = [&](int column) { text += QLatin1Char(column == columns.constLast() ? '\n' : '\t'); };
    for (const int column : std::as_const(columns)) {
        text += ListenerModel::columnTitle(static_cast<ListenerColumn>(column));
        end(column);
    }
    for (const int row : rows) {
        const ListenerRow &listener = m_model->row(m_model->index(row, 0));
        for (const int column : std::as_const(columns)) {
            text += m_model->listeners().cellText(listener, static_cast<ListenerColumn>(column));
            end(column);
        }
    }
    QGuiApplication::clipboard()->setText(text);
}

void ListenerTable::copyAddresses() const
{
    QStringList lines;
    for (const ListenerPtr &listener : selectedListeners())
        lines.append(labels::addressesWithPort(*listener));
    if (!lines.isEmpty())
        QGuiApplication::clipboard()->setText(lines.join(QLatin1Char('\n')));
}

void ListenerTable::personIsActive()
{
    m_activity.start();
    updateHeld();
}

void ListenerTable::personLeft()
{
    m_activity.stop();
    updateHeld();
}

void ListenerTable::updateHeld()
{
    if (m_restoring)
        return;
    const bool held = m_pressed || m_menuOpen || m_activity.isActive() || verticalScrollBar()->isSliderDown()
        || horizontalScrollBar()->isSliderDown() || severalRows(selectionModel()->selection());
    if (held == m_model->isHeld())
        return;
    m_model->setHeld(held);
    Q_EMIT heldChanged(held);
}

void ListenerTable::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy)) {
        copyRows();
    } else if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && currentIndex().isValid()) {
        Q_EMIT goToProcessWanted();
    } else if (event->key() == Qt::Key_Space || event->key() == Qt::Key_Slash || event->key() == Qt::Key_Escape) {
        event->ignore();
    } else {
        QTableView::keyPressEvent(event);
    }
}

void ListenerTable::mousePressEvent(QMouseEvent *event)
{
    m_pressed = true;
    personIsActive();
    QTableView::mousePressEvent(event);
}

void ListenerTable::mouseReleaseEvent(QMouseEvent *event)
{
    QTableView::mouseReleaseEvent(event);
    m_pressed = false;
    personIsActive();
}

void ListenerTable::mouseDoubleClickEvent(QMouseEvent *event)
{
    QTableView::mouseDoubleClickEvent(event);
    if (event->button() == Qt::LeftButton && indexAt(event->position().toPoint()).isValid())
        Q_EMIT goToProcessWanted();
}

bool ListenerTable::viewportEvent(QEvent *event)
{
    switch (event->type()) {
    case QEvent::MouseMove:
    case QEvent::Wheel:
    case QEvent::TouchBegin:
    case QEvent::TouchUpdate:
        personIsActive();
        break;
    case QEvent::Leave:
        personLeft();
        break;
    default:
        break;
    }
    return QTableView::viewportEvent(event);
}

void ListenerTable::changeEvent(QEvent *event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        adaptToFont();
}

void ListenerTable::selectionChanged(const QItemSelection &selected, const QItemSelection &deselected)
{
    // To tell assistive technology of the first cell, QTableView lists all of them; after Ctrl+A in a
    // long table that takes longer than a person waits.
    QTableView::selectionChanged(firstCell(selected), firstCell(deselected));
    QAbstractItemView::selectionChanged(selected, deselected);
    updateHeld();
    if (!m_restoring)
        Q_EMIT currentListenerChanged();
}

void ListenerTable::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTableView::currentChanged(current, previous);
    if (!m_restoring)
        Q_EMIT currentListenerChanged();
}

void ListenerTable::dataChanged(const QModelIndex &topLeft, const QModelIndex &bottomRight, const QList<int> &roles)
{
    QTableView::dataChanged(topLeft, bottomRight, roles);
    // The state tints the whole row.
    viewport()->update();
}

} // namespace portolan
