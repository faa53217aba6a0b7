// SPDX-License-Identifier: GPL-3.0-or-later
#include "registry/registry_update_dialog.h"

#include "knowledge/registry_fault.h"
#include "registry/registry_change_model.h"
#include "registry/registry_keeper.h"
#include "text/text.h"
#include "theme/theme.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QFileInfo>
#include <QHeaderView>
#include <QLabel>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QScreen>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace portolan {

namespace {

constexpr qsizetype shownName = 80;

QLabel *wordsIn(QWidget *parent, const char *name)
{
    auto *label = new QLabel(parent);
    label->setObjectName(QLatin1String(name));
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    return label;
}

} // namespace

RegistryUpdateDialog::RegistryUpdateDialog(QString path, RegistryKeeper *keeper, QWidget *parent)
    : QDialog(parent)
    , m_path(std::move(path))
    , m_keeper(keeper)
    , m_job(new RegistryReadJob(m_path, keeper->knowledge(), this))
    , m_model(new RegistryChangeModel(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(QStringLiteral("registryUpdateDialog"));
    setWindowTitle(tr("Update registry"));
    build();
    setState(State::Reading);
    connect(m_job, &RegistryReadJob::progress, m_progress, &QProgressBar::setValue);
    connect(m_job, &RegistryReadJob::finished, this, &RegistryUpdateDialog::take);
    m_job->start();
}

RegistryUpdateDialog::~RegistryUpdateDialog() = default;

void RegistryUpdateDialog::build()
{
    m_message = wordsIn(this, "registryUpdateMessage");
    m_doubts = wordsIn(this, "registryUpdateDoubts");
    m_doubts->setAutoFillBackground(true);
    m_doubts->setMargin(8);
    const theme::ChipColors care = theme::verdict(Verdict::Investigate, palette());
    QPalette colours;
    colours.setColor(QPalette::Window, care.background);
    colours.setColor(QPalette::WindowText, theme::readable(palette().color(QPalette::WindowText), care.background));
    m_doubts->setPalette(colours);
    m_progress = new QProgressBar(this);
    m_progress->setObjectName(QStringLiteral("registryUpdateProgress"));
    m_progress->setAccessibleName(tr("Progress"));

    m_changes = new QWidget(this);
    const auto addSwitch = [this](RegistryChange::Kind kind, const char *name) {
        auto *box = new QCheckBox(m_changes);
        box->setObjectName(QLatin1String(name));
        box->setChecked(true);
        connect(box, &QCheckBox::toggled, this, [this, kind](bool shown) {
            m_model->setShown(kind, shown);
            showDetails();
        });
        return box;
    };
    m_added = addSwitch(RegistryChange::Kind::Added, "registryUpdateAdded");
    m_removed = addSwitch(RegistryChange::Kind::Removed, "registryUpdateRemoved");
    m_changed = addSwitch(RegistryChange::Kind::Changed, "registryUpdateChanged");

    m_table = new QTableView(m_changes);
    m_table->setObjectName(QStringLiteral("registryUpdateTable"));
    m_table->setAccessibleName(tr("What would change"));
    m_table->setModel(m_model);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setTabKeyNavigation(false);
    m_table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->verticalHeader()->setDefaultSectionSize(fontMetrics().height() * 3 / 2);
    QHeaderView *header = m_table->horizontalHeader();
    header->setHighlightSections(false);
    header->setSectionResizeMode(static_cast<int>(RegistryChangeColumn::Description), QHeaderView::Stretch);
    const auto resize = [&](RegistryChangeColumn column, const QString &sample) {
        const int title = fontMetrics().horizontalAdvance(m_model->headerData(static_cast<int>(column), Qt::Horizontal).toString());
        header->resizeSection(static_cast<int>(column),
                              std::max(title, fontMetrics().horizontalAdvance(sample)) + fontMetrics().averageCharWidth() * 4);
    };
    resize(RegistryChangeColumn::Kind, RegistryChangeModel::kindText(RegistryChange::Kind::Removed));
    resize(RegistryChangeColumn::Ports, QStringLiteral("00000-00000"));
    resize(RegistryChangeColumn::Transport, QStringLiteral("sctp"));
    resize(RegistryChangeColumn::Service, QStringLiteral("a-fifteen-names"));
    resize(RegistryChangeColumn::Differs, tr("Description") + QStringLiteral(", ") + tr("modified", "what differs in a row"));

    m_details = new QPlainTextEdit(m_changes);
    m_details->setObjectName(QStringLiteral("registryUpdateDetails"));
    m_details->setAccessibleName(tr("The chosen change"));
    m_details->setReadOnly(true);
    m_details->setTabChangesFocus(true);
    m_details->setFixedHeight(fontMetrics().lineSpacing() * 5 + 12);

    auto *switches = new QHBoxLayout;
    switches->addWidget(m_added);
    switches->addWidget(m_removed);
    switches->addWidget(m_changed);
    switches->addStretch(1);
    auto *changes = new QVBoxLayout(m_changes);
    changes->setContentsMargins(0, 0, 0, 0);
    changes->addLayout(switches);
    changes->addWidget(m_table, 1);
    changes->addWidget(m_details);

    auto *buttons = new QDialogButtonBox(this);
    m_use = buttons->addButton(tr("&Use this registry"), QDialogButtonBox::AcceptRole);
    m_use->setObjectName(QStringLiteral("registryUpdateUse"));
    m_close = buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
    m_close->setObjectName(QStringLiteral("registryUpdateCancel"));

    auto *column = new QVBoxLayout(this);
    column->addWidget(m_message);
    column->addWidget(m_doubts);
    column->addWidget(m_progress);
    column->addWidget(m_changes, 1);
    column->addStretch(0);
    column->addWidget(buttons);
    setMinimumWidth(fontMetrics().averageCharWidth() * 80);

    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &RegistryUpdateDialog::showDetails);
    connect(m_use, &QPushButton::clicked, this, &RegistryUpdateDialog::keep);
    connect(m_close, &QPushButton::clicked, this, &RegistryUpdateDialog::reject);
}

