// SPDX-License-Identifier: GPL-3.0-or-later
#include "baseline/baseline_file.h"
#include "command.h"
#include "compare/comparison_json.h"
#include "knowledge_in_use.h"
#include "listener_table.h"
#include "live_snapshot.h"
#include "output.h"
#include "report/snapshot_reader.h"
#include "users_notes.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFileInfo>

namespace portolan::cli {

namespace {

class DiffCommand
{
    Q_DECLARE_TR_FUNCTIONS(Cli)

public:
    static ExitCode run(const QStringList &arguments)
    {
        QCommandLineParser parser;
        parser.setApplicationDescription(tr("Tells what differs between two snapshots; exits with 1 when anything does."));
        parser.addPositionalArgument(QStringLiteral("diff"), {}, QStringLiteral("diff"));
        parser.addPositionalArgument(QStringLiteral("OLD.json"), tr("A snapshot as “list --json” writes it."));
        parser.addPositionalArgument(QStringLiteral("NEW.json"), tr("A later one; without it, what listens now."), QStringLiteral("[NEW.json]"));
        const QCommandLineOption json(QStringLiteral("json"), tr("Writes JSON."));
        parser.addOption(json);
        if (const auto ended = parse(parser, arguments, 1, 2))
            return *ended;

        ReportDocument documents[2];
        const QStringList files = parser.positionalArguments();
        for (qsizetype i = 0; i < files.size(); ++i) {
            QString error;
            const auto file = readSnapshotFile(files[i], &error);
            if (!file)
                return fail(ExitCode::FileFailed, error);
            documents[i] = { file->host, file->snapshot, file->snapshot->listeners, file->assessments, knowledgeInUse(), {} };
        }
        if (files.size() == 1) {
            documents[1] = liveDocument();
            if (isRefused(*documents[1].snapshot))
                return fail(ExitCode::Refused, refusedText(*documents[1].snapshot));
        }
        if (files.size() == 2)
            documents[1].ownNotes = usersNotes();
        const Comparison comparison = compare(documents[0], documents[1]);
        const PictureName before = nameOf(files[0], documents[0], documents[1]);
        const PictureName after = files.size() == 2 ? nameOf(files[1], documents[1], documents[0]) : PictureName { PictureKind::Now, documents[1].snapshot->takenAt };
        Output output;
        if (parser.isSet(json)) {
            output.writeLine(comparisonToJson(comparison, documents[0], before, documents[1], after));
        } else {
            output.writeLine(comparisonSentence(comparison, before, after, hasUnreadTables(*documents[1].snapshot)));
            writeLines(comparison, output);
        }
        return written(output, comparison.isEmpty() ? ExitCode::Done : ExitCode::Finding);
    }

private:
    static PictureName nameOf(const QString &fileName, const ReportDocument &document, const ReportDocument &other)
    {
        const bool isBaseline = QFileInfo(fileName) == QFileInfo(baselineFileName());
        return { isBaseline ? PictureKind::Baseline : PictureKind::File, document.snapshot->takenAt, fileName,
                 document.host.name == other.host.name ? QString() : document.host.name };
    }

    static void writeLines(const Comparison &comparison, Output &output)
    {
        for (const ComparedPort &port : comparison.ports) {
            const ComparedListener &shown = port.shown();
            const QString line = QChar::fromLatin1(differenceSign(port.what)) + QLatin1Char(' ') + listenerLine(*shown.listener, *shown.assessment);
            const bool changed = port.before.listener && port.after.listener;
            output.writeLine(changed ? line + QLatin1String("  (") + differenceText(port) + QLatin1Char(')') : line);
        }
    }
};

} // namespace

ExitCode diffCommand(const QStringList &arguments)
{
    return DiffCommand::run(arguments);
}

} // namespace portolan::cli
