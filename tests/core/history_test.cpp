// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/history_file.h"
#include "support/history_samples.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <set>

using namespace portolan;
using samples::noon;
using samples::Scene;

namespace {

constexpr qint64 second = 1000;
constexpr qint64 minute = 60 * second;
constexpr qint64 hour = 60 * minute;
constexpr qint64 day = 24 * hour;

QDateTime time(qint64 milliseconds)
{
    return QDateTime::fromMSecsSinceEpoch(milliseconds, Qt::UTC);
}

HistoryPeriod period(qint64 from, qint64 to)
{
    return { time(from), time(to) };
}

/// All pages of a question, newest first.
QList<HistoryEvent> all(HistoryReader &reader, HistoryQuery query)
{
    QList<HistoryEvent> events;
    for (;;) {
        const HistoryPage page = reader.page(query);
        events += page.events;
        if (!page.next)
            return events;
        query.olderThan = page.next;
    }
}

QList<HistoryEvent> all(HistoryReader &reader, const QString &filter = {})
{
    HistoryQuery query;
    query.most = 7;
    if (!filter.isEmpty())
        query.filter = std::make_shared<HistoryFilter>(FilterExpression::parse(filter));
    return all(reader, query);
}

/// "+22 ~80 -3000 [ ]": opened, changed, closed, watching began and ended; "?" where nobody saw it.
QString text(const QList<HistoryEvent> &newestFirst)
{
    QStringList words;
    for (auto event = newestFirst.crbegin(); event != newestFirst.crend(); ++event) {
        static const QHash<HistoryEventKind, QString> signs { { HistoryEventKind::Opened, QStringLiteral("+") },
                                                              { HistoryEventKind::Closed, QStringLiteral("-") },
                                                              { HistoryEventKind::Changed, QStringLiteral("~") },
                                                              { HistoryEventKind::WatchBegan, QStringLiteral("[") },
                                                              { HistoryEventKind::WatchEnded, QStringLiteral("]") } };
        QString word = signs.value(event->kind);
        if (event->state)
            word += QString::number(event->state->listener->port());
        if (event->unwatched || event->unexpected)
            word += QLatin1Char('?');
        words += word;
    }
    return words.join(QLatin1Char(' '));
}

/// "22 sshd expected 0.0.0.0"
QString text(const Listener &listener, const Assessment &assessment)
{
    const ProcessInfo *const leader = listener.owner->leader();
    return QStringLiteral("%1 %2 %3 %4").arg(listener.port()).arg(leader ? leader->name : QStringLiteral("-"), verdictName(assessment.verdict),
                                              listener.endpoints.constFirst().address.toString());
}

QStringList text(const Snapshot &snapshot, const QList<AssessmentPtr> &assessments)
{
    std::set<QString> lines;
    for (qsizetype i = 0; i < snapshot.listeners.size(); ++i)
        lines.insert(text(*snapshot.listeners.at(i), *assessments.at(i)));
    return QStringList(lines.begin(), lines.end());
}

} // namespace

class HistoryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
        m_folder = std::make_unique<QTemporaryDir>();
        QVERIFY(m_folder->isValid());
        scene = Scene();
        reopen();
    }
    void cleanup() { m_file.reset(); }

    void onlyTheUserCanReadIt()
    {
        QCOMPARE(QFile::permissions(fileName()) & ~(QFile::ReadUser | QFile::WriteUser), QFile::ReadOwner | QFile::WriteOwner);
        record(scene);
        const QFile::Permissions log = QFile::permissions(fileName() + QStringLiteral("-wal"));
        QCOMPARE(log & ~(QFile::ReadUser | QFile::WriteUser), QFile::ReadOwner | QFile::WriteOwner);
    }

    void listsWhatHappens()
    {
        scene.open(22, QStringLiteral("sshd"));
        record(scene);
        QCOMPARE(text(all(reader())), QStringLiteral("["));
        QCOMPARE(all(reader()).constFirst().present, 1);
        step(second);
        scene.open(3000, QStringLiteral("node"), Verdict::Unfamiliar);
        record(scene);
        step(minute / 2);
        scene.close(3000);
        record(scene);
        step(second);
        scene.clear();
        scene.open(samples::listener(22, samples::owner(samples::process(7, QStringLiteral("updater")))), Verdict::Investigate);
        record(scene);
        const QList<HistoryEvent> events = all(reader());
        QCOMPARE(text(events), QStringLiteral("[ +3000 -3000 ~22"));
        const HistoryEvent &change = events.constFirst();
        QVERIFY(change.what.testFlag(Change::Owner));
        QCOMPARE(text(*change.before->listener, *change.before->assessment), QStringLiteral("22 sshd expected 0.0.0.0"));
        QCOMPARE(text(*change.state->listener, *change.state->assessment), QStringLiteral("22 updater investigate 0.0.0.0"));
        QCOMPARE(change.at(), time(scene.at()));
        // What closed is listed with the verdict it had.
        QCOMPARE(events.at(1).state->assessment->verdict, Verdict::Unfamiliar);
        QCOMPARE(reader().extent().events, 4);
        QCOMPARE(reader().extent().first, time(noon));
        QCOMPARE(reader().extent().last, time(scene.at()));
    }

    void whatIsLearntSoonBelongsToTheOpening()
    {
        record(scene);
        step(second);
        const ListenerPtr bare = samples::listener(5432, samples::owner(samples::process(9, QStringLiteral("postgres"))));
        scene.open(bare, Verdict::Unfamiliar);
        record(scene);
        step(second);
        auto owner = std::make_shared<Owner>(*bare->owner);
        owner->package = Package { QStringLiteral("dpkg"), QStringLiteral("postgresql-15"), QStringLiteral("15.8"), true };
        auto known = std::make_shared<Listener>(*bare);
        known->owner = owner;
        scene.open(known, Verdict::Expected);
        record(scene);
        const QList<HistoryEvent> events = all(reader());
        QCOMPARE(text(events), QStringLiteral("[ +5432"));
        QCOMPARE(events.constFirst().state->assessment->verdict, Verdict::Expected);
        QCOMPARE(events.constFirst().state->listener->owner->package->name, QStringLiteral("postgresql-15"));
        const HistoryHolders holders = reader().holders(5432, period(noon, scene.at() + 1));
        QCOMPARE(holders.holdings.size(), 1);
        QCOMPARE(holders.holdings.constFirst().period.from, time(noon + second));
        // Nothing is left of the owner without a package.
        QCOMPARE(all(reader(), QStringLiteral("port:5432")).size(), 1);
        QCOMPARE(reader().page({ {}, {}, std::make_shared<HistoryFilter>(FilterExpression::parse(QStringLiteral("verdict:unfamiliar"))), {}, {}, 10 }).events.size(), 0);

        // Later on it is an event of its own.
        step(HistoryRecorder::settling + second);
        scene.open(known, Verdict::Investigate);
        record(scene);
        QCOMPARE(text(all(reader())), QStringLiteral("[ +5432 ~5432"));
        QCOMPARE(reader().holders(5432, period(noon, scene.at() + 1)).holdings.size(), 2);
    }

    void aProcessIdIsNoIdentity()
    {
        scene.open(22, QStringLiteral("sshd"), Verdict::Expected, 100);
        record(scene);
        step(20 * second);
        scene.clear();
        record(scene);
        step(20 * second);
        scene.open(22, QStringLiteral("sshd"), Verdict::Expected, 200);
        record(scene);
        const HistoryHolders holders = reader().holders(22, period(noon, scene.at() + 1));
        QCOMPARE(holders.holdings.size(), 2);
        QCOMPARE(holders.holdings.at(0).state->id, holders.holdings.at(1).state->id);
        QVERIFY(!holders.holdings.at(0).open && holders.holdings.at(1).open);
        QCOMPARE(holders.holdings.at(0).period, period(noon, noon + 20 * second));
        QCOMPARE(holders.holdings.at(0).state->firstSeen, time(noon));
        // Two that are alike hold it together, and it is held until the last has gone.
        step(second);
        scene.open(22, QStringLiteral("sshd"), Verdict::Expected, 300);
        record(scene);
        step(second);
        scene.clear();
        scene.open(22, QStringLiteral("sshd"), Verdict::Expected, 300);
        record(scene);
        QCOMPARE(text(all(reader())), QStringLiteral("[ -22 +22 +22 -22"));
        QVERIFY(reader().holders(22, period(noon, scene.at() + 1)).holdings.constLast().open);
    }

    /// A process that gives itself a new name all the time fills no file.
    void aNameIsNoIdentityWhereTheProgramIsKnown()
    {
        for (int i = 0; i < 50; ++i) {
            ProcessInfo info = *samples::process(100, QStringLiteral("server"));
            info.name = QStringLiteral("n%1").arg(i);
            scene.open(samples::listener(22, samples::owner(std::make_shared<ProcessInfo>(info))));
            record(scene);
            step(second);
        }
        QCOMPARE(text(all(reader())), QStringLiteral("["));
        QCOMPARE(reader().holders(22, period(noon, scene.at() + 1)).holdings.size(), 1);
    }

    void whatNobodySawIsAGap()
    {
        scene.open(22, QStringLiteral("sshd"));
        scene.open(80, QStringLiteral("nginx"));
        record(scene);
        step(30 * second);
        record(scene);
        m_file->end();
        const qint64 ended = scene.at();
        reopen();
        // Restarted in between, with other process ids; nginx has gone and node has come.
        step(hour);
        scene.clear();
        scene.open(22, QStringLiteral("sshd"), Verdict::Expected, 4000);
        scene.open(3000, QStringLiteral("node"), Verdict::Explained, 4001);
        record(scene);
        QCOMPARE(text(all(reader())), QStringLiteral("[ ] [ -80? +3000?"));
        QCOMPARE(reader().extent().events, 5);
        const HistoryHolders holders = reader().holders(22, period(noon - day, scene.at() + 1));
        QCOMPARE(holders.watched, QList({ period(noon, ended), period(scene.at(), scene.at()) }));
        QCOMPARE(holders.holdings.size(), 2);
        QCOMPARE(holders.holdings.constFirst().period.to, time(ended + 1));
        // Somebody who asks for the time between is told the last that was known.
        const HistoryMoment moment = reader().moment(time(ended + minute));
        QVERIFY(!moment.watched);
        QCOMPARE(moment.snapshot->takenAt, time(ended));
        QCOMPARE(moment.snapshot->listeners.size(), 2);
        QVERIFY(!reader().moment(time(noon - 1)).snapshot);
    }

    void sleepingIsAGapAndSoIsAClockThatWentBack()
    {
        scene.open(22, QStringLiteral("sshd"));
        record(scene);
        step(HistoryRecorder::longestPause + second);
        record(scene);
        step(-day);
        record(scene);
        step(second);
        scene.open(80, QStringLiteral("nginx"));
        record(scene);
        // In the order of their times.
        QCOMPARE(text(all(reader())), QStringLiteral("[ +80 [ ] [ ]"));
        QCOMPARE(reader().watched(period(noon - 2 * day, noon + day)).size(), 3);
    }

    void anUnreadableTableClosesNothing()
    {
        scene.open(22, QStringLiteral("sshd"));
        record(scene);
        reopen();
        step(second);
        scene.clear();
        Update update = scene.update();
        auto partial = std::make_shared<Snapshot>(*update.snapshot);
        partial->completeness = Completeness::Partial;
        partial->unread = UnreadTables::everywhere();
        update.snapshot = partial;
        m_file->recorder().record(update);
        QCOMPARE(text(all(reader())), QStringLiteral("[ ]? ["));
    }

    void anythingBecomesText()
    {
        const QString hostile = QStringLiteral("a'\"; DROP TABLE event; --\n\u202e\x1b <b>%");
        auto process = std::make_shared<ProcessInfo>(*samples::process(5, hostile));
        process->executable = QStringLiteral("/tmp/") + hostile + QString(5000, QLatin1Char('x'));
        process->commandLine = { QStringLiteral("--password=secret") };
        auto many = std::make_shared<Listener>(*samples::listener(99, samples::owner(process), Transport::Udp, "127.0.0.1"));
        for (int i = 1; i < 200; ++i)
            many->endpoints += Endpoint { *IpAddress::parse(QStringLiteral("127.0.1.%1").arg(i)), false, hostile, {} };
        many->endpoints += Endpoint { *IpAddress::parse(QStringLiteral("192.0.2.1")), false, {}, {} };
        scene.open(many);
        record(scene);
        step(second);
        scene.clear();
        record(scene);
        const Listener kept = *all(reader()).constFirst().state->listener;
        QCOMPARE(kept.owner->leader()->name, hostile);
        QVERIFY(kept.owner->leader()->executable.startsWith(QStringLiteral("/tmp/") + hostile));
        QVERIFY(kept.owner->leader()->executable.size() <= history_text::longest);
        QVERIFY(kept.endpoints.size() <= history_text::mostEndpoints);
        QCOMPARE(kept.exposure(), many->exposure());
        QVERIFY(kept.owner->leader()->commandLine.isEmpty());
        m_file.reset();
        QFile file(fileName());
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(!file.readAll().contains("secret"));
    }

    void countsListenersOverTime()
    {
        scene.open(22, QStringLiteral("sshd"));
        scene.open(50000, QStringLiteral("chat"), Verdict::Unfamiliar);
        record(scene);
        for (int i = 0; i < 360; ++i) {
            step(30 * second);
            // For half a minute each hour, one more.
            if (i % 120 == 60)
                scene.open(3155, QStringLiteral("updater"), Verdict::Investigate);
            else
                scene.close(3155);
            record(scene);
        }
        const HistoryLevels hours = reader().levels(period(noon - 2 * hour, noon + 3 * hour), 5);
        QCOMPARE(hours.stepLength, hour);
        QCOMPARE(hours.steps.size(), 5);
        for (int i = 0; i < 5; ++i) {
            const HistoryLevels::Step &step = hours.steps.at(i);
            QCOMPARE(step.watched, i >= 2);
            QCOMPARE(step.byVerdict, i >= 2 ? (std::array { 1, 0, 1, 1 }) : (std::array { 0, 0, 0, 0 }));
            QCOMPARE(step.byRange, i >= 2 ? (std::array { 1, 1, 1 }) : (std::array { 0, 0, 0 }));
        }
        const HistoryLevels minutes = reader().levels(period(noon, noon + hour), 60);
        QCOMPARE(minutes.stepLength, minute);
        for (int i = 0; i < 60; ++i)
            QCOMPARE(minutes.steps.at(i).byVerdict, (std::array { 1, 0, 1, i == 30 ? 1 : 0 }));
    }

    void answersAsIfItRememberedEverything()
    {
        std::mt19937 random(3155);
        const auto below = [&random](int limit) { return std::uniform_int_distribution<int>(0, limit - 1)(random); };
        static const QStringList programs { QStringLiteral("sshd"), QStringLiteral("node"), QStringLiteral("java") };
        std::vector<std::pair<qint64, QStringList>> pictures;
        for (int i = 0; i < 400; ++i) {
            // Beyond settling, so that every change of verdict counts.
            step(HistoryRecorder::settling + second + below(20) * second);
            if (below(40) == 0) {
                reopen();
                step(below(3) * hour);
            }
            for (int change = below(4); change > 0; --change) {
                const auto port = static_cast<quint16>(20 + below(12));
                scene.close(port);
                if (below(3) > 0)
                    scene.open(port, programs.at(below(3)), static_cast<Verdict>(below(4)), 1 + below(5));
            }
            record(scene);
            const Update update = scene.update();
            pictures.emplace_back(scene.at(), text(*update.snapshot, update.assessments));
        }
        for (const auto &[at, picture] : pictures) {
            const HistoryMoment moment = reader().moment(time(at));
            QVERIFY(moment.snapshot && moment.watched);
            QCOMPARE(text(*moment.snapshot, moment.assessments), picture);
            QVERIFY(std::ranges::is_sorted(moment.snapshot->listeners, {}, [](const ListenerPtr &listener) { return listener->key; }));
        }

        const QList<HistoryEvent> events = all(reader());
        QCOMPARE(events.size(), reader().extent().events);
        QVERIFY(std::ranges::is_sorted(events, std::greater(), &HistoryEvent::place));
        for (const char *filter : { "port:25", "owner:node", "verdict:investigate", "-owner:sshd port:22-28", "nobody" }) {
            const FilterExpression expression = FilterExpression::parse(QLatin1String(filter));
            QList<HistoryEvent> expected;
            for (const HistoryEvent &event : events) {
                const auto matches = [&expression](const HistoryStatePtr &state) {
                    return state && expression.matches(*state->listener, *state->assessment);
                };
                if (matches(event.state) || matches(event.before))
                    expected += event;
            }
            QCOMPARE(text(all(reader(), QLatin1String(filter))), text(expected));
            const qint64 from = pictures.at(100).first;
            const qint64 to = pictures.at(300).first;
            expected.removeIf([&](const HistoryEvent &event) {
                return event.place.at < from || event.place.at >= to || event.kind != HistoryEventKind::Opened;
            });
            HistoryQuery query { time(from), time(to), std::make_shared<HistoryFilter>(expression), HistoryEventKind::Opened, {}, 3 };
            QCOMPARE(text(all(reader(), query)), text(expected));
        }
    }

    void forgetsWhatIsTooOld()
    {
        std::vector<qint64> kept;
        for (int i = 0; i < 40; ++i) {
            scene.clear();
            scene.open(static_cast<quint16>(1000 + i), QStringLiteral("program-%1").arg(i));
            record(scene);
            if (i >= 30)
                kept.push_back(scene.at());
            step(12 * hour);
        }
        const qint64 before = reader().extent().bytes;
        QVERIFY(all(reader()).size() > 100);
        prune({ 5, 200 });
        const QList<HistoryEvent> events = all(reader());
        QCOMPARE(events.size(), reader().extent().events);
        for (const HistoryEvent &event : events)
            QVERIFY(event.place.at >= scene.at() - 5 * day);
        QCOMPARE(reader().moment(time(kept.at(0))).snapshot->listeners.constFirst()->port(), quint16(1030));
        // Nothing is left of a listener that no event and no time speaks of.
        QVERIFY(reader().holders(1003, period(0, scene.at())).holdings.isEmpty());
        QVERIFY(all(reader(), QStringLiteral("program-3 -port:1030-1039")).isEmpty());
        QVERIFY(reader().extent().bytes <= before);
        record(scene);
    }

    void staysBelowASize()
    {
        for (int i = 0; i < 1000; ++i) {
            scene.clear();
            for (int n = 0; n < 12; ++n) {
                auto process = std::make_shared<ProcessInfo>(*samples::process(100, QString(250, QLatin1Char('x')) + QString::number(i * 12 + n)));
                process->executable = QString(200, QLatin1Char('y')) + QString::number(i * 12 + n);
                scene.open(samples::listener(static_cast<quint16>(1 + i * 12 + n), samples::owner(process)));
            }
            step(10 * second);
            record(scene);
        }
        const qint64 limit = HistoryLimits::leastMegabytes * qint64(1024 * 1024);
        const qint64 before = reader().extent().bytes;
        QVERIFY2(before > limit, qPrintable(QString::number(before)));
        const QDateTime last = reader().extent().last;
        prune({ 3650, HistoryLimits::leastMegabytes });
        QVERIFY2(reader().extent().bytes <= limit, qPrintable(QString::number(reader().extent().bytes)));
        QVERIFY(reader().extent().events > 1000);
        QCOMPARE(all(reader(), HistoryQuery { time(scene.at() - minute), {}, {}, {}, {}, 100 }).constFirst().at(), last);
        QCOMPARE(reader().moment(time(scene.at())).snapshot->listeners.size(), 12);
    }

private:
    [[nodiscard]] QString fileName() const { return m_folder->filePath(QStringLiteral("history.sqlite")); }
    [[nodiscard]] HistoryReader &reader() { return m_file->reader(); }
    void record(const Scene &what) { m_file->recorder().record(what.update()); }
    void step(qint64 milliseconds) { scene.pass(milliseconds); }
    void reopen()
    {
        m_file.reset();
        m_file = std::make_unique<HistoryFile>(fileName(), HistoryFile::Use::Record);
    }
    void prune(const HistoryLimits &limits)
    {
        for (int i = 0; m_file->retention().step(limits, scene.at()); ++i)
            QVERIFY(i < 10'000);
    }

    Scene scene;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<HistoryFile> m_file;
};

QTEST_GUILESS_MAIN(HistoryTest)
#include "history_test.moc"
