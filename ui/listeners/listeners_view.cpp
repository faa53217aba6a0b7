// SPDX-License-Identifier: GPL-3.0-or-later
#include "listeners/listeners_view.h"

#include "inspector/explanation_panel.h"
#include "inspector/process_panel.h"
#include "inspector/stop_controller.h"
#include "listeners/empty_page.h"
#include "listeners/full_view_message.h"
#include "listeners/legend_bar.h"
#include "listeners/listener_table.h"
#include "listeners/namespace_button.h"
#include "listeners/step_actions.h"
#include "ownnotes/own_notes_store.h"

#include <QDataStream>
#include <QHeaderView>
#include <QIODevice>
#include <QLabel>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace portolan {

namespace {

constexpr std::chrono::milliseconds tickInterval {1000};

} // namespace

ListenersView::ListenersView(KnowledgePtr knowledge, QWidget *parent, ListenerModel::Now now)
    : QWidget(parent)
    , m_model(new ListenerModel(this, now))
    , m_filtered(new ListenerFilterModel(m_model, this))
    , m_now(std::move(now))
    , m_steps(new StepActions(this))
{
    build(knowledge);
    connectParts();
    showPage();
}

void ListenersView::build(const KnowledgePtr &knowledge)
{
    m_summary = new SummaryBar(this);
    m_fullView = new FullViewMessage(this);
    m_banner = new QLabel(this);
    m_table = new ListenerTable(m_filtered, this);
    m_empty = new EmptyPage(this);
    m_legend = new LegendBar(this);
    m_explanation = new ExplanationPanel(knowledge, this);
    m_process = new ProcessPanel(this);

    m_banner->setObjectName(QStringLiteral("banner"));
    m_banner->setTextFormat(Qt::PlainText);
    m_banner->setWordWrap(true);
    m_banner->setContentsMargins(12, 6, 12, 6);
    m_banner->setAutoFillBackground(true);
    m_banner->hide();

    m_pages = new QStackedWidget(this);
    m_pages->addWidget(m_table);
    m_pages->addWidget(m_empty);

    auto *tableArea = new QWidget(this);
    auto *tableColumn = new QVBoxLayout(tableArea);
    tableColumn->setContentsMargins(0, 0, 0, 0);
    tableColumn->setSpacing(0);
    tableColumn->addWidget(m_pages, 1);
    tableColumn->addWidget(m_legend);

    m_rows = new QSplitter(Qt::Vertical, this);
    m_rows->setObjectName(QStringLiteral("rowsSplitter"));
    m_rows->addWidget(tableArea);
    m_rows->addWidget(m_process);
    m_rows->setStretchFactor(0, 1);
    m_rows->setStretchFactor(1, 0);
    m_rows->setCollapsible(0, false);

    m_columns = new QSplitter(Qt::Horizontal, this);
    m_columns->setObjectName(QStringLiteral("columnsSplitter"));
    m_columns->addWidget(m_rows);
    m_columns->addWidget(m_explanation);
    m_columns->setStretchFactor(0, 1);
    m_columns->setStretchFactor(1, 0);
    m_columns->setCollapsible(0, false);
    for (QSplitter *splitter : {m_rows, m_columns}) {
        splitter->setHandleWidth(5);
        connect(splitter, &QSplitter::splitterMoved, this, [this] { m_ownSizes = true; });
    }

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_summary);
    column->addWidget(m_fullView);
    column->addWidget(m_banner);
    column->addWidget(m_columns, 1);
}

