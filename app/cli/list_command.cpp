// SPDX-License-Identifier: GPL-3.0-or-later
#include "command.h"
#include "filter/filter_expression.h"
#include "listener_table.h"
#include "live_snapshot.h"
#include "output.h"
#include "report/report_writer.h"
#include "terminal.h"
#include "text/text.h"

#include <QCommandLineParser>
#include <QCoreApplication>

#include <algorithm>

namespace portolan::cli {

namespace {

class ListCommand
{
    Q_DECLARE_TR_FUNCTIONS(Cli)

public:
    static ExitCode run(const QStringList &arguments)
    {
        QCommandLineParser parser;
        parser.setApplicationDescription(tr("Lists what listens now."));
        parser.addPositionalArgument(QStringLiteral("list"), {}, QStringLiteral("list"));
        const QCommandLineOption json(QStringLiteral("json"), tr("Writes the snapshot format (JSON)."));
        const QCommandLineOption csv(QStringLiteral("csv"), tr("Writes comma-separated values (RFC 4180)."));
        const QCommandLineOption filter(QStringLiteral("filter"), tr("Lists only what matches, for example “port:3000-4000 -user:root”."), QStringLiteral("EXPR"));
        parser.addOptions({ json, csv, filter });
        if (const auto ended = parse(parser, arguments, 0, 0))
            return *ended;
        if (parser.isSet(json) && parser.isSet(csv))
            return fail(ExitCode::WrongUsage, tr("--json and --csv exclude each other; give one of them."));
        const FilterExpression expression = FilterExpression::parse(parser.value(filter));
        if (const auto &error = expression.error()) {
            return fail(ExitCode::WrongUsage, tr("--filter, at character %1 (^ in “%2^%3”): %4")
                                                  .arg(QString::number(error->position + 1), text::visible(parser.value(filter).left(error->position)),
                                                       text::visible(parser.value(filter).mid(error->position)), error->message));
        }
        ReportDocument document = liveDocument();
        if (isRefused(*document.snapshot))
            return fail(ExitCode::Refused, refusedText(*document.snapshot));
        const bool judged = std::ranges::any_of(document.assessments, [](const AssessmentPtr &one) { return one->baseline.has_value(); });
        if (expression.asksForBaseline() && !judged)
            fail(ExitCode::Done, tr("Nothing that is here was accepted as normal yet, so “is:” finds nothing; accept it in the window."));
        if (!expression.isEmpty())
            narrow(document, expression, parser.value(filter));
        return parser.isSet(json) ? write(document, ReportFormat::Json) : parser.isSet(csv) ? write(document, ReportFormat::Csv) : writeTable(document);
    }

private:
    static void narrow(ReportDocument &document, const FilterExpression &expression, const QString &typed)
    {
        QList<ListenerPtr> listeners;
        QList<AssessmentPtr> assessments;
        for (qsizetype i = 0; i < document.listeners.size(); ++i) {
            if (!expression.matches(*document.listeners[i], *document.assessments[i], document.ownNotes.noteFor(*document.listeners[i])))
                continue;
            listeners += document.listeners[i];
            assessments += document.assessments[i];
        }
        document.listeners = listeners;
        document.assessments = assessments;
        document.scope = tr("Only what matches the filter “%1”.").arg(text::visible(typed));
    }

    static ExitCode write(const ReportDocument &document, ReportFormat format)
    {
        Output output;
        static_cast<void>(writeReport(document, format, output));
        return written(output);
    }

    static ExitCode writeTable(const ReportDocument &document)
    {
        Output output;
        QString text = listenerTable(document).join(QLatin1Char('\n'));
        if (terminal::isTerminal())
            text += QLatin1String("\n\n") + terminal::dim(summaryLines(document).join(QLatin1Char('\n')));
        output.writeLine(text);
        return written(output);
    }
};

} // namespace

ExitCode listCommand(const QStringList &arguments)
{
    return ListCommand::run(arguments);
}

} // namespace portolan::cli
