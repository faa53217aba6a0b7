// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/export_dialog.h"

#include "inspector/flow_layout.h"
#include "report/export_job.h"
#include "report/report_preview.h"
#include "text/text.h"
#include "theme/theme.h"

#include <QCheckBox>
#include <QCoreApplication>
#include <QDateTime>
#include <QDesktopServices>
#include <QDialogButtonBox>
#include <QDir>
#include <QFileDialog>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPointer>
#include <QProgressBar>
#include <QPushButton>
#include <QRadioButton>
#include <QStandardPaths>
#include <QThreadPool>
#include <QUrl>
#include <QVBoxLayout>

namespace portolan {

namespace {

QString suggestedFile()
{
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    const QString day = QDate::currentDate().toString(Qt::ISODate);
    return QDir(folder).filePath(QStringLiteral("portolan-%1.html").arg(day));
}

} // namespace

ExportDialog::ExportDialog(ExportOffer offer, QWidget *parent)
    : QDialog(parent)
    , m_offer(std::move(offer))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(QStringLiteral("exportDialog"));
    setWindowTitle(tr("Export report"));
    build();
    m_path->setText(suggestedFile());
    setWriting(false);
}

void ExportDialog::build()
{
    m_path = new QLineEdit(this);
    m_path->setObjectName(QStringLiteral("exportPath"));
    m_path->setAccessibleName(tr("File"));
    m_path->setMinimumWidth(fontMetrics().averageCharWidth() * 48);
    m_browse = new QPushButton(tr("Browse…"), this);
    m_browse->setObjectName(QStringLiteral("exportBrowse"));
    auto *file = new QHBoxLayout;
    file->addWidget(m_path, 1);
    file->addWidget(m_browse);

    const auto count = [](qsizetype number) { return static_cast<int>(number); };
    m_all = new QRadioButton(tr("All %n listener(s)", nullptr, count(m_offer.document.listeners.size())), this);
    m_filtered = new QRadioButton(tr("The %n filtered", nullptr, count(m_offer.filtered.size())), this);
    m_selected = new QRadioButton(tr("The %n selected", nullptr, count(m_offer.selected.size())), this);
    m_all->setObjectName(QStringLiteral("exportAll"));
    m_filtered->setObjectName(QStringLiteral("exportFiltered"));
    m_selected->setObjectName(QStringLiteral("exportSelected"));
    m_filtered->setEnabled(!m_offer.filterText.isEmpty() && !m_offer.filtered.isEmpty());
    m_selected->setEnabled(!m_offer.selected.isEmpty());
    m_all->setChecked(true);
    m_redact = new QCheckBox(tr("Replace by pseudonyms:"), this);
    m_redact->setObjectName(QStringLiteral("exportRedact"));
    m_redact->setToolTip(tr("For reports that leave this machine"));
    auto *kinds = new QWidget(this);
    auto *kindsRow = new FlowLayout(kinds);
    kindsRow->setContentsMargins(22, 0, 0, 0);
    const auto addKind = [&](Redaction kind, const QString &text, const char *name) {
        auto *box = new QCheckBox(text, kinds);
        box->setObjectName(QLatin1String(name));
        box->setChecked(true);
        kindsRow->addWidget(box);
        m_kinds.insert(kind, box);
    };
    addKind(Redaction::Users, tr("Users"), "exportRedactUsers");
    addKind(Redaction::Paths, tr("Paths"), "exportRedactPaths");
    addKind(Redaction::Arguments, tr("Arguments"), "exportRedactArguments");
    addKind(Redaction::Hosts, tr("Host name"), "exportRedactHosts");
    addKind(Redaction::Containers, tr("Containers"), "exportRedactContainers");
    kinds->setEnabled(false);
    connect(m_redact, &QCheckBox::toggled, kinds, &QWidget::setEnabled);

    m_choices = new QWidget(this);
    auto *choices = new QVBoxLayout(m_choices);
    choices->setContentsMargins(0, 0, 0, 0);
    for (QWidget *choice : std::initializer_list<QWidget *>{m_all, m_filtered, m_selected, m_redact, kinds})
        choices->addWidget(choice);

    auto *formats = new QLabel(tr("The ending chooses the format: .html, .pdf, .md, .json or .csv"), this);
    QPalette muted;
    muted.setColor(QPalette::WindowText, theme::secondaryText(palette()));
    formats->setPalette(muted);

    m_progress = new QProgressBar(this);
    m_progress->setObjectName(QStringLiteral("exportProgress"));
    m_progress->setRange(0, 1000);
    m_progress->setAccessibleName(tr("Progress"));
    m_message = new QLabel(this);
    m_message->setObjectName(QStringLiteral("exportMessage"));
    m_message->setTextFormat(Qt::PlainText);
    m_message->setWordWrap(true);
    m_message->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_message->hide();

    auto *buttons = new QDialogButtonBox(this);
    m_open = buttons->addButton(tr("Open"), QDialogButtonBox::ActionRole);
    m_open->setObjectName(QStringLiteral("exportOpen"));
    m_showFolder = buttons->addButton(tr("Show in folder"), QDialogButtonBox::ActionRole);
    m_showFolder->setObjectName(QStringLiteral("exportShowFolder"));
    m_preview = buttons->addButton(tr("Pre&view…"), QDialogButtonBox::ActionRole);
    m_preview->setObjectName(QStringLiteral("exportPreview"));
    m_preview->setToolTip(tr("See what the file will say, and print it"));
    m_write = buttons->addButton(tr("Export"), QDialogButtonBox::AcceptRole);
    m_write->setObjectName(QStringLiteral("exportWrite"));
    m_write->setDefault(true);
    m_close = buttons->addButton(tr("Close"), QDialogButtonBox::RejectRole);
    m_close->setObjectName(QStringLiteral("exportCancel"));

    auto *form = new QFormLayout;
    form->addRow(tr("File:"), file);
    form->addRow(QString(), formats);
    form->addRow(tr("What:"), m_choices);
    auto *column = new QVBoxLayout(this);
    column->addLayout(form);
    column->addWidget(m_progress);
    column->addWidget(m_message);
    column->addWidget(buttons);

    connect(m_browse, &QPushButton::clicked, this, &ExportDialog::browse);
    connect(m_write, &QPushButton::clicked, this, &ExportDialog::write);
    connect(m_preview, &QPushButton::clicked, this, &ExportDialog::preview);
    connect(m_close, &QPushButton::clicked, this, &ExportDialog::reject);
    connect(m_open, &QPushButton::clicked, this,
            [this] { QDesktopServices::openUrl(QUrl::fromLocalFile(m_written)); });
    connect(m_showFolder, &QPushButton::clicked, this,
            [this] { QDesktopServices::openUrl(QUrl::fromLocalFile(QFileInfo(m_written).path())); });
}