void ListenersView::connectParts()
{
    connect(m_summary, &SummaryBar::filterWanted, this, &ListenersView::filterWanted);
    connect(m_summary, &SummaryBar::fullViewWanted, this, &ListenersView::fullViewWanted);
    connect(m_summary->namespaces(), &NamespaceButton::chosen, this, &ListenersView::namespaceWanted);
    connect(m_table, &ListenerTable::namespaceWanted, this, &ListenersView::namespaceWanted);
    connect(m_empty, &EmptyPage::clearFilterWanted, this, [this] { Q_EMIT filterWanted(QString()); });
    connect(m_legend, &LegendBar::highlightedChanged, m_table, &ListenerTable::setHighlighted);

    connect(m_table, &ListenerTable::currentListenerChanged, this, &ListenersView::showCurrent);
    connect(m_table, &ListenerTable::goToProcessWanted, this, &ListenersView::goToProcess);
    connect(m_table, &ListenerTable::stopWanted, this, &ListenersView::stopProcess);
    connect(m_table, &ListenerTable::explainWanted, this, [this] { m_explanation->setFocus(); });
    connect(m_table, &ListenerTable::ownNoteWanted, m_explanation, &ExplanationPanel::editOwnNote);
    connect(m_table, &ListenerTable::filterWanted, this, &ListenersView::filterTermWanted);
    connect(m_table, &ListenerTable::heldChanged, this, [this](bool held) {
        if (!held)
            tick();
    });
    connect(m_explanation, &ExplanationPanel::stepWanted, this, &ListenersView::takeStep);
    connect(m_steps, &StepActions::told, this, &ListenersView::told);
    offerSteps();
    connect(m_explanation, &ExplanationPanel::portActivated, this, &ListenersView::showPort);
    connect(m_process, &ProcessPanel::refreshWanted, this, &ListenersView::refreshWanted);
    connect(m_process, &ProcessPanel::listenerActivated, this, [this](const ListenerKey &key) {
        if (!m_table->select(key)) {
            Q_EMIT filterWanted(QString());
            m_table->select(key);
        }
    });
    for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(m_filtered, signal, this, &ListenersView::showPage);
    connect(m_filtered, &QAbstractItemModel::modelReset, this, &ListenersView::showPage);
    connect(m_filtered, &QAbstractItemModel::layoutChanged, this, &ListenersView::showPage);

    m_tick.setInterval(tickInterval);
    connect(&m_tick, &QTimer::timeout, this, &ListenersView::tick);
}

void ListenersView::apply(const Update &update)
{
    if (!update.snapshot)
        return;
    const bool filling = !m_snapshot;
    m_snapshot = update.snapshot;
    m_model->apply(update);
    if (filling || update.first || !update.delta.isEmpty()) {
        QSet<quint16> ports;
        QMap<QString, int> namespaces;
        for (const ListenerPtr &listener : update.snapshot->listeners) {
            ports.insert(listener->port());
            ++namespaces[listener->endpoints.constFirst().networkNamespace];
        }
        m_explanation->setListeningPorts(ports);
        m_summary->namespaces()->setNamespaces(namespaces);
        m_table->setSeveralNamespaces(namespaces.size() > 1);
    }
    showCounts();
    showBanner();
    showPage();
    if (m_wantedPort) {
        showPort(*std::exchange(m_wantedPort, std::nullopt));
    } else if (update.reassessed || !update.delta.isEmpty()) {
        // Its worker processes or those of its other listeners may have changed.
        m_shown.reset();
        if (!m_explainedPort || !m_table->selectPort(*m_explainedPort))
            showCurrent();
    }
}

void ListenersView::setKnowledge(const KnowledgePtr &knowledge)
{
    m_explanation->setKnowledge(knowledge);
}

void ListenersView::setFullView(FullViewState state, bool offered)
{
    m_summary->setFullView(state, offered);
    m_fullView->setState(state);
    m_offersFullView = offered && state != FullViewState::On;
    offerSteps();
}

void ListenersView::offerStep(NextStep step)
{
    m_stepsOfOthers.insert(step);
    offerSteps();
}

void ListenersView::offerSteps()
{
    QSet<NextStep> steps;
    // Of a picture from a file, perhaps another machine's, nothing can be done here.
    if (!m_file) {
        steps = m_stepsOfOthers;
        steps.unite({ NextStep::LookAtFile, NextStep::KeepProgram, NextStep::StopProgram, NextStep::RestartProgram });
        if (m_offersFullView)
            steps.insert(NextStep::SeeFully);
    }
    m_explanation->setOfferedSteps(steps);
}

void ListenersView::takeStep(NextStep step, const ListenerPtr &listener)
{
    switch (step) {
    case NextStep::StopProgram:
        stopProcess();
        break;
    case NextStep::SeeFully:
        Q_EMIT fullViewWanted(true);
        break;
    case NextStep::LookAtFile:
    case NextStep::KeepProgram:
    case NextStep::RestartProgram:
        m_steps->take(step, listener);
        break;
    default:
        Q_EMIT stepWanted(step, listener);
    }
}