QString RegistryUpdateDialog::fileName() const
{
    return text::visible(QFileInfo(m_path).fileName(), shownName);
}

QString RegistryUpdateDialog::message() const
{
    return m_message->text();
}

void RegistryUpdateDialog::setState(State state)
{
    m_state = state;
    const bool works = state == State::Reading || state == State::Keeping;
    m_progress->setVisible(works);
    // How long the compiling takes is not known beforehand; it cannot be ended half-way.
    m_progress->setRange(0, state == State::Keeping ? 0 : 1000);
    m_changes->setVisible(state == State::Asking || state == State::Keeping);
    m_changes->setEnabled(state == State::Asking);
    m_use->setVisible(state == State::Asking || state == State::Keeping);
    m_use->setEnabled(state == State::Asking);
    m_close->setEnabled(state != State::Keeping);
    m_close->setText(state == State::Broken || state == State::Same ? tr("Close") : tr("Cancel"));
    if (state == State::Reading) {
        m_message->setText(tr("Reading “%1”…").arg(fileName()));
        m_doubts->hide();
    }
}

void RegistryUpdateDialog::take(const RegistryCandidatePtr &candidate)
{
    m_candidate = candidate;
    const RegistryResult &registry = candidate->registry;
    if (registry.cancelled) {
        QDialog::reject();
    } else if (!registry.error.isEmpty()) {
        setState(State::Broken);
        m_message->setText(tr("“%1” is not a registry that can be used, so nothing was changed.").arg(fileName()));
        showError(registryFault(registry));
        m_close->setFocus();
    } else if (candidate->difference.changes.isEmpty()) {
        setState(State::Same);
        m_message->setText(tr("“%1” says row for row what the registry in use says. There is nothing to change.").arg(fileName()));
        fitWords();
        m_close->setFocus();
    } else {
        showCandidate();
    }
}

