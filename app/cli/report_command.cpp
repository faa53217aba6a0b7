// SPDX-License-Identifier: GPL-3.0-or-later
#include "command.h"
#include "live_snapshot.h"
#include "report/redaction.h"
#include "report/report_writer.h"
#include "text/text.h"

#include <QCommandLineParser>
#include <QCoreApplication>

namespace portolan::cli {

namespace {

class ReportCommand
{
    Q_DECLARE_TR_FUNCTIONS(Cli)

public:
    static ExitCode run(const QStringList &arguments)
    {
        QCommandLineParser parser;
        parser.setApplicationDescription(tr("Writes a report of what listens now."));
        parser.addPositionalArgument(QStringLiteral("report"), {}, QStringLiteral("report"));
        const QCommandLineOption file({ QStringLiteral("o"), QStringLiteral("output") }, tr("The file; its ending says the format: .html, .json, .csv or .md."), QStringLiteral("FILE"));
        const QCommandLineOption redact(QStringLiteral("redact"), tr("Replaces names of users, hosts and containers, paths and arguments by pseudonyms."));
        parser.addOptions({ file, redact });
        if (const auto ended = parse(parser, arguments, 0, 0))
            return *ended;
        const QString fileName = parser.value(file);
        if (fileName.isEmpty())
            return fail(ExitCode::WrongUsage, tr("The file is missing; for example: portolan-cli report -o report.html."));
        const auto format = reportFormatOf(fileName);
        if (!format) {
            return fail(ExitCode::WrongUsage, tr("“%1” does not say the format; end the name in .html, .json, .csv or .md.").arg(text::visible(fileName)));
        }
        ReportDocument document = liveDocument();
        if (isRefused(*document.snapshot))
            return fail(ExitCode::Refused, refusedText(*document.snapshot));
        if (parser.isSet(redact))
            document = redacted(document);
        const ReportOutcome outcome = saveReport(document, *format, fileName);
        return outcome.result == ReportResult::Written ? ExitCode::Done : fail(ExitCode::FileFailed, outcome.error);
    }
};

} // namespace

ExitCode reportCommand(const QStringList &arguments)
{
    return ReportCommand::run(arguments);
}

} // namespace portolan::cli
