// SPDX-License-Identifier: GPL-3.0-or-later
#include "command.h"
#include "knowledge/knowledge_json.h"
#include "knowledge_in_use.h"
#include "output.h"
#include "report/json_report.h"
#include "terminal.h"
#include "text/text.h"

#include <QBuffer>
#include <QCommandLineParser>
#include <QCoreApplication>

namespace portolan::cli {

namespace {

class KnowledgeCommand
{
    Q_DECLARE_TR_FUNCTIONS(Cli)

public:
    static ExitCode run(const QStringList &arguments)
    {
        QCommandLineParser parser;
        parser.setApplicationDescription(tr("Writes everything that is known of all ports."));
        parser.addPositionalArgument(QStringLiteral("knowledge"), {}, QStringLiteral("knowledge"));
        const QCommandLineOption json(QStringLiteral("json"), tr("Writes JSON."));
        parser.addOption(json);
        if (const auto ended = parse(parser, arguments, 0, 0))
            return *ended;
        Output output;
        const KnowledgePtr knowledge = knowledgeInUse();
        if (parser.isSet(json)) {
            QBuffer buffer;
            buffer.open(QIODevice::WriteOnly);
            static_cast<void>(writeKnowledgeJson(*knowledge, buffer));
            output.write(harmlessJson(buffer.data()));
        } else {
            output.write(text(*knowledge).toUtf8());
        }
        return written(output);
    }

private:
    static QString ports(std::optional<quint16> from, std::optional<quint16> to)
    {
        if (!from || !to)
            return QStringLiteral("-");
        return from == to ? QString::number(*from) : QString::number(*from) + QLatin1Char('-') + QString::number(*to);
    }

    static QString transport(RegistryTransport value)
    {
        switch (value) {
        case RegistryTransport::None:
            return QStringLiteral("-");
        case RegistryTransport::Tcp:
            return QStringLiteral("tcp");
        case RegistryTransport::Udp:
            return QStringLiteral("udp");
        case RegistryTransport::Sctp:
            return QStringLiteral("sctp");
        case RegistryTransport::Dccp:
            return QStringLiteral("dccp");
        }
        Q_UNREACHABLE();
    }

    static QString line(const QString &port, const QString &protocol, const QString &name, const QString &description)
    {
        return terminal::padded(port, 11) + QLatin1String("  ") + terminal::padded(protocol, 4) + QLatin1String("  ")
            + terminal::padded(text::visible(name), 20) + QLatin1String("  ") + text::visible(description.simplified()) + QLatin1Char('\n');
    }

    static QString text(const Knowledge &knowledge)
    {
        QString result = knowledge.registry().text() + QLatin1String("\n\n");
        result += tr("Registrations (%n)", nullptr, knowledge.registrationCount()) + QLatin1Char('\n');
        for (int i = 0; i < knowledge.registrationCount(); ++i) {
            const Registration row = knowledge.registrationAt(i);
            const QString name = row.status == RegistrationStatus::Assigned ? row.service
                : row.status == RegistrationStatus::Reserved                ? tr("(reserved)")
                                                                            : tr("(unassigned)");
            result += line(ports(row.portFrom, row.portTo), transport(row.transport), name, row.description);
        }
        result += QLatin1Char('\n') + tr("Notes (%n)", nullptr, knowledge.noteCount()) + QLatin1Char('\n');
        for (int i = 0; i < knowledge.noteCount(); ++i) {
            const Note note = knowledge.noteAt(i);
            result += line(ports(note.portFrom, note.portTo), note.transport ? QString(QLatin1String(transportName(*note.transport))) : QStringLiteral("-"), note.subject, note.text);
        }
        return result;
    }
};

} // namespace

ExitCode knowledgeCommand(const QStringList &arguments)
{
    return KnowledgeCommand::run(arguments);
}

} // namespace portolan::cli
