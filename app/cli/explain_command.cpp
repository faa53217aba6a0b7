// SPDX-License-Identifier: GPL-3.0-or-later
#include "command.h"
#include "explanation_text.h"
#include "knowledge/knowledge_json.h"
#include "knowledge_in_use.h"
#include "net/port_text.h"
#include "output.h"
#include "ownnotes/own_notes_json.h"
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

private:
    static ExitCode notAPort(const QString &typed)
    {
        return fail(ExitCode::WrongUsage, tr("“%1” is not a port; give a whole number from 0 to 65535, alone or with /tcp or /udp, for example 3155/tcp.")
                                              .arg(text::visible(typed, shownLength)));
    }

    static std::optional<WantedPort> portFrom(const QString &typed, ExitCode *code)
    {
        const PortText text = PortText::read(typed);
        if (!text.isPlain()) {
            *code = notPlain(typed, text);
            return std::nullopt;
        }
        WantedPort wanted { *text.port, std::nullopt };
        if (!text.transport)
            return wanted;
        if (*text.transport != QLatin1String("tcp") && *text.transport != QLatin1String("udp")) {
            *code = fail(ExitCode::WrongUsage, tr("“%1”: only /tcp and /udp can follow a port, and only one of them, for example %2/tcp.")
                                                   .arg(text::visible(typed, shownLength), text.number));
            return std::nullopt;
        }
        wanted.transport = *text.transport == QLatin1String("tcp") ? Transport::Tcp : Transport::Udp;
        return wanted;
    }

    /// Says what would have been right, where that can be told.
    static ExitCode notPlain(const QString &typed, const PortText &text)
    {
        const QString shown = text::visible(typed, shownLength);
        if (text.port) {
            return fail(ExitCode::WrongUsage, tr("“%1” is not a plain decimal number; ports are written in decimal: portolan-cli explain %2.")
                                                  .arg(shown, QString::number(*text.port)));
        }
        const QStringList ports = text.form == PortText::Form::NoNumber && !text.number.isEmpty() ? portsNamed(text.number) : QStringList();
        if (ports.isEmpty())
            return notAPort(typed);
        return fail(ExitCode::WrongUsage, tr("“%1” is the name of a service, not a port; it is registered at %2: portolan-cli explain %3.")
                                              .arg(shown, ports.join(QLatin1String(", ")), ports.first()));
    }

    /// The ports that the registry has under this service name, in order; the first few.
    static QStringList portsNamed(const QString &service)
    {
        constexpr qsizetype namedAtMost = 5;
        const KnowledgePtr knowledge = Knowledge::builtIn();
        QList<quint16> found;
        for (int i = 0; i < knowledge->registrationCount(); ++i) {
            const Registration row = knowledge->registrationAt(i);
            if (row.isSinglePort() && row.service.compare(service, Qt::CaseInsensitive) == 0 && !found.contains(*row.portFrom))
                found.append(*row.portFrom);
        }
        std::sort(found.begin(), found.end());
        QStringList ports;
        for (const quint16 port : found.first(std::min(namedAtMost, found.size())))
            ports.append(QString::number(port));
        return ports;
    }
};

} // namespace

ExitCode explainCommand(const QStringList &arguments)
{
    return ExplainCommand::run(arguments);
}

} // namespace portolan::cli
