// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/report_preview.h"

#include "report/paged_report.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QDialogButtonBox>
#include <QFontDatabase>
#include <QPrintDialog>
#include <QPrinter>
#include <QPushButton>
#include <QTextBrowser>
#include <QThread>
#include <QThreadPool>
#include <QVBoxLayout>

namespace portolan {

namespace {

/// Characters; nobody reads further here, and it would take long to lay out.
constexpr qsizetype longestPlain = 400'000;

} // namespace

ReportPreview::Content ReportPreview::prepare(const ReportDocument &document, std::optional<ReportFormat> format, std::stop_token stop)
{
    Content content;
    if (!format || *format == ReportFormat::Html) {
        content.paged = pagedReport(document, {}, stop);
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
        std::shared_ptr<QTextDocument> copy(m_content.paged->clone());
        copy->setMetaInformation(QTextDocument::DocumentTitle, m_content.paged->metaInformation(QTextDocument::DocumentTitle));
        copy->moveToThread(nullptr);
        QThreadPool::globalInstance()->start([copy, printer] {
            copy->moveToThread(QThread::currentThread());
            static_cast<void>(paintPages(*copy, *printer));
        });
    });
    // The printer lives as long as the dialogue that shows it.
    connect(dialog, &QObject::destroyed, this, [printer] { });
    dialog->open();
}

} // namespace portolan
