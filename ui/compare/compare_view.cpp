// SPDX-License-Identifier: GPL-3.0-or-later
#include "compare/compare_view.h"

#include "compare/compare_model.h"
#include "compare/comparison_json.h"
#include "compare/picture_chooser.h"
#include "compare/snapshot_reading.h"
#include "inspector/background.h"
#include "inspector/row_table.h"
#include "text/text.h"
#include "theme/text_field.h"

#include <QClipboard>
#include <QEvent>
#include <QFileDialog>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QSaveFile>
#include <QSortFilterProxyModel>
#include <QStackedWidget>
#include <QSysInfo>
#include <QVBoxLayout>

#include <algorithm>

namespace portolan {

namespace {

ReportDocument documentOfBaseline(const Baseline &baseline, const KnowledgePtr &knowledge)
{
    ReportDocument document;
    document.knowledge = knowledge;
    auto snapshot = std::make_shared<Snapshot>();
    snapshot->takenAt = baseline.wholeAt().isValid() ? baseline.wholeAt() : baseline.lastAcceptedAt();
    snapshot->backend = Backend::File;
    for (const AcceptedPtr &entry : baseline.accepted()) {
        document.listeners += entry->listener;
        document.assessments += entry->assessment;
    }
    snapshot->listeners = document.listeners;
    document.snapshot = std::move(snapshot);
    return document;
}

} // namespace

CompareView::CompareView(KnowledgePtr knowledge, QWidget *parent)
    : QWidget(parent)
    , m_knowledge(std::move(knowledge))
    , m_model(new CompareModel(this))
    , m_sorted(new QSortFilterProxyModel(this))
{
    setObjectName(QStringLiteral("compareView"));
    m_sorted->setSourceModel(m_model);
    m_sorted->setSortRole(CompareModel::SortRole);
    build();
    m_earlier->choose(PictureKind::Baseline);
    m_later->choose(PictureKind::Now);
    showPage();
}

CompareView::~CompareView() = default;

void CompareView::build()
{
    m_earlier = new PictureChooser(QStringLiteral("compareEarlier"), tr("Earlier picture"), this);
    m_later = new PictureChooser(QStringLiteral("compareLater"), tr("Later picture"), this);
    auto *from = new QLabel(tr("&From"), this);
    from->setBuddy(m_earlier);
    auto *to = new QLabel(tr("&to"), this);
    to->setBuddy(m_later);
    auto *swapped = new QPushButton(tr("S&wap"), this);
    swapped->setObjectName(QStringLiteral("compareSwap"));
    swapped->setToolTip(tr("Make the later picture the earlier one"));
    m_filter = new TextField(this);
    m_filter->setObjectName(QStringLiteral("compareFilter"));
    m_filter->setAccessibleName(tr("Filter the comparison"));
    m_filter->setPlaceholderText(tr("Filter, for example verdict:investigate"));
    m_filter->setClearButtonEnabled(true);
    m_copy = new QPushButton(tr("&Copy"), this);
    m_copy->setObjectName(QStringLiteral("compareCopy"));
    m_copy->setToolTip(tr("Copy what is shown as text"));
    m_save = new QPushButton(tr("Sa&ve…"), this);
    m_save->setObjectName(QStringLiteral("compareSave"));
    m_save->setToolTip(tr("Write what is shown into a file, as text or JSON"));

    auto *choice = new QHBoxLayout;
    choice->setContentsMargins(12, 8, 12, 4);
    choice->setSpacing(8);
    for (QWidget *widget : std::initializer_list<QWidget *> { from, m_earlier, to, m_later, swapped })
        choice->addWidget(widget);
    choice->addStretch(1);
    auto *actions = new QHBoxLayout;
    actions->setContentsMargins(12, 0, 12, 8);
    actions->setSpacing(6);
    actions->addWidget(m_filter, 1);
    actions->addWidget(m_copy);
    actions->addWidget(m_save);

    m_sentence = new QLabel(this);
    m_sentence->setObjectName(QStringLiteral("compareSentence"));
    m_sentence->setTextFormat(Qt::PlainText);
    m_sentence->setWordWrap(true);
    m_sentence->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_sentence->setContentsMargins(12, 4, 12, 8);
    QFont large = font();
    large.setPointSizeF(large.pointSizeF() * 1.15);
    m_sentence->setFont(large);
    m_filterError = new QLabel(this);
    m_filterError->setObjectName(QStringLiteral("compareFilterError"));
    m_filterError->setTextFormat(Qt::PlainText);
    m_filterError->setWordWrap(true);
    m_filterError->setContentsMargins(12, 0, 12, 8);
    m_filterError->hide();

    m_table = new RowTable(QStringLiteral("comparison"), tr("What differs"), m_sorted, this);
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(static_cast<int>(CompareColumn::Port), Qt::AscendingOrder);
    QHeaderView *header = m_table->horizontalHeader();
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    const auto width = [this, header](CompareColumn column, const QString &sample) {
        header->resizeSection(static_cast<int>(column), fontMetrics().horizontalAdvance(sample) + 4 * fontMetrics().averageCharWidth());
    };
    width(CompareColumn::Sign, QStringLiteral("+"));
    width(CompareColumn::Port, QStringLiteral("000000"));
    width(CompareColumn::Protocol, m_model->headerData(static_cast<int>(CompareColumn::Protocol), Qt::Horizontal).toString());
    width(CompareColumn::Owner, QString(22, QLatin1Char('n')));
    width(CompareColumn::Verdict, QStringLiteral("! ") + verdictLabel(Verdict::Unfamiliar));
    width(CompareColumn::Reachable, QString(16, QLatin1Char('n')));

    auto *emptyPage = new QWidget(this);
    auto *emptyColumn = new QVBoxLayout(emptyPage);
    emptyColumn->setContentsMargins(24, 24, 24, 24);
    m_empty = new QLabel(emptyPage);
    m_empty->setObjectName(QStringLiteral("compareEmpty"));
    m_empty->setTextFormat(Qt::PlainText);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    m_emptyAction = new QPushButton(tr("Accept what is here now…"), emptyPage);
    emptyColumn->addStretch(2);
    emptyColumn->addWidget(m_empty);
    emptyColumn->addSpacing(8);
    emptyColumn->addWidget(m_emptyAction, 0, Qt::AlignCenter);
    emptyColumn->addStretch(3);
    m_pages = new QStackedWidget(this);
    m_pages->addWidget(m_table);
    m_pages->addWidget(emptyPage);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(choice);
    column->addWidget(m_sentence);
    column->addLayout(actions);
    column->addWidget(m_filterError);
    column->addWidget(m_pages, 1);

    const int height = std::max(30, fontMetrics().height() + 13);
    for (QWidget *control : std::initializer_list<QWidget *> { m_earlier, m_later, swapped, m_filter, m_copy, m_save })
        control->setMinimumHeight(height);

    connect(m_earlier, &PictureChooser::picked, this, &CompareView::compareAnew);
    connect(m_later, &PictureChooser::picked, this, &CompareView::compareAnew);
    connect(m_earlier, &PictureChooser::fileWanted, this, [this] { askForFile(true); });
    connect(m_later, &PictureChooser::fileWanted, this, [this] { askForFile(false); });
    connect(m_earlier, &PictureChooser::momentWanted, this, [this] { Q_EMIT momentWanted(true); });
    connect(m_later, &PictureChooser::momentWanted, this, [this] { Q_EMIT momentWanted(false); });
    connect(swapped, &QPushButton::clicked, this, &CompareView::swap);
    connect(m_emptyAction, &QPushButton::clicked, this, &CompareView::baselineWanted);
    connect(m_copy, &QPushButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(plainText()); });
    connect(m_save, &QPushButton::clicked, this, &CompareView::save);
    connect(m_filter, &TextField::textChanged, this, [this](const QString &text) {
        const FilterExpression filter = FilterExpression::parse(text);
        m_filterError->setText(filter.error() ? filter.error()->message : QString());
        m_filterError->setVisible(filter.error().has_value());
        m_model->setFilter(filter);
        showPage();
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex &index) {
        if (index.isValid() && m_table->hasFocus())
            Q_EMIT portActivated(m_model->port(m_sorted->mapToSource(index).row()).shown().listener->port());
    });
    connect(m_table, &QAbstractItemView::activated, this, [this](const QModelIndex &index) {
        Q_EMIT listenersWanted(m_model->port(m_sorted->mapToSource(index).row()).shown().listener->port());
    });
}

