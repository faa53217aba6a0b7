// SPDX-License-Identifier: GPL-3.0-or-later
#include "command.h"
#include "listener_table.h"
#include "live_snapshot.h"
#include "output.h"
#include "report/snapshot_reader.h"
#include "snapshot_comparison.h"

#include <QCommandLineParser>
#include <QCoreApplication>

namespace portolan::cli {

namespace {

class CheckCommand
{
    Q_DECLARE_TR_FUNCTIONS(Cli)

public:
    static ExitCode run(const QStringList &arguments)
    {
        QCommandLineParser parser;
        parser.setApplicationDescription(tr("Tells what listens now and is not in the baseline; exits with 1 when anything does."));
        parser.addPositionalArgument(QStringLiteral("check"), {}, QStringLiteral("check"));
        const QCommandLineOption baseline(QStringLiteral("baseline"), tr("The snapshot accepted as normal, as “list --json” writes it."), QStringLiteral("FILE"));
        parser.addOption(baseline);
        if (const auto ended = parse(parser, arguments, 0, 0))
            return *ended;
        if (parser.value(baseline).isEmpty())
            return fail(ExitCode::WrongUsage, tr("The baseline is missing; for example: portolan-cli check --baseline normal.json."));
        QString error;
        const auto file = readSnapshotFile(parser.value(baseline), &error);
        if (!file)
            return fail(ExitCode::FileFailed, error);
        const ReportDocument now = liveDocument();
        if (isRefused(*now.snapshot))
            return fail(ExitCode::Refused, refusedText(*now.snapshot));

        const QList<Entry> found = unexpected({ file->host, file->snapshot, file->snapshot->listeners, file->assessments, now.knowledge, {} }, now);
        Output output;
        for (const Entry &entry : found)
            output.writeLine(QLatin1String("+ ") + listenerLine(*entry.listener, *entry.assessment));
        if (found.isEmpty())
            output.writeLine(tr("Everything that listens is in the baseline."));
        if (hasUnreadTables(*now.snapshot))
            output.writeLine(tr("The picture is incomplete: some listeners may be missing."));
        return written(output, found.isEmpty() ? ExitCode::Done : ExitCode::Finding);
    }
};

} // namespace

ExitCode checkCommand(const QStringList &arguments)
{
    return CheckCommand::run(arguments);
}

} // namespace portolan::cli
