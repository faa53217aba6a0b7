// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/paged_report.h"

#include "text/text.h"

#include <QAbstractTextDocumentLayout>
#include <QBuffer>
#include <QCoreApplication>
#include <QDir>
#include <QFontMetricsF>
#include <QImage>
#include <QPagedPaintDevice>
#include <QPainter>
#include <QPdfWriter>
#include <QRegularExpression>
#include <QSaveFile>
#include <QSvgRenderer>
#include <QTextFrame>
#include <QUrl>

namespace portolan {

namespace {

constexpr int resolution = 300; ///< dots per inch of the PDF
constexpr double pointsPerInch = 72;
constexpr double marginPoints = 42;
constexpr int mapPixels = 1400;
constexpr int mapPoints = 380;
const QUrl mapAddress(QStringLiteral("portmap"));

/// Black on white, for Qt's reader of style sheets, which knows neither variables nor media.
constexpr QLatin1String paperStyle(R"css(body { font-family: sans-serif; font-size: 9pt; color: #000; }
h1 { font-size: 17pt; } h2 { font-size: 13pt; } h3 { font-size: 11pt; } h4 { font-size: 9pt; color: #444; }
a { color: #000; text-decoration: none; } .soft { color: #555; } dt { color: #444; } code { font-family: monospace; }
th { text-align: left; color: #333; } td, th { padding: 2px 5px; } .lead { font-size: 11pt; }
.look { background-color: #f4e3e1; } .investigate { font-weight: bold; })css");

/// Colours for the picture, whose classes the style sheet of the page would give.
constexpr QLatin1String mapStyle("<style>.ground{fill:#f6f7f8}.dynamic{fill:#e9e4f2}.system{fill:#cfe3ea}.assigned{fill:#d9dce0}"
                                 ".service{fill:#a9c6cd}.game{fill:#a9bcd8}.malware{fill:#dba6a1}.grid{fill:none;stroke:#c4cad0}"
                                 ".expected-mark{fill:#1c6b36}.explained-mark{fill:#1f5582}.unfamiliar-mark{fill:#8a6a00}"
                                 ".investigate-mark{fill:#a51d12}</style>");

QImage mapOf(QString svg)
{
    const qsizetype open = svg.indexOf(QLatin1Char('>')) + 1;
    svg.insert(open, mapStyle);
    svg.insert(4, QLatin1String(" xmlns=\"http://www.w3.org/2000/svg\""));
    QSvgRenderer renderer(svg.toUtf8());
    QImage image(mapPixels, mapPixels, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    renderer.render(&painter);
    return image;
}

class PagedReportText
{
    Q_DECLARE_TR_FUNCTIONS(PagedReport)

public:
    static QString page(int number, int count) { return tr("Page %1 of %2").arg(QString::number(number), QString::number(count)); }
    static QString failed(const QString &fileName, const QString &reason)
    {
        return tr("“%1” was not written: %2. Choose another folder or free some space.")
            .arg(text::visible(QDir::toNativeSeparators(fileName)), text::visible(reason));
    }
};

} // namespace

std::unique_ptr<QTextDocument> pagedReport(const ReportDocument &document, const ReportProgress &progress, std::stop_token stop)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    const auto half = [&progress](int permille) {
        if (progress)
            progress(permille / 2);
    };
    if (writeReport(document, ReportFormat::Html, buffer, half, stop).result != ReportResult::Written)
        return nullptr;
    QString html = QString::fromUtf8(buffer.data());
    const qsizetype style = html.indexOf(QLatin1String("<style>"));
    const qsizetype styleEnd = html.indexOf(QLatin1String("</style>"));
    html.replace(style, styleEnd - style, QLatin1String("<style>") + paperStyle);
    auto report = std::make_unique<QTextDocument>();
    report->setUndoRedoEnabled(false);
    const qsizetype map = html.indexOf(QLatin1String("<svg"));
    if (map >= 0) {
        const qsizetype end = html.indexOf(QLatin1String("</svg>"), map) + 6;
        report->addResource(QTextDocument::ImageResource, mapAddress, mapOf(html.mid(map, end - map)));
        html.replace(map, end - map, QStringLiteral("<p><img src=\"%1\" width=\"%2\" height=\"%2\"></p>").arg(mapAddress.toString()).arg(mapPoints));
    }
    if (stop.stop_requested())
        return nullptr;
    report->setHtml(html);
    return report;
}

bool paintPages(QTextDocument &report, QPagedPaintDevice &device, const ReportProgress &progress, std::stop_token stop)
{
    QPainter painter;
    if (!painter.begin(&device))
        return false;
    // The document is laid out in points and painted at the device's resolution.
    const double scale = device.logicalDpiX() / pointsPerInch;
    painter.scale(scale, scale);
    const QSizeF page(device.width() / scale, device.height() / scale);
    QFont font = report.defaultFont();
    font.setPixelSize(8);
    const double line = QFontMetricsF(font).height() * 2;
    const QSizeF body(page.width(), page.height() - 2 * line);
    report.documentLayout()->setPaintDevice(nullptr);
    QTextFrameFormat frame = report.rootFrame()->frameFormat();
    frame.setMargin(0);
    report.rootFrame()->setFrameFormat(frame);
    report.setPageSize(body);
    const int count = report.pageCount();
    const QString title = report.metaInformation(QTextDocument::DocumentTitle);
    for (int number = 1; number <= count; ++number) {
        if (stop.stop_requested())
            return false;
        if (number > 1 && !device.newPage())
            return false;
        painter.setFont(font);
        painter.setPen(QColor(80, 80, 80));
        painter.drawText(QRectF(0, 0, page.width(), line), Qt::AlignLeft | Qt::AlignTop, title);
        painter.drawText(QRectF(0, page.height() - line, page.width(), line), Qt::AlignRight | Qt::AlignBottom, PagedReportText::page(number, count));
        painter.save();
        painter.translate(0, line - (number - 1) * body.height());
        QAbstractTextDocumentLayout::PaintContext context;
        context.clip = QRectF(QPointF(0, (number - 1) * body.height()), body);
        context.palette.setColor(QPalette::Text, Qt::black);
        painter.setClipRect(context.clip);
        report.documentLayout()->draw(&painter, context);
        painter.restore();
        if (progress)
            progress(500 + 500 * number / count);
    }
    return painter.end();
}

ReportOutcome savePdf(const ReportDocument &document, const QString &fileName, const ReportProgress &progress, std::stop_token stop)
{
    QSaveFile file(fileName);
    if (!file.open(QIODevice::WriteOnly | QIODevice::Unbuffered))
        return { ReportResult::Failed, PagedReportText::failed(fileName, file.errorString()) };
    const std::unique_ptr<QTextDocument> report = pagedReport(document, progress, stop);
    bool painted = false;
    QBuffer bytes;
    bytes.open(QIODevice::WriteOnly);
    if (report) {
        QPdfWriter pdf(&bytes);
        pdf.setResolution(resolution);
        pdf.setPageMargins(QMarginsF(marginPoints, marginPoints, marginPoints, marginPoints), QPageLayout::Point);
        pdf.setTitle(report->metaInformation(QTextDocument::DocumentTitle));
        pdf.setCreator(QStringLiteral("Portolan"));
        painted = paintPages(*report, pdf, progress, stop);
    }
    if (stop.stop_requested()) {
        file.cancelWriting();
        return { ReportResult::Cancelled, {} };
    }
    if (!painted || file.write(bytes.data()) != bytes.size() || !file.commit())
        return { ReportResult::Failed, PagedReportText::failed(fileName, file.errorString()) };
    return {};
}

} // namespace portolan
