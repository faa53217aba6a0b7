// SPDX-License-Identifier: GPL-3.0-or-later
#include "baseline/baseline_file.h"
#include "baseline/baseline_json.h"
#include "baseline/baseline_match.h"
#include "command.h"
#include "listener_table.h"
#include "live_snapshot.h"
#include "output.h"
#include "report/snapshot_reader.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFileInfo>

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
        const QCommandLineOption baseline(QStringLiteral("baseline"), tr("The snapshot accepted as normal, as “list --json” writes it; without it, what was accepted in the window."), QStringLiteral("FILE"));
        parser.addOption(baseline);
        if (const auto ended = parse(parser, arguments, 0, 0))
            return *ended;
        QString fileName = parser.value(baseline);
        if (fileName.isEmpty() && !parser.isSet(baseline) && QFileInfo::exists(baselineFileName()))
            fileName = baselineFileName();
        if (fileName.isEmpty())
            return fail(ExitCode::WrongUsage, tr("The baseline is missing; for example: portolan-cli check --baseline normal.json."));
        QString error;
        const auto file = readSnapshotFile(fileName, &error);
        if (!file)
            return fail(ExitCode::FileFailed, error);
        const ReportDocument now = liveDocument();
        if (isRefused(*now.snapshot))
            return fail(ExitCode::Refused, refusedText(*now.snapshot));

        const Baseline accepted = baselineOf(*file);
        const QList<ListenerPtr> &listeners = now.snapshot->listeners;
        QList<qsizetype> found;
        for (qsizetype i = 0; i < listeners.size(); ++i) {
            const auto state = match(accepted, listeners, i).value_or(BaselineMatch {}).state;
            if (state == BaselineState::NotInBaseline || state == BaselineState::Changed)
                found += i;
        }
        Output output;
        for (const qsizetype i : found)
            output.writeLine(QLatin1String("+ ") + listenerLine(*listeners[i], *now.assessments[i]));
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