void ExportDialog::setFileName(const QString &fileName)
{
    m_path->setText(fileName);
}

QString ExportDialog::message() const
{
    return m_message->text();
}

void ExportDialog::browse()
{
    auto *dialog = new QFileDialog(this, tr("Export report"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    // Overwriting is asked about when the report is written, however the path was given.
    dialog->setOption(QFileDialog::DontConfirmOverwrite);
    dialog->setNameFilters({tr("Web page (*.html)"), tr("Pages to print (*.pdf)"), tr("Snapshot (*.json)"), tr("Table (*.csv)"), tr("Markdown (*.md)")});
    dialog->setDefaultSuffix(QStringLiteral("html"));
    const QStringList endings {QStringLiteral("html"), QStringLiteral("pdf"), QStringLiteral("json"), QStringLiteral("csv"),
                               QStringLiteral("md")};
    connect(dialog, &QFileDialog::filterSelected, dialog, [dialog, endings](const QString &filter) {
        dialog->setDefaultSuffix(endings.value(static_cast<int>(dialog->nameFilters().indexOf(filter)), endings.first()));
    });
    connect(dialog, &QFileDialog::fileSelected, this, &ExportDialog::setFileName);
    dialog->selectFile(m_path->text());
    dialog->open();
}

ExportDialog::Scope ExportDialog::scope() const
{
    return m_filtered->isChecked() ? Scope::Filtered : m_selected->isChecked() ? Scope::Selected : Scope::All;
}

ReportDocument ExportDialog::document() const
{
    ReportDocument document = m_offer.document;
    if (scope() == Scope::All)
        return document;
    QHash<ListenerKey, AssessmentPtr> assessments;
    for (qsizetype i = 0; i < document.listeners.size(); ++i)
        assessments.insert(document.listeners.at(i)->key, document.assessments.value(i));
    const QList<ListenerPtr> &wanted = scope() == Scope::Filtered ? m_offer.filtered : m_offer.selected;
    document.listeners.clear();
    document.assessments.clear();
    for (const ListenerPtr &listener : wanted) {
        // One that closed since is not in the snapshot any more.
        if (const AssessmentPtr assessment = assessments.value(listener->key)) {
            document.listeners.append(listener);
            document.assessments.append(assessment);
        }
    }
    document.scope = scope() == Scope::Filtered ? tr("filter: %1").arg(m_offer.filterText) : tr("selected listeners only");
    return document;
}

void ExportDialog::write()
{
    const QString fileName = QDir::cleanPath(m_path->text().trimmed());
    if (m_path->text().trimmed().isEmpty()) {
        say(tr("Give the file a name."), true);
        return;
    }
    const std::optional<std::optional<ReportFormat>> chosen = formatOf(fileName);
    if (!chosen) {
        say(tr("The ending of “%1” is none of .html, .pdf, .md, .json and .csv. Change it to the format you want.")
                .arg(text::visible(QFileInfo(fileName).fileName(), 80)),
            true);
        return;
    }
    const std::optional<ReportFormat> format = *chosen;
    setWriting(true);
    // A folder on a sleeping disk or a lost share can take long to answer.
    QPointer<ExportDialog> dialog(this);
    QThreadPool::globalInstance()->start([dialog, fileName, format] {
        const bool exists = QFileInfo::exists(fileName);
        QMetaObject::invokeMethod(QCoreApplication::instance(), [dialog, fileName, format, exists] {
            if (!dialog)
                return;
            if (!exists) {
                dialog->startWriting(fileName, format);
                return;
            }
            auto *question = new QMessageBox(QMessageBox::Question, tr("Export report"),
                                             tr("A file of this name exists. Replace it?"),
                                             QMessageBox::Cancel, dialog);
            question->setObjectName(QStringLiteral("exportReplaceQuestion"));
            question->setAttribute(Qt::WA_DeleteOnClose);
            question->setInformativeText(text::visible(fileName, 200));
            question->setTextFormat(Qt::PlainText);
            QPushButton *replace = question->addButton(tr("Replace"), QMessageBox::AcceptRole);
            connect(question, &QMessageBox::finished, dialog, [dialog, question, replace, fileName, format] {
                if (question->clickedButton() == replace)
                    dialog->startWriting(fileName, format);
                else
                    dialog->setWriting(false);
            });
            question->open();
        });
    });
}

std::optional<std::optional<ReportFormat>> ExportDialog::formatOf(const QString &fileName)
{
    if (QFileInfo(fileName).suffix().compare(QLatin1String("pdf"), Qt::CaseInsensitive) == 0)
        return std::optional<ReportFormat>();
    const std::optional<ReportFormat> format = reportFormatOf(fileName);
    return format ? std::optional(format) : std::nullopt;
}

Redactions ExportDialog::redactions() const
{
    Redactions chosen;
    for (auto kind = m_kinds.cbegin(); kind != m_kinds.cend(); ++kind)
        chosen.setFlag(kind.key(), m_redact->isChecked() && kind.value()->isChecked());
    return chosen;
}

void ExportDialog::preview()
{
    const std::optional<ReportFormat> format = formatOf(m_path->text().trimmed()).value_or(ReportFormat::Html);
    m_preview->setEnabled(false);
    QPointer<ExportDialog> dialog(this);
    QThreadPool::globalInstance()->start([dialog, format, document = document(), kinds = redactions()]() mutable {
        if (document.host.name.isEmpty())
            document.host = HostInfo::current();
        const ReportPreview::Content content = ReportPreview::prepare(redacted(document, kinds), format);
        QMetaObject::invokeMethod(QCoreApplication::instance(), [dialog, content] {
            if (!dialog)
                return;
            dialog->m_preview->setEnabled(true);
            auto *preview = new ReportPreview(content, dialog);
            preview->open();
        });
    });
}

void ExportDialog::startWriting(const QString &fileName, std::optional<ReportFormat> format)
{
    delete m_job;
    m_job = new ExportJob(document(), format, fileName, redactions(), this);
    connect(m_job, &ExportJob::progress, m_progress, &QProgressBar::setValue);
    connect(m_job, &ExportJob::finished, this, &ExportDialog::showOutcome);
    m_job->start();
}

void ExportDialog::showOutcome(const ReportOutcome &outcome)
{
    setWriting(false);
    switch (outcome.result) {
    case ReportResult::Written:
        m_written = m_job->fileName();
        say(tr("Written to %1").arg(text::visible(m_written, 200)), false);
        m_open->show();
        m_showFolder->show();
        m_open->setFocus();
        break;
    case ReportResult::Cancelled:
        say(tr("Cancelled. Nothing was written."), false);
        break;
    case ReportResult::Failed:
        say(outcome.error, true);
        break;
    }
    Q_EMIT finishedWriting(outcome);
}

void ExportDialog::setWriting(bool writing)
{
    for (QWidget *widget : std::initializer_list<QWidget *>{m_path, m_browse, m_choices, m_preview, m_write})
        widget->setEnabled(!writing);
    m_progress->setValue(0);
    m_progress->setVisible(writing);
    m_close->setText(writing ? tr("Cancel") : tr("Close"));
    m_open->hide();
    m_showFolder->hide();
    if (writing)
        m_message->hide();
}

void ExportDialog::say(const QString &text, bool bad)
{
    QPalette colours;
    if (bad)
        colours.setColor(QPalette::WindowText, theme::danger(palette()));
    m_message->setPalette(colours);
    m_message->setText(text);
    m_message->show();
}

void ExportDialog::reject()
{
    if (m_job && m_job->isRunning()) {
        m_job->cancel();
        return;
    }
    QDialog::reject();
}

} // namespace portolan
