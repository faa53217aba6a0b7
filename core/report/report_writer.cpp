// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/report_writer.h"

#include "report/csv_report.h"
#include "report/html_report.h"
#include "report/json_report.h"
#include "report/markdown_report.h"
#include "report/report_sink.h"
#include "text/text.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QSaveFile>

#include <utility>

namespace portolan {

namespace {

class ReportWriterText
{
    Q_DECLARE_TR_FUNCTIONS(ReportWriter)

public:
    static QString couldNotWrite(const QString &fileName, const QString &reason, QFileDevice::FileError error)
    {
        const QString where = text::visible(QDir::toNativeSeparators(fileName));
        const QString why = text::visible(reason);
        if (QFileInfo(fileName).isDir())
            return tr("“%1” is a folder; choose the name of a file.").arg(where);
        if (!QFileInfo(fileName).absoluteDir().exists())
            return tr("“%1” cannot be written: its folder does not exist. Create the folder or choose another one.").arg(where);
        if (error == QFileDevice::OpenError || error == QFileDevice::PermissionsError)
            return tr("“%1” cannot be written: %2. Choose a folder that you may write to.").arg(where, why);
        return tr("“%1” was not written: %2. What was there before is unchanged. Free some space or choose another folder.")
            .arg(where, why);
    }
    static QString deviceFailed(const QString &reason)
    {
        return tr("The report could not be written: %1. Try again somewhere else.").arg(text::visible(reason));
    }
    static QString nothingToWrite() { return tr("There is no picture of this machine to report yet. Wait for the first one."); }
};

} // namespace

std::optional<ReportFormat> reportFormatOf(const QString &fileName)
{
    const QString ending = QFileInfo(fileName).suffix().toLower();
    if (ending == QLatin1String("html"))
        return ReportFormat::Html;
    if (ending == QLatin1String("json"))
        return ReportFormat::Json;
    if (ending == QLatin1String("csv"))
        return ReportFormat::Csv;
    if (ending == QLatin1String("md"))
        return ReportFormat::Markdown;
    return std::nullopt;
}

ReportOutcome writeReport(const ReportDocument &document, ReportFormat format, QIODevice &device,
                          const ReportProgress &progress, std::stop_token stop)
{
    if (!document.snapshot)
        return { ReportResult::Failed, ReportWriterText::nothingToWrite() };
    ReportSink sink(device, progress, std::move(stop));
    switch (format) {
    case ReportFormat::Html:
        writeHtmlReport(document, sink);
        break;
    case ReportFormat::Json:
        writeJsonReport(document, sink);
        break;
    case ReportFormat::Csv:
        writeCsvReport(document, sink);
        break;
    case ReportFormat::Markdown:
        writeMarkdownReport(document, sink);
        break;
    }
    const qsizetype count = document.listeners.size();
    static_cast<void>(sink.proceed(count, count));
    sink.flush();
    if (sink.isCancelled())
        return { ReportResult::Cancelled, {} };
    if (sink.hasFailed())
        return { ReportResult::Failed, ReportWriterText::deviceFailed(device.errorString()) };
    return {};
}

ReportOutcome saveReport(const ReportDocument &document, ReportFormat format, const QString &fileName,
                         const ReportProgress &progress, std::stop_token stop)
{
    QSaveFile file(fileName);
    // Unbuffered, as the sink has a buffer: QSaveFile::commit() does not notice when what QFile
    // still holds cannot be written, and would put a shortened file in place.
    if (!file.open(QIODevice::WriteOnly | QIODevice::Unbuffered))
        return { ReportResult::Failed, ReportWriterText::couldNotWrite(fileName, file.errorString(), QFileDevice::OpenError) };
    ReportOutcome outcome = writeReport(document, format, file, progress, std::move(stop));
    if (outcome.result == ReportResult::Written && !file.commit())
        outcome.result = ReportResult::Failed;
    if (outcome.result == ReportResult::Failed && file.error() != QFileDevice::NoError)
        outcome.error = ReportWriterText::couldNotWrite(fileName, file.errorString(), file.error());
    if (outcome.result != ReportResult::Written)
        file.cancelWriting();
    return outcome;
}

} // namespace portolan
