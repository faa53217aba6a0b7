// SPDX-License-Identifier: GPL-3.0-or-later
#include "command.h"
#include "explanation_text.h"
#include "knowledge/knowledge_json.h"
#include "knowledge_in_use.h"
#include "output.h"
#include "ownnotes/own_notes_json.h"
#include "port_argument.h"
#include "report/json_report.h"
#include "terminal.h"
#include "text/text.h"
#include "users_notes.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace portolan::cli {

namespace {

constexpr int widestText = 100;
constexpr int narrowestText = 40;

class ExplainCommand
{
    Q_DECLARE_TR_FUNCTIONS(Cli)

public:
    static ExitCode run(const QStringList &arguments)
    {
        if (const auto negative = negativeNumber(arguments))
            return notAPort(*negative);
        QCommandLineParser parser;
        parser.setApplicationDescription(tr("Tells what is known of a port, offline."));
        parser.addPositionalArgument(QStringLiteral("explain"), {}, QStringLiteral("explain"));
        parser.addPositionalArgument(QStringLiteral("PORT"), tr("0 to 65535, alone or with /tcp or /udp."), QStringLiteral("PORT[/tcp|/udp]"));
        const QCommandLineOption json(QStringLiteral("json"), tr("Writes JSON."));
        parser.addOption(json);
        if (arguments.size() == 1)
            return fail(ExitCode::WrongUsage, tr("A port is missing; for example: portolan-cli explain 3155/tcp."));
        if (const auto ended = parse(parser, arguments, 1, 1))
            return *ended;
        ExitCode code = ExitCode::Done;
        const auto wanted = portArgument(parser.positionalArguments().first(), QStringLiteral("explain"), &code);
        if (!wanted)
            return code;

        const KnowledgePtr knowledge = knowledgeInUse();
        const Explanation explanation = explain(*knowledge, wanted->port, wanted->transport);
        QList<OwnNotePtr> ownNotes = usersNotes().at(wanted->port);
        ownNotes.removeIf([&wanted](const OwnNotePtr &note) { return !note->scope.covers(wanted->transport); });
        Output output;
        if (parser.isSet(json)) {
            QJsonObject object = explanationToJson(explanation);
            object.insert(QStringLiteral("ownNotes"), ownNotesToJson(ownNotes));
            output.write(harmlessJson(QJsonDocument(object).toJson()));
        } else {
            output.writeLine(explanationText(explanation, ownNotes, *knowledge, terminal::isTerminal() ? std::clamp(terminal::width(), narrowestText, widestText) : terminal::width()));
        }
        return written(output);
    }
};

} // namespace

ExitCode explainCommand(const QStringList &arguments)
{
    return ExplainCommand::run(arguments);
}

} // namespace portolan::cli