void CompareView::apply(const Update &update)
{
    const bool another = !m_now || update.first || update.reassessed || !update.delta.isEmpty();
    m_now = update;
    m_now->delta = {};
    const bool shown = m_earlier->chosen().kind == PictureKind::Now || m_later->chosen().kind == PictureKind::Now;
    if (another && shown)
        compareAnew();
}

void CompareView::setBaseline(const BaselinePtr &baseline)
{
    m_baseline = baseline && !baseline->isEmpty() ? baseline : nullptr;
    PictureName name { PictureKind::Baseline };
    if (m_baseline)
        name.at = m_baseline->wholeAt().isValid() ? m_baseline->wholeAt() : m_baseline->lastAcceptedAt();
    m_earlier->add(name, false);
    m_later->add(name, false);
    compareAnew();
}

void CompareView::setMomentsOffered(bool offered)
{
    m_earlier->setMomentsOffered(offered);
    m_later->setMomentsOffered(offered);
}

void CompareView::addMoment(const SnapshotPtr &snapshot, const QList<AssessmentPtr> &assessments, bool asEarlier)
{
    ReportDocument document;
    document.snapshot = snapshot;
    document.listeners = snapshot->listeners;
    document.assessments = assessments;
    const PictureName name { PictureKind::Moment, snapshot->takenAt };
    addPicture(name, document);
    choose(name, asEarlier);
}

