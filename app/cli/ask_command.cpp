// SPDX-License-Identifier: GPL-3.0-or-later
#include "command.h"
#include "knowledge_in_use.h"
#include "listener_table.h"
#include "live_snapshot.h"
#include "monitor/sampler.h"
#include "output.h"
#include "port_argument.h"
#include "probe/ask_target.h"
#include "probe/port_asker.h"
#include "report/json_report.h"
#include "terminal.h"
#include "text/text.h"
#include "users_notes.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QEventLoop>
#include <QJsonObject>

namespace portolan::cli {

namespace {

constexpr qsizetype shownLength = 60;

class AskCommand
{
    Q_DECLARE_TR_FUNCTIONS(Cli)

public:
    static ExitCode run(const QStringList &arguments)
    {
        if (const auto negative = negativeNumber(arguments))
            return notAPort(*negative);
        QCommandLineParser parser;
        parser.setApplicationDescription(tr("Asks a port of this machine what it speaks: a few connections to it alone, which its program may "
                                            "log. Nothing is logged in to or changed."));
        parser.addPositionalArgument(QStringLiteral("ask"), {}, QStringLiteral("ask"));
        parser.addPositionalArgument(QStringLiteral("PORT"), tr("0 to 65535, alone or with /tcp or /udp."), QStringLiteral("PORT[/tcp|/udp]"));
        const QCommandLineOption json(QStringLiteral("json"), tr("Writes the listener in the snapshot format (JSON), with “answer”."));
        const QCommandLineOption address(QStringLiteral("address"), tr("Asks at this address of this machine."), QStringLiteral("ADDRESS"));
        parser.addOptions({ json, address });
        if (arguments.size() == 1)
            return fail(ExitCode::WrongUsage, tr("A port is missing; for example: portolan-cli ask 3155/tcp."));
        if (const auto ended = parse(parser, arguments, 1, 1))
            return *ended;
        ExitCode code = ExitCode::Done;
        const auto wanted = portArgument(parser.positionalArguments().first(), QStringLiteral("ask"), &code);
        if (!wanted)
            return code;
        std::optional<IpAddress> where;
        if (parser.isSet(address)) {
            where = IpAddress::parse(parser.value(address));
            if (!where) {
                return fail(ExitCode::WrongUsage, tr("“%1” is not an address; give one such as 127.0.0.1 or ::1.")
                                                      .arg(text::visible(parser.value(address), shownLength)));
            }
        }
        return AskCommand().ask(*wanted, where, parser.isSet(json));
    }

private:
    AskCommand()
        : m_knowledge(knowledgeInUse())
        , m_sampler(systemSources(), m_knowledge)
    {
    }

    ExitCode ask(const WantedPort &wanted, const std::optional<IpAddress> &where, bool json)
    {
        (void)m_sampler.sample(nullptr);
        m_sampler.waitForFacts(patienceForFacts);
        const SnapshotPtr snapshot = m_sampler.sample(nullptr).snapshot;
        if (isRefused(*snapshot))
            return fail(ExitCode::Refused, refusedText(*snapshot));
        const QList<ListenerPtr> listeners = listenersOf(*snapshot, wanted);
        if (listeners.isEmpty())
            return fail(ExitCode::Refused, tr("Nothing listens on port %1; portolan-cli list shows what does.").arg(shownPort(wanted)));
        const ListenerPtr listener = chosen(listeners, where);
        if (!json && listeners.size() > 1 && !where)
            std::fprintf(stderr, "portolan-cli: %s\n", qUtf8Printable(tr("Several listen on that port; --address chooses another one.")));

        PortAnswerPtr answer;
        QString refusal;
        QEventLoop loop;
        PortAsker asker;
        QObject::connect(&asker, &PortAsker::answered, &loop, [&](const ListenerPtr &, const PortAnswerPtr &given) {
            answer = given;
            loop.quit();
        });
        QObject::connect(&asker, &PortAsker::refused, &loop, [&](const ListenerPtr &, const QString &reason) {
            refusal = reason;
            loop.quit();
        });
        asker.ask(listener, m_knowledge, where);
        loop.exec();
        if (!answer)
            return fail(ExitCode::Refused, refusal);
        const auto judged = m_sampler.takeAnswer(*listener, answer, nullptr);
        const AssessmentPtr assessment = judged ? judged->assessmentOf(listener->key) : nullptr;
        if (!assessment)
            return fail(ExitCode::Refused, answerText(*answer));
        Output output;
        if (json)
            output.write(compactJson(listenerToJson(*listener, *assessment, m_knowledge.get(), usersNotes())) + '\n');
        else
            output.writeLine(lines(*listener, *assessment).join(QLatin1Char('\n')));
        return answer->outcome == AskOutcome::Refused ? fail(ExitCode::Refused, answerText(*answer)) : written(output);
    }

    /// TCP first where both are meant.
    static QList<ListenerPtr> listenersOf(const Snapshot &snapshot, const WantedPort &wanted)
    {
        QList<ListenerPtr> found;
        for (const ListenerPtr &listener : snapshot.listeners) {
            if (listener->port() == wanted.port && (!wanted.transport || listener->transport() == *wanted.transport))
                found += listener;
        }
        if (!found.isEmpty() && !wanted.transport)
            found.removeIf([first = found.first()->transport()](const ListenerPtr &one) { return one->transport() != first; });
        return found;
    }

    /// The first that can be asked there; the first of all where none can, which then says why.
    static ListenerPtr chosen(const QList<ListenerPtr> &listeners, const std::optional<IpAddress> &where)
    {
        const QList<OwnAddress> own = ownAddresses();
        for (const ListenerPtr &listener : listeners) {
            if (std::holds_alternative<AskTarget>(askTarget(*listener, where, own)))
                return listener;
        }
        return listeners.first();
    }

    static QString shownPort(const WantedPort &wanted)
    {
        const QString port = QString::number(wanted.port);
        return wanted.transport ? port + QLatin1Char('/') + QLatin1String(transportName(*wanted.transport)) : port;
    }

    static QStringList lines(const Listener &listener, const Assessment &assessment)
    {
        const PortAnswer &answer = *assessment.answer;
        QStringList lines { listenerLine(listener, assessment), terminal::bold(answerText(answer)) };
        for (const Evidence &fact : assessment.evidence) {
            if (fact.id == EvidenceId::AnswersAsRegistered || fact.id == EvidenceId::AnswersOtherwise)
                lines += evidenceText(fact);
        }
        lines += answerDetails(answer, QDateTime::currentDateTimeUtc());
        if (!answer.quote.isEmpty())
            lines += tr("It said: %1").arg(text::visible(answer.quote));
        lines += terminal::dim(askedText(answer));
        return lines;
    }

    KnowledgePtr m_knowledge;
    Sampler m_sampler;
};

} // namespace

ExitCode askCommand(const QStringList &arguments)
{
    return AskCommand::run(arguments);
}

} // namespace portolan::cli
