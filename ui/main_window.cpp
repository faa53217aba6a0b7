// SPDX-License-Identifier: GPL-3.0-or-later
#include "main_window.h"

#include "compare/compare_view.h"
#include "filter/filter_edit.h"
#include "history/history_view.h"
#include "listeners/filter_field.h"
#include "listeners/listener_table.h"
#include "listeners/listeners_view.h"
#include "ownnotes/own_notes_store.h"
#include "portmap/port_map_view.h"
#include "report/export_dialog.h"

#include <QButtonGroup>
#include <QCloseEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScreen>
#include <QSettings>
#include <QStackedWidget>
#include <QToolButton>

namespace portolan {

namespace {

constexpr std::chrono::milliseconds hiddenInterval = Monitor::maximumInterval;

} // namespace

MainWindow::MainWindow(KnowledgePtr knowledge, Monitor *monitor, QSettings *settings, QWidget *parent)
    : QMainWindow(parent)
    , m_knowledge(std::move(knowledge))
    , m_monitor(monitor)
    , m_settings(settings)
    , m_values(WindowSettings::load(*settings))
{
    setObjectName(QStringLiteral("mainWindow"));
    setWindowTitle(QStringLiteral("Portolan"));
    setAccessibleName(QStringLiteral("Portolan"));
    setAcceptDrops(true);
    buildFrame();

    m_listeners = new ListenersView(m_knowledge, this);
    addView(QStringLiteral("listening"), tr("Listening"), m_listeners);
    connect(m_listeners, &ListenersView::filterWanted, this, &MainWindow::setFilterText);
    connect(m_listeners, &ListenersView::told, this, &MainWindow::showError);
    connect(m_listeners, &ListenersView::filterTermWanted, this, &MainWindow::addFilterTerm);
    connect(m_listeners, &ListenersView::namespaceWanted, this, [this](const QString &name) {
        setFilterText(withFilterTerm(m_filter->text(), QStringLiteral("namespace"), name));
    });
    connect(m_filter, &FilterField::filterChanged, this, [this](const FilterExpression &filter) {
        m_listeners->setFilter(filter);
        showFilterError();
    });
    addPortViews();
    addCompareView();
    buildActions();
    buildMenu();
    buildFilterParts();
    buildFullViewMenu();
    buildBaselineMenu();
    connectMonitor();
    restore();
    showLiveness();
    m_listeners->table()->setFocus();
}

MainWindow::~MainWindow() = default;

void MainWindow::connectMonitor()
{
    if (!m_monitor)
        return;
    connect(m_monitor, &Monitor::updateAvailable, this, [this] {
        const std::optional<Update> update = m_monitor->take();
        if (!update)
            return;
        m_live = *update;
        m_live->delta = {};
        Q_EMIT sampled(*update);
        if (!m_file)
            showUpdate(*update);
    });
    connect(m_monitor, &Monitor::detailsAvailable, m_listeners, &ListenersView::showDetails);
    connect(m_monitor, &Monitor::pausedChanged, this, &MainWindow::showLiveness);
    connect(m_listeners, &ListenersView::focusChanged, this, [this](const ListenerPtr &listener) { m_monitor->setFocus(m_file ? nullptr : listener); });
    connect(m_listeners, &ListenersView::refreshWanted, m_monitor, &Monitor::refresh);
    connect(m_refresh, &QToolButton::clicked, m_monitor, &Monitor::refresh);
    connect(m_pause, &QPushButton::toggled, this, &MainWindow::setPaused);
    buildAsking();
}

void MainWindow::addView(const QString &id, const QString &label, QWidget *view)
{
    auto *button = new QToolButton(this);
    button->setObjectName(id);
    button->setText(label);
    button->setAccessibleName(label);
    button->setCheckable(true);
    button->setFocusPolicy(Qt::StrongFocus);
    m_viewButtons->addButton(button, m_views->addWidget(view));
    m_switch->addWidget(button);
    if (m_views->count() == 1)
        button->setChecked(true);
    adaptColours();
}

void MainWindow::showView(const QString &id)
{
    for (QAbstractButton *button : m_viewButtons->buttons()) {
        if (button->objectName() == id)
            button->click();
    }
}

void MainWindow::showUpdate(const Update &update)
{
    m_listeners->apply(update);
    m_last = update;
    m_last->delta = {};
    Q_EMIT updated(update);
}

void MainWindow::showFileError(const QString &message)
{
    showError(message);
    m_listeners->showUnreadable();
    m_portMap->showUnreadable();
}

void MainWindow::showError(const QString &message)
{
    m_error->setText(message);
    m_errorBar->setVisible(!message.isEmpty());
}

void MainWindow::showPort(quint16 port)
{
    showView(QStringLiteral("listening"));
    m_listeners->showPort(port);
}

void MainWindow::setPaused(bool paused)
{
    if (m_monitor)
        m_monitor->setPaused(paused);
    showPauseIcon();
    showLiveness();
}

void MainWindow::setInterval(std::chrono::milliseconds interval)
{
    m_values.interval = interval;
    m_interval->setText(intervalButtonText(interval));
    applyInterval();
    showLiveness();
}

void MainWindow::applyInterval()
{
    if (!m_monitor)
        return;
    const bool seen = isVisible() && !isMinimized();
    m_monitor->setInterval(seen ? m_values.interval : hiddenInterval);
}

void MainWindow::showLiveness()
{
    for (QWidget *live : std::initializer_list<QWidget *> { m_pause, m_refresh, m_interval })
        live->setEnabled(m_monitor && !m_file);
    m_backToLive->setEnabled(m_monitor && m_file);
    offerAsking();
    const bool paused = m_monitor && m_monitor->isPaused();
    m_listeners->setLiveness(m_file || !m_monitor ? SummaryBar::Liveness::File
                                 : paused         ? SummaryBar::Liveness::Paused
                                                  : SummaryBar::Liveness::Live,
                             m_values.interval);
}

void MainWindow::showFilterError()
{
    const std::optional<FilterExpression::Error> &error = m_filter->filter().error();
    m_filterError->setText(error ? error->message : QString());
    m_filterError->setVisible(error.has_value() && listening());
}

void MainWindow::setFilterText(const QString &text)
{
    m_filter->setText(text);
    m_filter->applyNow();
}

void MainWindow::addFilterTerm(const QString &term)
{
    const QString before = m_filter->text().trimmed();
    setFilterText(before.isEmpty() ? term : before + QLatin1Char(' ') + term);
}

bool MainWindow::listening() const
{
    return !m_listeners || m_views->currentWidget() == m_listeners;
}

void MainWindow::goToSearch()
{
    QWidget *field = m_searchFields.value(m_views->currentWidget(), m_filter);
    field->setFocus(Qt::ShortcutFocusReason);
    if (auto *line = qobject_cast<QLineEdit *>(field))
        line->selectAll();
}

void MainWindow::escape()
{
    if (QWidget *field = m_searchFields.value(m_views->currentWidget())) {
        if (auto *line = qobject_cast<QLineEdit *>(field))
            line->clear();
        return;
    }
    if (!m_filter->text().isEmpty())
        setFilterText(QString());
    m_listeners->table()->setFocus();
}

void MainWindow::exportReport()
{
    if (!m_last)
        return;
    ExportOffer offer;
    offer.document.host = m_host;
    offer.document.snapshot = m_last->snapshot;
    offer.document.listeners = m_last->snapshot->listeners;
    offer.document.assessments = m_last->assessments;
    offer.document.knowledge = m_knowledge;
    if (m_ownNotes)
        offer.document.ownNotes = m_ownNotes->notes();
    offer.filterText = m_filter->text().trimmed();
    if (!offer.filterText.isEmpty())
        offer.filtered = m_listeners->filteredListeners();
    offer.selected = m_listeners->table()->selectedListeners();
    auto *dialog = new ExportDialog(std::move(offer), this);
    dialog->show();
}

void MainWindow::restore()
{
    if (!restoreGeometry(m_values.geometry))
        resize(QSize(1440, 900).boundedTo(screen()->availableSize()));
    m_listeners->restoreSplitters(m_values.splitters);
    m_listeners->table()->restoreColumns(m_values.columns);
    m_listeners->setHighlighted(m_values.highlighted);
    setFilterText(m_values.filter);
    setInterval(m_values.interval);
}

void MainWindow::save()
{
    m_values.geometry = saveGeometry();
    m_values.splitters = m_listeners->saveSplitters();
    m_values.columns = m_listeners->table()->saveColumns();
    m_values.filter = m_filter->text();
    m_values.history = m_history->state();
    m_values.highlighted = m_listeners->table()->highlighted();
    m_values.viewSplitters.insert(m_compare->objectName(), m_compare->saveColumns());
    m_values.save(*m_settings);
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    save();
    QMainWindow::closeEvent(event);
}

void MainWindow::changeEvent(QEvent *event)
{
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::WindowStateChange)
        applyInterval();
    else if (event->type() == QEvent::PaletteChange)
        adaptColours();
}

void MainWindow::showEvent(QShowEvent *event)
{
    QMainWindow::showEvent(event);
    applyInterval();
}

void MainWindow::hideEvent(QHideEvent *event)
{
    QMainWindow::hideEvent(event);
    applyInterval();
}

void MainWindow::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Space:
        m_pause->click();
        break;
    case Qt::Key_Escape:
        escape();
        break;
    default:
        QMainWindow::keyPressEvent(event);
    }
}

} // namespace portolan
