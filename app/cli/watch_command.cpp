// SPDX-License-Identifier: GPL-3.0-or-later
#include "command.h"
#include "knowledge_in_use.h"
#include "listener_table.h"
#include "live_snapshot.h"
#include "monitor/monitor.h"
#include "monitor/sampler.h"
#include "output.h"
#include "report/json_fields.h"
#include "report/json_report.h"
#include "text/text.h"
#include "users_baseline.h"
#include "users_notes.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QJsonArray>

#include <array>

namespace portolan::cli {

namespace {

enum class Event : quint8 { Present, Opened, Closed, Changed };

class WatchCommand
{
    Q_DECLARE_TR_FUNCTIONS(Cli)

public:
    static ExitCode run(const QStringList &arguments)
    {
        QCommandLineParser parser;
        parser.setApplicationDescription(tr("Writes one line for each listener that opens, closes or changes, until interrupted."));
        parser.addPositionalArgument(QStringLiteral("watch"), {}, QStringLiteral("watch"));
        const QCommandLineOption json(QStringLiteral("json"), tr("Writes one JSON object a line."));
        const QCommandLineOption interval(QStringLiteral("interval"), tr("Milliseconds from look to look, 250 to 10000."), QStringLiteral("MS"));
        parser.addOptions({ json, interval });
        if (const auto ended = parse(parser, arguments, 0, 0))
            return *ended;
        std::chrono::milliseconds pause = Monitor::defaultInterval;
        if (parser.isSet(interval)) {
            bool isNumber = false;
            pause = std::chrono::milliseconds(parser.value(interval).toInt(&isNumber));
            if (!isNumber || pause < Monitor::minimumInterval || pause > Monitor::maximumInterval) {
                return fail(ExitCode::WrongUsage, tr("--interval “%1”: give whole milliseconds from 250 to 10000.").arg(text::visible(parser.value(interval), 40)));
            }
        }
        return WatchCommand(parser.isSet(json)).watch(pause);
    }

private:
    explicit WatchCommand(bool json)
        : m_json(json)
    {
    }

    ExitCode watch(std::chrono::milliseconds pause)
    {
        Sampler sampler(systemSources(), m_knowledge);
        (void)sampler.judgeAnew(usersBaseline(), nullptr);
        (void)sampler.sample(nullptr);
        sampler.waitForFacts(patienceForFacts);
        Update update = sampler.sample(nullptr);
        if (isRefused(*update.snapshot))
            return fail(ExitCode::Refused, refusedText(*update.snapshot));
        for (qsizetype i = 0; i < update.snapshot->listeners.size(); ++i)
            write(Event::Present, *update.snapshot, *update.snapshot->listeners[i], *update.assessments[i]);
        if (m_json)
            m_output.writeLine(QByteArrayLiteral("{\"event\":\"live\"}"));
        while (!m_output.hasFailed() && m_output.wait(pause)) {
            const Update before = update;
            update = sampler.sample(before.snapshot);
            for (const ListenerPtr &listener : update.delta.closed)
                write(Event::Closed, *update.snapshot, *listener, assessmentOf(before, *listener));
            for (const ListenerChange &change : update.delta.changed)
                write(Event::Changed, *update.snapshot, *change.after, assessmentOf(update, *change.after), change.what);
            for (const ListenerPtr &listener : update.delta.opened)
                write(Event::Opened, *update.snapshot, *listener, assessmentOf(update, *listener));
        }
        return written(m_output);
    }

    static Assessment assessmentOf(const Update &update, const Listener &listener)
    {
        const AssessmentPtr assessment = update.assessmentOf(listener.key);
        return assessment ? *assessment : Assessment {};
    }

    void write(Event event, const Snapshot &snapshot, const Listener &listener, const Assessment &assessment, Changes what = {})
    {
        if (!m_json) {
            static constexpr std::array signs { u' ', u'+', u'-', u'~' };
            m_output.writeLine(QString(QChar(signs[static_cast<size_t>(event)])) + QLatin1Char(' ') + listenerLine(listener, assessment));
            return;
        }
        static constexpr std::array names { "present", "opened", "closed", "changed" };
        QJsonObject object { { QStringLiteral("at"), json::timeOrNull(snapshot.takenAt) },
                             { QStringLiteral("event"), QString(QLatin1String(names[static_cast<size_t>(event)])) },
                             { QStringLiteral("listener"), listenerToJson(listener, assessment, m_knowledge.get(), m_ownNotes) } };
        if (event == Event::Changed) {
            QJsonArray changes;
            for (const auto &[change, name] : { std::pair { Change::Owner, "owner" }, { Change::Attribution, "attribution" },
                                                { Change::Endpoints, "endpoints" }, { Change::Program, "program" },
                                                { Change::Processes, "processes" }, { Change::Sockets, "sockets" }, { Change::Facts, "facts" } }) {
                if (what.testFlag(change))
                    changes += QString(QLatin1String(name));
            }
            object.insert(QStringLiteral("changes"), changes);
        }
        m_output.writeLine(compactJson(object));
    }

    bool m_json;
    KnowledgePtr m_knowledge = knowledgeInUse();
    OwnNotes m_ownNotes = usersNotes();
    Output m_output { true };
};

} // namespace

ExitCode watchCommand(const QStringList &arguments)
{
    return WatchCommand::run(arguments);
}

} // namespace portolan::cli
