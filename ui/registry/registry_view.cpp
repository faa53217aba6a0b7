// SPDX-License-Identifier: GPL-3.0-or-later
#include "registry/registry_view.h"

#include "inspector/port_panel.h"
#include "registry/registry_filter_bar.h"
#include "registry/registry_model.h"
#include "text/text.h"
#include "theme/text_field.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QScrollBar>
#include <QSplitter>
#include <QStackedWidget>
#include <QTableView>

namespace portolan {

namespace {

QLabel *teachingLabel(QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setAlignment(Qt::AlignCenter);
    label->setMargin(24);
    return label;
}

} // namespace

RegistryView::RegistryView(KnowledgePtr knowledge, QWidget *parent)
    : QWidget(parent)
    , m_searcher(knowledge)
    , m_model(new RegistryModel(knowledge, this))
    , m_panel(new PortPanel(knowledge, this))
{
    setObjectName(QStringLiteral("registryView"));
    setAccessibleName(tr("The registry and the notes"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(buildBar());
    buildTable();
    m_empty = teachingLabel(this);
    m_empty->setObjectName(QStringLiteral("registryEmpty"));
    m_answers = new QStackedWidget(this);
    m_answers->addWidget(m_table);
    m_answers->addWidget(m_empty);
    m_splitter = new QSplitter(Qt::Horizontal, this);
    m_splitter->setObjectName(QStringLiteral("registrySplitter"));
    m_splitter->addWidget(m_answers);
    m_splitter->addWidget(m_panel);
    m_splitter->setStretchFactor(0, 2);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setSizes({ 840, 460 });
    layout->addWidget(m_splitter, 1);
    m_edition = new QLabel(this);
    m_edition->setObjectName(QStringLiteral("registryEdition"));
    m_edition->setTextFormat(Qt::PlainText);
    m_edition->setContentsMargins(12, 5, 12, 6);
    m_edition->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_edition->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    layout->addWidget(m_edition);
    showEdition(*knowledge);
    adaptToFont();

    connect(m_field, &QLineEdit::textChanged, this, &RegistryView::startSearch);
    connect(m_filters, &RegistryFilterBar::filterChanged, this, [this](const RegistryFilter &filter) {
        if (m_searched)
            startSearch();
        Q_EMIT filterChanged(filter);
    });
    connect(&m_searcher, &RegistrySearcher::answered, this, &RegistryView::takeAnswer);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &RegistryView::rowChosen);
    connect(m_panel, &PortPanel::portActivated, this, [this](quint16 port) {
        showPort(port);
        Q_EMIT portActivated(port);
    });
    connect(m_panel, &PortPanel::listenersWanted, this, &RegistryView::listenersWanted);
}

RegistryView::~RegistryView() = default;

QWidget *RegistryView::buildBar()
{
    auto *bar = new QWidget(this);
    auto *layout = new QVBoxLayout(bar);
    layout->setContentsMargins(12, 8, 12, 8);
    auto *line = new QHBoxLayout;
    m_field = new TextField(bar);
    m_field->setObjectName(QStringLiteral("registrySearch"));
    m_field->setAccessibleName(tr("Search the registry"));
    m_field->setPlaceholderText(tr("Search the registry: 3155, 3100-3200, http, jpegmpeg udp…"));
    m_field->setClearButtonEnabled(true);
    m_field->setMaxLength(RegistryQuery::maximumLength);
    m_field->installEventFilter(this);
    m_count = new QLabel(bar);
    m_count->setObjectName(QStringLiteral("registryCount"));
    m_count->setTextFormat(Qt::PlainText);
    line->addWidget(m_field, 1);
    line->addWidget(m_count);
    m_filters = new RegistryFilterBar(bar);
    layout->addLayout(line);
    layout->addWidget(m_filters);
    return bar;
}

void RegistryView::buildTable()
{
    m_table = new QTableView(this);
    m_table->setObjectName(QStringLiteral("registryTable"));
    m_table->setAccessibleName(tr("Registrations and notes"));
    m_table->setModel(m_model);
    m_table->setShowGrid(false);
    m_table->setAlternatingRowColors(true);
    m_table->setWordWrap(false);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_table->setTabKeyNavigation(false);
    m_table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    QHeaderView *header = m_table->horizontalHeader();
    header->setHighlightSections(false);
    header->setSectionsMovable(true);
    // What is left goes to the longest texts, so that the last column is seen.
    header->setSectionResizeMode(static_cast<int>(RegistryColumn::Description), QHeaderView::Stretch);

    auto *copy = new QAction(tr("&Copy"), m_table);
    copy->setShortcut(QKeySequence::Copy);
    copy->setShortcutContext(Qt::WidgetShortcut);
    connect(copy, &QAction::triggered, this, &RegistryView::copyRows);
    m_table->addAction(copy);
    m_table->setContextMenuPolicy(Qt::ActionsContextMenu);
    m_table->installEventFilter(this);
}

void RegistryView::adaptToFont()
{
    const QFontMetrics metrics(m_table->font());
    m_table->verticalHeader()->setDefaultSectionSize(metrics.height() + metrics.height() / 2);
    m_table->verticalHeader()->setMinimumSectionSize(metrics.height());
    const auto width = [&metrics](const char *sample) {
        return metrics.horizontalAdvance(QLatin1String(sample)) + metrics.averageCharWidth() * 3;
    };
    QHeaderView *header = m_table->horizontalHeader();
    const QFontMetrics headerMetrics(header->font());
    const auto resize = [&](RegistryColumn column, int wanted) {
        const int title = headerMetrics.horizontalAdvance(RegistryModel::columnTitle(column))
            + headerMetrics.averageCharWidth() * 4;
        header->resizeSection(static_cast<int>(column), std::max(wanted, title));
    };
    m_leastDescription = width("a description of words");
    resize(RegistryColumn::Ports, width("00000-00000"));
    resize(RegistryColumn::Transport, width("sctp"));
    resize(RegistryColumn::Service, width("a-fifteen-names"));
    resize(RegistryColumn::Assignee, width("An Organisation"));
    resize(RegistryColumn::Registered, width("2020-00-00"));
    resize(RegistryColumn::Listening, width("o listening"));
    header->setMinimumSectionSize(width("sctp"));
    makeRoomForDescriptions();
}

void RegistryView::makeRoomForDescriptions()
{
    // Who filed a row and when is in its explanation as well.
    constexpr RegistryColumn dispensable[] { RegistryColumn::Registered, RegistryColumn::Assignee };
    QHeaderView *header = m_table->horizontalHeader();
    for (const RegistryColumn column : dispensable)
        header->showSection(static_cast<int>(column));
    int room = m_table->width() - m_table->verticalScrollBar()->sizeHint().width();
    for (int column = 0; column < registryColumnCount; ++column) {
        if (column != static_cast<int>(RegistryColumn::Description))
            room -= header->sectionSize(column);
    }
    for (const RegistryColumn column : dispensable) {
        if (room >= m_leastDescription)
            break;
        room += header->sectionSize(static_cast<int>(column));
        header->hideSection(static_cast<int>(column));
    }
}

void RegistryView::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    // The index is built when somebody first looks, not at start-up.
    if (!m_searched)
        startSearch();
}

void RegistryView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange && m_table)
        adaptToFont();
}