void CompareView::addFile(const QString &fileName, const HostInfo &host, const SnapshotPtr &snapshot, const QList<AssessmentPtr> &assessments)
{
    keep(fileName, host, snapshot, assessments);
}

PictureName CompareView::keep(const QString &fileName, const HostInfo &host, const SnapshotPtr &snapshot, const QList<AssessmentPtr> &assessments)
{
    ReportDocument document;
    document.host = host;
    document.snapshot = snapshot;
    document.listeners = snapshot->listeners;
    document.assessments = assessments;
    const PictureName name { PictureKind::File, snapshot->takenAt, fileName, host.name == QSysInfo::machineHostName() ? QString() : host.name };
    addPicture(name, document);
    return name;
}

void CompareView::askForFile(bool asEarlier)
{
    auto *dialog = new QFileDialog(this, tr("Compare with a snapshot"));
    dialog->setObjectName(QStringLiteral("compareFileDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({ tr("Snapshots (*.json)"), tr("All files (*)") });
    connect(dialog, &QFileDialog::fileSelected, this, [this, asEarlier](const QString &fileName) { readFile(fileName, asEarlier); });
    dialog->open();
}

void CompareView::compareWithFile(const QString &fileName)
{
    readFile(fileName, true);
}

void CompareView::readFile(const QString &fileName, bool asEarlier)
{
    readInBackground(this, fileName, [this, fileName, asEarlier](const ReadSnapshot &read) {
        if (!read.file) {
            Q_EMIT failed(read.error);
            return;
        }
        choose(keep(fileName, read.file->host, read.file->snapshot, read.file->assessments), asEarlier);
    });
}

void CompareView::addPicture(const PictureName &name, const ReportDocument &document)
{
    m_pictures.removeIf([&name](const Picture &one) { return one.name.kind == name.kind && one.name.fileName == name.fileName && one.name.at == name.at; });
    m_pictures += Picture { name, document };
    m_earlier->add(name, false);
    m_later->add(name, false);
}

void CompareView::choose(const PictureName &name, bool asEarlier)
{
    (asEarlier ? m_earlier : m_later)->add(name, true);
    compareAnew();
}

std::optional<ReportDocument> CompareView::documentOf(const PictureName &name) const
{
    ReportDocument document;
    switch (name.kind) {
    case PictureKind::Now:
        if (!m_now)
            return std::nullopt;
        document.snapshot = m_now->snapshot;
        document.listeners = m_now->snapshot->listeners;
        document.assessments = m_now->assessments;
        break;
    case PictureKind::Baseline:
        if (!m_baseline)
            return std::nullopt;
        return documentOfBaseline(*m_baseline, m_knowledge);
    case PictureKind::File:
    case PictureKind::Moment: {
        const auto found = std::ranges::find_if(
            m_pictures, [&name](const Picture &one) { return one.name.kind == name.kind && one.name.fileName == name.fileName && one.name.at == name.at; });
        if (found == m_pictures.end())
            return std::nullopt;
        document = found->document;
        break;
    }
    }
    document.knowledge = m_knowledge;
    return document;
}

void CompareView::swap()
{
    const PictureName earlier = m_earlier->chosen();
    m_earlier->add(m_later->chosen(), true);
    m_later->add(earlier, true);
    compareAnew();
}

void CompareView::compareAnew()
{
    if (!isVisible()) {
        m_stale = true;
        return;
    }
    m_stale = false;
    const quint64 job = ++m_job;
    const auto before = documentOf(m_earlier->chosen());
    const auto after = documentOf(m_later->chosen());
    if (!before || !after) {
        m_before = {};
        m_after = {};
        showComparison({});
        return;
    }
    const PictureName beforeName = m_earlier->chosen();
    const PictureName afterName = m_later->chosen();
    inBackground(
        this, [before = *before, after = *after] { return compare(before, after); },
        [this, job, before = *before, after = *after, beforeName, afterName](const Comparison &comparison) {
            // Another one was asked for since.
            if (job != m_job)
                return;
            m_before = before;
            m_after = after;
            m_beforeName = beforeName;
            m_afterName = afterName;
            showComparison(comparison);
        });
}

void CompareView::showComparison(const Comparison &comparison)
{
    std::optional<quint16> current = std::exchange(m_wantedPort, std::nullopt);
    if (const QModelIndex index = m_table->currentIndex(); !current && index.isValid())
        current = m_model->port(m_sorted->mapToSource(index).row()).shown().listener->port();
    m_comparison = comparison;
    m_model->setComparison(comparison);
    const bool compared = m_before.snapshot && m_after.snapshot;
    QString sentence = compared ? comparisonSentence(comparison, m_beforeName, m_afterName, hasUnreadTables(*m_after.snapshot)) : QString();
    if (compared && m_beforeName.kind == PictureKind::Baseline && m_baseline && !m_baseline->wholeAt().isValid())
        sentence += QLatin1Char(' ') + tr("Only single listeners were accepted, so that all others count as opened.");
    if (m_sentence->text() != sentence)
        m_sentence->setText(sentence);
    m_sentence->setVisible(compared);
    showPage();
    if (current)
        showPort(*current);
}

void CompareView::showPage()
{
    const bool compared = m_before.snapshot && m_after.snapshot;
    m_copy->setEnabled(compared);
    m_save->setEnabled(compared);
    m_emptyAction->setVisible(false);
    if (m_model->rowCount() > 0) {
        m_pages->setCurrentIndex(0);
        return;
    }
    const auto needsBaseline = [this] {
        return !m_baseline && (m_earlier->chosen().kind == PictureKind::Baseline || m_later->chosen().kind == PictureKind::Baseline);
    };
    if (compared) {
        m_empty->setText(m_comparison.isEmpty() ? tr("The two pictures do not differ: the same programs hold the same ports, and as many can reach them.")
                                                : tr("The filter hides everything that differs."));
    } else if (needsBaseline()) {
        m_emptyAction->setVisible(true);
        m_empty->setText(tr("Nothing is accepted as normal yet, so there is nothing to compare with.\n\n"
                            "Accept what is here now, and this view tells you later what opened, closed and changed since. "
                            "Or choose a snapshot file above: “File > Save snapshot…” writes one."));
    } else {
        m_empty->setText(tr("There is no picture to compare yet. Choose two above."));
    }
    m_pages->setCurrentIndex(1);
}

void CompareView::showPort(quint16 port)
{
    if (m_stale)
        m_wantedPort = port;
    for (int row = 0; row < m_sorted->rowCount(); ++row) {
        const QModelIndex index = m_sorted->index(row, 0);
        if (m_model->port(m_sorted->mapToSource(index).row()).shown().listener->port() == port) {
            m_table->setCurrentIndex(index);
            return;
        }
    }
}

QByteArray CompareView::saveColumns() const
{
    return m_table->horizontalHeader()->saveState();
}

void CompareView::restoreColumns(const QByteArray &state)
{
    m_table->horizontalHeader()->restoreState(state);
}

QWidget *CompareView::searchField() const
{
    return m_filter;
}

QString CompareView::sentence() const
{
    return m_sentence->text();
}

QString CompareView::plainText() const
{
    return comparisonToText(m_model->shown(), m_sentence->text());
}

void CompareView::save()
{
    auto *dialog = new QFileDialog(this, tr("Save the comparison"));
    dialog->setObjectName(QStringLiteral("compareSaveDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilters({ tr("Text (*.txt)"), tr("JSON (*.json)") });
    dialog->setDefaultSuffix(QStringLiteral("txt"));
    connect(dialog, &QFileDialog::filterSelected, dialog,
            [dialog](const QString &filter) { dialog->setDefaultSuffix(filter.contains(QLatin1String("json")) ? QStringLiteral("json") : QStringLiteral("txt")); });
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &fileName) {
        const bool json = fileName.endsWith(QLatin1String(".json"), Qt::CaseInsensitive);
        const QByteArray bytes = json ? comparisonToJson(m_model->shown(), m_before, m_beforeName, m_after, m_afterName) + '\n' : plainText().toUtf8();
        inBackground(
            this,
            [fileName, bytes] {
                QSaveFile file(fileName);
                // Unbuffered: QSaveFile::commit() does not notice when what QFile still holds cannot be written.
                const bool written = file.open(QIODevice::WriteOnly | QIODevice::Unbuffered) && file.write(bytes) == bytes.size() && file.commit();
                return written ? QString() : file.errorString();
            },
            [this, fileName](const QString &error) {
                if (!error.isEmpty())
                    Q_EMIT failed(tr("“%1” was not written: %2. Choose another folder or free some space.").arg(text::visible(fileName), text::visible(error)));
            });
    });
    dialog->open();
}

void CompareView::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_stale)
        compareAnew();
}

void CompareView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_table)
        m_table->viewport()->update();
}

} // namespace portolan