QStringList RegistryUpdateDialog::doubts() const
{
    QStringList doubts;
    if (m_candidate->older) {
        doubts.append(tr("It is older than the registry in use: %1 against %2.")
                          .arg(m_candidate->date, m_keeper->knowledge()->registry().date));
    }
    if (m_candidate->isMuchSmaller())
        doubts.append(tr("It has fewer than half the rows of the registry in use; the file may be cut off."));
    return doubts;
}

void RegistryUpdateDialog::showCandidate()
{
    const int rows = static_cast<int>(m_candidate->registry.rows.size());
    const QString holds = m_candidate->date.isEmpty() ? tr("“%1” holds a registry of %n row(s).", nullptr, rows).arg(fileName())
                                                      : tr("“%1” holds the registry as of %2: %n row(s).", nullptr, rows)
                                                            .arg(fileName(), m_candidate->date);
    const Knowledge &inUse = *m_keeper->knowledge();
    m_message->setText(holds + QLatin1Char('\n')
                       + tr("In use: %1 · %n row(s)", "a registry", inUse.registrationCount()).arg(inUse.registry().text()));
    const RegistryDifference &difference = m_candidate->difference;
    m_added->setText(tr("+ %n &added", nullptr, difference.added));
    m_removed->setText(tr("− %n &removed", nullptr, difference.removed));
    m_changed->setText(tr("~ %n c&hanged", nullptr, difference.changed));
    const QStringList doubts = this->doubts();
    m_doubts->setText(doubts.join(QLatin1Char('\n')));
    m_doubts->setVisible(!doubts.isEmpty());
    if (!doubts.isEmpty())
        m_use->setText(tr("&Use it all the same"));
    m_model->setCandidate(m_candidate);
    setState(State::Asking);
    takeRoom({ fontMetrics().averageCharWidth() * 140, fontMetrics().height() * 38 });
    m_table->selectRow(0);
    m_table->setFocus();
    // What is in doubt should not happen by a mere Enter.
    (doubts.isEmpty() ? m_use : m_close)->setDefault(true);
}

void RegistryUpdateDialog::showDetails()
{
    const QModelIndex current = m_table->currentIndex();
    m_details->setPlainText(current.isValid() ? m_model->details(current.row()) : QString());
}

void RegistryUpdateDialog::keep()
{
    if (m_keeper->isBusy())
        return;
    setState(State::Keeping);
    connect(m_keeper, &RegistryKeeper::kept, this, &QDialog::accept);
    connect(m_keeper, &RegistryKeeper::failed, this, [this](const QString &error) {
        m_keeper->disconnect(this);
        setState(State::Broken);
        showError(error);
        m_close->setFocus();
    });
    m_keeper->keep(m_candidate->registry.rows, { m_candidate->date, QFileInfo(m_path).fileName() });
}

void RegistryUpdateDialog::showError(const QString &error)
{
    m_doubts->setText(error);
    m_doubts->show();
    fitWords();
}

void RegistryUpdateDialog::fitWords()
{
    // The table is gone, or was never there; the words take the lines they need.
    layout()->activate();
    takeRoom({ minimumWidth(), layout()->totalHeightForWidth(minimumWidth()) });
}

void RegistryUpdateDialog::takeRoom(QSize wanted)
{
    const QRect room = screen()->availableGeometry();
    const QPoint centre = geometry().center();
    resize(wanted.boundedTo(room.size() - (frameGeometry().size() - size())));
    // It grows on all sides, and not beyond the screen.
    QRect place = frameGeometry();
    place.moveCenter(centre);
    place.moveLeft(std::max(room.left(), std::min(place.left(), room.right() + 1 - place.width())));
    place.moveTop(std::max(room.top(), std::min(place.top(), room.bottom() + 1 - place.height())));
    move(place.topLeft());
}

void RegistryUpdateDialog::reject()
{
    if (m_state == State::Keeping)
        return;
    if (m_state == State::Reading)
        m_job->cancel();
    QDialog::reject();
}

} // namespace portolan