bool RegistryView::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_table && event->type() == QEvent::Resize)
        makeRoomForDescriptions();
    if (watched == m_field && event->type() == QEvent::KeyPress) {
        switch (static_cast<QKeyEvent *>(event)->key()) {
        case Qt::Key_Down:
        case Qt::Key_PageDown:
        case Qt::Key_Return:
        case Qt::Key_Enter:
            if (m_model->rowCount() > 0) {
                if (!m_table->currentIndex().isValid())
                    m_table->selectRow(0);
                m_table->setFocus(Qt::TabFocusReason);
            }
            return true;
        case Qt::Key_Escape:
            if (m_field->text().isEmpty())
                break;
            m_field->clear();
            return true;
        default:
            break;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void RegistryView::startSearch()
{
    m_searched = true;
    RegistryQuery query = RegistryQuery::parse(m_field->text());
    query.filter = m_filters->filter();
    if (query.filter.listening)
        query.onlyPorts = m_listeners.portSet();
    m_searcher.search(query);
}

void RegistryView::takeAnswer(const RegistryAnswer &answer)
{
    m_selecting = true;
    m_model->setAnswer(answer);
    showCount(answer);
    // The chosen row stays chosen while it answers; otherwise the best answer is shown.
    int row = m_chosen ? m_model->rowOf(*m_chosen) : -1;
    const bool kept = row >= 0;
    if (!answer.query.terms.isEmpty() && answer.query.singlePort())
        row = answer.hits.isEmpty() ? -1 : 0;
    else if (!kept && !answer.query.terms.isEmpty() && !answer.hits.isEmpty())
        row = 0;
    else if (!kept && m_panel->port() && answer.query.terms.isEmpty())
        row = m_model->rowOfPort(*m_panel->port());
    if (row >= 0) {
        m_table->selectRow(row);
        m_table->scrollTo(m_model->index(row, 0), kept ? QAbstractItemView::PositionAtCenter
                                                       : QAbstractItemView::EnsureVisible);
    } else {
        m_table->scrollToTop();
    }
    m_selecting = false;
    if (row >= 0)
        explainCurrentRow();
}

void RegistryView::showCount(const RegistryAnswer &answer)
{
    const int count = static_cast<int>(answer.hits.size());
    m_count->setText(answer.query.remark.isEmpty() ? tr("%n row(s)", nullptr, count) : answer.query.remark);
    m_answers->setCurrentWidget(count > 0 ? static_cast<QWidget *>(m_table) : m_empty);
    if (count == 0)
        m_empty->setText(emptyText(answer));
}

QString RegistryView::emptyText(const RegistryAnswer &answer) const
{
    const RegistryQuery &query = answer.query;
    if (!query.remark.isEmpty() && !query.singlePort())
        return query.remark;
    if (!query.filter.isEmpty()) {
        return query.terms.isEmpty() ? tr("Nothing in the registry fits all filters.\nChange one of them, or clear them all.")
                                     : tr("Nothing that fits the filters answers this search.\n"
                                          "Change one of them, or clear them to search the whole registry.");
    }
    const std::optional<quint16> port = query.singlePort();
    if (port && query.transport) {
        return tr("Nothing is registered or noted for port %1 over %2.\n"
                  "Type the number alone to see what is known of it over other transports.")
            .arg(QString::number(*port), QString(registryTransportName(*query.transport)).toUpper());
    }
    return tr("Neither the registry nor the notes know “%1”.\n"
              "Search for a port (3155), a range (3100-3200), a service (http), or a word of a "
              "description; add udp or tcp to narrow it.")
        .arg(text::visible(m_field->text(), 60));
}

void RegistryView::rowChosen()
{
    const QModelIndex current = m_table->currentIndex();
    if (m_selecting || !current.isValid())
        return;
    m_chosen = m_model->hit(current.row());
    explainCurrentRow();
    const std::optional<quint16> port = m_model->portOf(current.row());
    if (port && m_table->hasFocus())
        Q_EMIT portActivated(*port);
}

void RegistryView::explainCurrentRow()
{
    const QModelIndex current = m_table->currentIndex();
    const std::optional<quint16> port = m_model->portOf(current.row());
    if (!port) {
        m_panel->showMessage(tr("The service name “%1” is registered without a port.")
                                 .arg(m_model->cellText(current.row(), RegistryColumn::Service)));
        return;
    }
    m_panel->showPort(*port, m_model->transportOf(current.row()));
}

void RegistryView::apply(const Update &update)
{
    m_listeners = PortListeners(update);
    const QSet<quint16> ports = m_listeners.portSet();
    m_model->setListeningPorts(ports);
    m_panel->setListeners(m_listeners);
    const bool setChanged = update.first || !update.delta.opened.isEmpty() || !update.delta.closed.isEmpty();
    if (m_filters->filter().listening && setChanged && m_searched)
        startSearch();
}

void RegistryView::setKnowledge(const KnowledgePtr &knowledge)
{
    m_searcher.setKnowledge(knowledge);
    m_chosen.reset();
    m_selecting = true;
    m_model->setKnowledge(knowledge);
    m_selecting = false;
    m_panel->setKnowledge(knowledge);
    showEdition(*knowledge);
    if (m_searched)
        startSearch();
}

void RegistryView::showEdition(const Knowledge &knowledge)
{
    m_edition->setText(tr("In use: %1 · %n row(s)", "a registry", knowledge.registrationCount()).arg(knowledge.registry().text()));
}

void RegistryView::showPort(quint16 port)
{
    m_selecting = true;
    const int row = m_model->rowOfPort(port);
    if (row >= 0) {
        m_table->selectRow(row);
        m_table->scrollTo(m_model->index(row, 0), QAbstractItemView::PositionAtCenter);
        m_chosen = m_model->hit(row);
    } else {
        m_table->clearSelection();
        m_table->setCurrentIndex({});
        m_chosen.reset();
    }
    m_selecting = false;
    m_panel->showPort(port);
}

void RegistryView::copyRows() const
{
    QModelIndexList rows = m_table->selectionModel()->selectedRows();
    std::sort(rows.begin(), rows.end());
    QStringList lines;
    for (const QModelIndex &index : std::as_const(rows)) {
        QStringList cells;
        for (int column = 0; column < registryColumnCount; ++column)
            cells.append(m_model->cellText(index.row(), static_cast<RegistryColumn>(column)));
        lines.append(cells.join(QLatin1Char('\t')));
    }
    if (!lines.isEmpty())
        QApplication::clipboard()->setText(lines.join(QLatin1Char('\n')));
}

const RegistryFilter &RegistryView::filter() const
{
    return m_filters->filter();
}

void RegistryView::setFilter(const RegistryFilter &filter)
{
    m_filters->setFilter(filter);
}

void RegistryView::setOwnNotes(OwnNotesStore *store)
{
    m_panel->setOwnNotes(store);
}

QWidget *RegistryView::searchField() const
{
    return m_field;
}

} // namespace portolan
