// SPDX-License-Identifier: GPL-3.0-or-later
#include "command.h"
#include "live_snapshot.h"
#include "report/redaction.h"
#include "report/report_writer.h"
#include "text/text.h"

#include <QCommandLineParser>
#include <QCoreApplication>

#include <optional>

namespace portolan::cli {

namespace {

std::optional<Redaction> redactionOf(const QString &kind)
{
    if (kind == QLatin1String("users"))
        return Redaction::Users;
    if (kind == QLatin1String("paths"))
        return Redaction::Paths;
    if (kind == QLatin1String("arguments"))
        return Redaction::Arguments;
    if (kind == QLatin1String("hosts"))
        return Redaction::Hosts;
    if (kind == QLatin1String("containers"))
        return Redaction::Containers;
    return std::nullopt;
}

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
        const QCommandLineOption redactOnly(QStringLiteral("redact-only"), tr("The same for some of them: users, paths, arguments, hosts, containers; commas between."), QStringLiteral("KINDS"));
        parser.addOptions({ file, redact, redactOnly });
        if (const auto ended = parse(parser, arguments, 0, 0))
            return *ended;
        const QString fileName = parser.value(file);
        if (fileName.isEmpty())
            return fail(ExitCode::WrongUsage, tr("The file is missing; for example: portolan-cli report -o report.html."));
        const auto format = reportFormatOf(fileName);
        if (!format && fileName.endsWith(QLatin1String(".pdf"), Qt::CaseInsensitive))
            return fail(ExitCode::WrongUsage, tr("PDF is written by the window (Export report); end the name in .html, .json, .csv or .md."));
        if (!format) {
            return fail(ExitCode::WrongUsage, tr("“%1” does not say the format; end the name in .html, .json, .csv or .md.").arg(text::visible(fileName)));
        }
        Redactions kinds = parser.isSet(redact) ? allRedactions : Redactions();
        for (const QString &kind : parser.isSet(redactOnly) ? parser.value(redactOnly).split(QLatin1Char(',')) : QStringList()) {
            const auto known = redactionOf(kind.trimmed());
            if (!known)
                return fail(ExitCode::WrongUsage, tr("“%1” cannot be redacted; name users, paths, arguments, hosts or containers.").arg(text::visible(kind)));
            kinds |= *known;
        }
        ReportDocument document = liveDocument();
        if (isRefused(*document.snapshot))
            return fail(ExitCode::Refused, refusedText(*document.snapshot));
        if (kinds)
            document = redacted(document, kinds);
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
