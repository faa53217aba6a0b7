// SPDX-License-Identifier: GPL-3.0-or-later
#include "command.h"
#include "explanation_text.h"
#include "knowledge/knowledge_json.h"
#include "knowledge_in_use.h"
#include "output.h"
#include "report/json_report.h"
#include "terminal.h"
#include "text/text.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QJsonDocument>

#include <algorithm>

namespace portolan::cli {

namespace {

constexpr int widestText = 100;
constexpr int narrowestText = 40;
constexpr qsizetype shownLength = 40;

struct WantedPort
{
    quint16 port = 0;
    std::optional<Transport> transport;
};

class ExplainCommand
{
    Q_DECLARE_TR_FUNCTIONS(Cli)

public:
    static ExitCode run(const QStringList &arguments)
    {
        // A negative number would be taken for an option.
        for (const QString &argument : arguments.mid(1)) {
            if (argument.size() > 1 && argument[0] == QLatin1Char('-') && argument[1].isDigit())
                return notAPort(argument);
        }
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
        const auto wanted = portFrom(parser.positionalArguments().first(), &code);
        if (!wanted)
            return code;

        const KnowledgePtr knowledge = knowledgeInUse();
        const Explanation explanation = explain(*knowledge, wanted->port, wanted->transport);
        Output output;
        if (parser.isSet(json))
            output.write(harmlessJson(QJsonDocument(explanationToJson(explanation)).toJson()));
        else
            output.writeLine(explanationText(explanation, *knowledge, terminal::isTerminal() ? std::clamp(terminal::width(), narrowestText, widestText) : terminal::width()));
        return written(output);
    }

private:
    static ExitCode notAPort(const QString &typed)
    {
        return fail(ExitCode::WrongUsage, tr("“%1” is not a port; give a whole number from 0 to 65535, alone or with /tcp or /udp, for example 3155/tcp.")
                                              .arg(text::visible(typed, shownLength)));
    }

    static std::optional<WantedPort> portFrom(const QString &typed, ExitCode *code)
    {
        const qsizetype slash = typed.indexOf(QLatin1Char('/'));
        const QString number = slash < 0 ? typed : typed.left(slash);
        const bool digits = !number.isEmpty() && std::ranges::all_of(number, [](QChar character) { return character >= QLatin1Char('0') && character <= QLatin1Char('9'); });
        bool fits = false;
        WantedPort wanted { number.toUShort(&fits), std::nullopt };
        if (!digits || !fits) {
            *code = notAPort(typed);
            return std::nullopt;
        }
        if (slash < 0)
            return wanted;
        const QString transport = typed.mid(slash + 1).toLower();
        if (transport != QLatin1String("tcp") && transport != QLatin1String("udp")) {
            *code = fail(ExitCode::WrongUsage, tr("“%1”: only /tcp and /udp can follow a port, for example %2/tcp.")
                                                   .arg(text::visible(typed, shownLength), number));
            return std::nullopt;
        }
        wanted.transport = transport == QLatin1String("tcp") ? Transport::Tcp : Transport::Udp;
        return wanted;
    }
};

} // namespace

ExitCode explainCommand(const QStringList &arguments)
{
    return ExplainCommand::run(arguments);
}

} // namespace portolan::cli
