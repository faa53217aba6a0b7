// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/report_preview.h"

#include "report/paged_report.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QDialogButtonBox>
#include <QFontDatabase>
#include <QLocale>
#include <QPrintDialog>
#include <QPrinter>
#include <QPushButton>
#include <QTextBrowser>
#include <QThreadPool>
#include <QVBoxLayout>

#include <algorithm>
#include <numeric>

namespace portolan {

namespace {

/// Characters; nobody reads further here, and it would take long to lay out.
constexpr qsizetype longestPlain = 400'000;

/// The report on the listeners that were judged worst, in the order they had; the same when they are few.
ReportDocument shortened(const ReportDocument &document)
{
    const qsizetype count = document.listeners.size();
    if (count <= ReportPreview::mostListeners)
        return document;
    QList<qsizetype> kept(count);
    std::iota(kept.begin(), kept.end(), qsizetype(0));
    std::ranges::stable_sort(kept, std::greater(), [&document](qsizetype i) { return document.assessments[i]->verdict; });
    kept.resize(ReportPreview::mostListeners);
    std::ranges::sort(kept);
    ReportDocument beginning = document;
    beginning.listeners.clear();
    beginning.assessments.clear();
    for (const qsizetype i : std::as_const(kept)) {
        beginning.listeners += document.listeners[i];
        beginning.assessments += document.assessments[i];
    }
    beginning.scope = QStringList { document.scope,
                                    ReportPreview::tr("This preview has %1 of %2 listeners; the report has all of them.")
                                        .arg(QLocale().toString(ReportPreview::mostListeners), QLocale().toString(count)) }
                          .join(QLatin1Char(' '))
                          .trimmed();
    return beginning;
}

} // namespace

ReportPreview::Content ReportPreview::prepare(const ReportDocument &document, std::optional<ReportFormat> format, std::stop_token stop)
{
    Content content { document, nullptr, {} };
    if (!format || *format == ReportFormat::Html) {
        content.paged = pagedReport(shortened(document), {}, stop);
        // It is laid out where it is shown.
        if (content.paged)
            content.paged->moveToThread(QCoreApplication::instance()->thread());
        return content;
    }
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    if (writeReport(document, *format, buffer, {}, std::move(stop)).result != ReportResult::Written)
        return content;
    content.plain = QString::fromUtf8(buffer.data());
    if (content.plain.size() > longestPlain)
        content.plain = content.plain.left(longestPlain) + QLatin1String("\n\n") + tr("The file goes on; this is its beginning.");
    return content;
}

ReportPreview::ReportPreview(Content content, QWidget *parent)
    : QDialog(parent)
    , m_content(std::move(content))
    , m_text(new QTextBrowser(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(QStringLiteral("reportPreview"));
    setWindowTitle(tr("Preview of the report"));
    m_text->setObjectName(QStringLiteral("reportPreviewText"));
    m_text->setAccessibleName(tr("Preview of the report"));
    m_text->setOpenLinks(false);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    if (m_content.paged) {
        // Paper is white, whatever the desktop's colours are.
        QPalette paper = m_text->palette();
        paper.setColor(QPalette::Base, Qt::white);
        paper.setColor(QPalette::Text, Qt::black);
        m_text->setPalette(paper);
        m_text->setDocument(m_content.paged.get());
        connect(m_text, &QTextBrowser::anchorClicked, this, [this](const QUrl &address) {
            if (address.path().isEmpty() && address.host().isEmpty())
                m_text->scrollToAnchor(address.fragment());
        });
        QPushButton *print = buttons->addButton(tr("&Print…"), QDialogButtonBox::ActionRole);
        print->setObjectName(QStringLiteral("reportPrint"));
        connect(print, &QPushButton::clicked, this, &ReportPreview::print);
    } else {
        m_text->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
        m_text->setLineWrapMode(QTextEdit::NoWrap);
        m_text->setPlainText(m_content.plain);
    }
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_text, 1);
    column->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    resize(fontMetrics().averageCharWidth() * 130, fontMetrics().height() * 42);
}

ReportPreview::~ReportPreview()
{
    // Before the document that it shows.
    delete m_text;
}

void ReportPreview::print()
{
    auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
    auto *dialog = new QPrintDialog(printer.get(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, printer] {
        QThreadPool::globalInstance()->start([document = m_content.document, printer] {
            if (const auto report = pagedReport(document))
                static_cast<void>(paintPages(*report, *printer));
        });
    });
    // The printer lives as long as the dialogue that shows it.
    connect(dialog, &QObject::destroyed, this, [printer] { });
    dialog->open();
}

} // namespace portolan