void ListenersView::showCounts()
{
    const ListenerModel::Counts counts = m_model->counts();
    m_summary->setCounts(counts);
    m_summary->setPicture(m_snapshot, counts.inferred);
    m_legend->setCounts(counts.marks);
}

void ListenersView::showBanner()
{
    QStringList lost;
    for (const Remark remark : m_snapshot->remarks) {
        if (remark == Remark::ProcUnreadable || remark == Remark::TableUnreadable)
            lost.append(remarkText(remark));
    }
    const QString text = lost.join(QLatin1Char('\n'));
    if (m_banner->text() != text)
        m_banner->setText(text);
    m_banner->setVisible(!text.isEmpty());
}

void ListenersView::showPage()
{
    if (m_filtered->rowCount() > 0) {
        m_pages->setCurrentWidget(m_table);
        return;
    }
    m_empty->setReason(!m_snapshot                    ? EmptyPage::Reason::Looking
                           : m_filtered->filter().asksForBaseline() && !isJudgedByABaseline() ? EmptyPage::Reason::NothingAccepted
                           : m_model->rowCount() > 0 ? EmptyPage::Reason::NothingMatches
                           : m_file                  ? EmptyPage::Reason::FileHasNone
                                                     : EmptyPage::Reason::NothingListens);
    m_pages->setCurrentWidget(m_empty);
}

bool ListenersView::isJudgedByABaseline() const
{
    for (int i = 0; i < m_model->rowCount(); ++i) {
        if (m_model->row(i).assessment->baseline)
            return true;
    }
    return false;
}

void ListenersView::showUnreadable()
{
    m_empty->setReason(EmptyPage::Reason::FileUnreadable);
    m_pages->setCurrentWidget(m_empty);
}

void ListenersView::tick()
{
    if (!m_filtered->isHeld())
        m_model->expire(m_now());
    // Ages are told at the time of painting.
    const int since = static_cast<int>(ListenerColumn::Since);
    if (!m_table->isColumnHidden(since))
        m_table->viewport()->update(m_table->columnViewportPosition(since), 0, m_table->columnWidth(since),
                                    m_table->viewport()->height());
}

void ListenersView::showEvent(QShowEvent *event)
{
    m_tick.start();
    tick();
    QWidget::showEvent(event);
}

void ListenersView::hideEvent(QHideEvent *event)
{
    m_tick.stop();
    QWidget::hideEvent(event);
}

void ListenersView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    shareRoom();
}

void ListenersView::shareRoom()
{
    if (m_ownSizes)
        return;
    // The table's columns come first; the explanation can do with some 300 pixels of a common font.
    const int unit = fontMetrics().averageCharWidth();
    const int wide = std::clamp(std::min(width() * 33 / 100, width() - 94 * unit), std::min(width() / 2, 34 * unit),
                                std::max(width() / 2, 68 * unit));
    m_columns->setSizes({width() - wide, wide});
    const int height = m_columns->height();
    const int low = std::clamp(height * 36 / 100, std::min(height * 2 / 5, 14 * fontMetrics().height()),
                               20 * fontMetrics().height());
    m_rows->setSizes({height - low, low});
}

void ListenersView::showDetails(const FocusDetails &details)
{
    m_process->showDetails(details);
}

void ListenersView::setLiveness(SummaryBar::Liveness liveness, std::chrono::milliseconds interval)
{
    m_file = liveness == SummaryBar::Liveness::File;
    m_summary->setLiveness(liveness, interval);
    offerSteps();
    showPage();
}

void ListenersView::setFilter(const FilterExpression &filter)
{
    m_filtered->setFilter(filter);
    m_summary->namespaces()->setCurrent(filter.networkNamespace());
    showPage();
}

void ListenersView::setOwnNotes(OwnNotesStore *store)
{
    m_explanation->setOwnNotes(store);
    m_table->setOwnNotesOffered(store != nullptr);
    const auto show = [this, store] {
        m_model->setOwnNotes(store->notes());
        showPage();
    };
    connect(store, &OwnNotesStore::changed, this, show);
    show();
}

AssessmentPtr ListenersView::assessmentOf(const ListenerKey &key) const
{
    const int row = m_model->rowOf(key);
    return row < 0 ? nullptr : m_model->row(row).assessment;
}

