// SPDX-License-Identifier: GPL-3.0-or-later
#include "command.h"
#include "knowledge_in_use.h"
#include "listener_table.h"
#include "live_snapshot.h"
#include "output.h"
#include "report/json_fields.h"
#include "report/json_report.h"
#include "report/listener_text.h"
#include "report/snapshot_reader.h"
#include "snapshot_comparison.h"

#include "users_notes.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QJsonArray>

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
        Output output;
        if (parser.isSet(json))
            output.writeLine(compactJson(toJson(comparison, documents)));
        else
            writeLines(comparison, documents[1], output);
        return written(output, comparison.isEmpty() ? ExitCode::Done : ExitCode::Finding);
    }

private:
    static void writeLines(const Comparison &comparison, const ReportDocument &after, Output &output)
    {
        for (const Entry &entry : comparison.opened)
            output.writeLine(QLatin1String("+ ") + listenerLine(*entry.listener, *entry.assessment));
        for (const Entry &entry : comparison.closed)
            output.writeLine(QLatin1String("- ") + listenerLine(*entry.listener, *entry.assessment));
        for (const EntryChange &change : comparison.changed) {
            const QString was = change.ownerChanged ? tr("(was held by %1)").arg(listener_text::owner(*change.before.listener->owner))
                                                    : tr("(was at %1)").arg(listener_text::endpoints(*change.before.listener).join(QLatin1String(", ")));
            output.writeLine(QLatin1String("~ ") + listenerLine(*change.after.listener, *change.after.assessment) + QLatin1String("  ") + was);
        }
        if (comparison.isEmpty())
            output.writeLine(tr("No differences."));
        if (hasUnreadTables(*after.snapshot))
            output.writeLine(tr("The newer picture is incomplete, so nothing is reported as closed."));
    }

    static QJsonObject toJson(const Comparison &comparison, const ReportDocument *documents)
    {
        const Knowledge *knowledge = documents[1].knowledge.get();
        const OwnNotes ownNotes = documents[1].ownNotes;
        const auto entryJson = [knowledge, ownNotes](const Entry &entry) { return listenerToJson(*entry.listener, *entry.assessment, knowledge, ownNotes); };
        QJsonArray opened;
        for (const Entry &entry : comparison.opened)
            opened += entryJson(entry);
        QJsonArray closed;
        for (const Entry &entry : comparison.closed)
            closed += entryJson(entry);
        QJsonArray changed;
        for (const EntryChange &change : comparison.changed) {
            changed += QJsonObject { { QStringLiteral("what"), change.ownerChanged ? QStringLiteral("owner") : QStringLiteral("endpoints") },
                                     { QStringLiteral("before"), entryJson(change.before) },
                                     { QStringLiteral("after"), entryJson(change.after) } };
        }
        return { { QStringLiteral("from"), json::timeOrNull(documents[0].snapshot->takenAt) },
                 { QStringLiteral("to"), json::timeOrNull(documents[1].snapshot->takenAt) },
                 { QStringLiteral("opened"), opened },
                 { QStringLiteral("closed"), closed },
                 { QStringLiteral("changed"), changed } };
    }
};

} // namespace

ExitCode diffCommand(const QStringList &arguments)
{
    return DiffCommand::run(arguments);
}

} // namespace portolan::cli