QList<ListenerPtr> ListenersView::filteredListeners() const
{
    QList<ListenerPtr> listeners;
    for (int i = 0; i < m_filtered->rowCount(); ++i) {
        const ListenerRow &row = m_filtered->row(m_filtered->index(i, 0));
        if (row.state != RowState::Closed)
            listeners.append(row.listener);
    }
    return listeners;
}

QList<ListenerPtr> ListenersView::ofSameProcess(const Listener &listener) const
{
    QSet<ProcessKey> processes;
    for (const ProcessPtr &process : listener.owner->processes)
        processes.insert(process->key);
    QList<ListenerPtr> found;
    for (int i = 0; i < m_model->rowCount(); ++i) {
        const ListenerRow &row = m_model->row(i);
        if (row.state == RowState::Closed)
            continue;
        const QList<ProcessPtr> &theirs = row.listener->owner->processes;
        const bool shares = row.listener->key == listener.key
            || std::any_of(theirs.begin(), theirs.end(),
                           [&processes](const ProcessPtr &process) { return processes.contains(process->key); });
        if (shares)
            found.append(row.listener);
    }
    std::sort(found.begin(), found.end(),
              [](const ListenerPtr &a, const ListenerPtr &b) { return a->key < b->key; });
    return found;
}

void ListenersView::showCurrent()
{
    const ListenerPtr current = m_table->currentListener();
    if (current == m_shown && current)
        return;
    const bool another = !m_shown || !current || !(m_shown->key == current->key);
    m_shown = current;
    if (!current) {
        if (m_explainedPort)
            m_explanation->showPort(*m_explainedPort, std::nullopt);
        else
            m_explanation->clear();
        m_process->clear();
        Q_EMIT focusChanged(nullptr);
        return;
    }
    m_explainedPort.reset();
    AssessmentPtr assessment = assessmentOf(current->key);
    if (!assessment) {
        // It lingers after it closed.
        const QModelIndex index = m_table->currentIndex();
        assessment = index.isValid() ? m_filtered->row(index).assessment : std::make_shared<const Assessment>();
    }
    m_explanation->showListener(current, assessment);
    m_process->showListener(current, ofSameProcess(*current));
    if (another)
        Q_EMIT focusChanged(current);
}

void ListenersView::showPort(quint16 port)
{
    if (!m_snapshot) {
        m_wantedPort = port;
        m_explanation->showPort(port, std::nullopt);
        return;
    }
    const bool listens = std::any_of(m_snapshot->listeners.begin(), m_snapshot->listeners.end(),
                                     [port](const ListenerPtr &listener) { return listener->port() == port; });
    if (listens) {
        if (m_table->selectPort(port))
            return;
        Q_EMIT filterWanted(QString());
        if (m_table->selectPort(port))
            return;
    }
    m_explainedPort = port;
    m_table->clearSelection();
    m_explanation->showPort(port, std::nullopt);
}

void ListenersView::goToProcess()
{
    if (!m_table->currentListener())
        return;
    QList<int> sizes = m_rows->sizes();
    if (sizes.value(1) == 0) {
        // The panel was folded away.
        const int panel = m_process->sizeHint().height();
        m_rows->setSizes({std::max(1, m_rows->height() - panel), panel});
    }
    m_process->takeFocus();
}

void ListenersView::askPort()
{
    m_explanation->askPort();
}

void ListenersView::stopProcess()
{
    const ListenerPtr listener = m_table->currentListener();
    if (!listener || !StopController::refusal(*listener).isEmpty())
        return;
    StopController *controller = StopController::ask(listener, ofSameProcess(*listener), window());
    connect(controller, &StopController::finished, this, &ListenersView::refreshWanted);
}

QByteArray ListenersView::saveSplitters() const
{
    // Until the person chooses, the sizes follow the window.
    if (!m_ownSizes)
        return {};
    QByteArray state;
    QDataStream stream(&state, QIODevice::WriteOnly);
    stream << m_columns->saveState() << m_rows->saveState();
    return state;
}

void ListenersView::restoreSplitters(const QByteArray &state)
{
    QDataStream stream(state);
    QByteArray columns;
    QByteArray rows;
    stream >> columns >> rows;
    if (stream.status() != QDataStream::Ok)
        return;
    m_ownSizes = m_columns->restoreState(columns) && m_rows->restoreState(rows);
}

void ListenersView::setHighlighted(Marks marks)
{
    m_legend->setHighlighted(marks);
}

} // namespace portolan
