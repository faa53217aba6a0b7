// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/history_filter_model.h"
#include "history/history_memory.h"
#include "history/history_model.h"
#include "monitor/listener_grouping.h"
#include "support/builders.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include <random>

using namespace portolan;
using namespace portolan::test;

namespace {

AssessmentPtr assessed(Verdict verdict)
{
    auto assessment = std::make_shared<Assessment>();
    assessment->verdict = verdict;
    return assessment;
}

Update updateOf(const QList<SocketEntry> &sockets, const QList<OwnerPtr> &owners, const Update *before,
                Verdict verdict = Verdict::Explained)
{
    auto snapshot = std::make_shared<Snapshot>();
    snapshot->takenAt = QDateTime::fromMSecsSinceEpoch(1795000000000, Qt::UTC);
    snapshot->listeners = groupListeners(sockets, owners, before ? before->snapshot->listeners : QList<ListenerPtr>());
    Update update;
    update.first = !before;
    update.delta = diff(before ? *before->snapshot : Snapshot(), *snapshot);
    for (qsizetype i = 0; i < snapshot->listeners.size(); ++i)
        update.assessments.append(assessed(verdict));
    update.snapshot = snapshot;
    return update;
}

OwnerPtr program(int pid, const char *name)
{
    return observed({ process(pid, QString::fromLatin1(name)) });
}

QString text(const HistoryModel &model, int row, HistoryColumn column)
{
    return model.index(row, static_cast<int>(column)).data().toString();
}

} // namespace

class HistoryModelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void theFirstUpdateIsCountedNotListed()
    {
        HistoryModel model;
        QVERIFY(!model.startedAt().isValid());
        model.apply(updateOf({ socket(22, 1), socket(80, 2) }, { program(10, "sshd"), program(11, "nginx") }, nullptr));
        QCOMPARE(model.rowCount(), 0);
        QCOMPARE(model.presentAtStart(), 2);
        QVERIFY(model.startedAt().isValid());
    }

    void listsNewestFirst()
    {
        HistoryModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const Update first = updateOf({ socket(22, 1) }, { program(10, "sshd") }, nullptr);
        const Update second = updateOf({ socket(22, 1), socket(3000, 2) }, { program(10, "sshd"), program(11, "node") }, &first);
        const Update third = updateOf({ socket(22, 1) }, { program(10, "sshd") }, &second);
        model.apply(first);
        model.apply(second);
        model.apply(third);
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(model.entry(0).event, HistoryEvent::Closed);
        QCOMPARE(model.entry(1).event, HistoryEvent::Opened);
        QCOMPARE(text(model, 0, HistoryColumn::Port), QStringLiteral("3000"));
        QCOMPARE(text(model, 0, HistoryColumn::Owner), QStringLiteral("node"));
        QVERIFY(text(model, 0, HistoryColumn::Event).contains(QStringLiteral("closed")));
        // What closed is shown with the verdict it had.
        QVERIFY(model.entry(0).assessment);
        QCOMPARE(model.presentAtStart(), 1);
    }

    void saysWhatChanged()
    {
        HistoryModel model;
        const Update first = updateOf({ socket(80, 1) }, { program(10, "nginx") }, nullptr);
        const Update second = updateOf({ socket(80, 1, "127.0.0.1") }, { program(11, "updater") }, &first, Verdict::Investigate);
        model.apply(first);
        model.apply(second);
        QCOMPARE(model.rowCount(), 1);
        QCOMPARE(model.entry(0).event, HistoryEvent::Changed);
        const QString what = text(model, 0, HistoryColumn::What);
        QVERIFY2(what.contains(QStringLiteral("nginx")) && what.contains(QStringLiteral("updater")), qPrintable(what));
        QVERIFY2(what.contains(verdictLabel(Verdict::Investigate)), qPrintable(what));
    }

    void quietChangesAreNotListed()
    {
        HistoryModel model;
        const ProcessPtr master = process(10, QStringLiteral("nginx"));
        const Update first = updateOf({ socket(80, 1) }, { observed({ master, process(11, QStringLiteral("nginx")) }) }, nullptr);
        const Update second = updateOf({ socket(80, 1) }, { observed({ master, process(12, QStringLiteral("nginx")) }) }, &first);
        QCOMPARE(second.delta.changed.size(), 1);
        model.apply(first);
        model.apply(second);
        QCOMPARE(model.rowCount(), 0);
    }

    void hostileTextIsMadeHarmless()
    {
        HistoryModel model;
        const Update first = updateOf({}, {}, nullptr);
        const OwnerPtr owner = observed({ process(10, QStringLiteral("a\n<b>\u202e\x1b")) });
        model.apply(first);
        model.apply(updateOf({ socket(80, 1) }, { owner }, &first));
        const QString shown = text(model, 0, HistoryColumn::Owner);
        QVERIFY(!shown.contains(QLatin1Char('\n')) && !shown.contains(QChar(0x202e)) && !shown.contains(QChar(0x1b)));
        const QModelIndex index = model.index(0, static_cast<int>(HistoryColumn::Owner));
        QVERIFY(!index.data(Qt::ToolTipRole).toString().contains(QStringLiteral("<b>")));
    }

    void keepsOnlyWhatItShows()
    {
        HistoryModel model;
        auto big = std::make_shared<ProcessInfo>(*process(10, QStringLiteral("java")));
        big->commandLine = QStringList(1000, QString(256, QLatin1Char('x')));
        big->commandLine.prepend(QStringLiteral("first-argument"));
        big->executable = QString(4000, QLatin1Char('/'));
        for (int i = 0; i < 1000; ++i)
            big->ancestors.append(ancestor(process(2, QStringLiteral("init"))));
        QList<ProcessPtr> processes { big };
        for (int pid = 11; pid < 111; ++pid)
            processes.append(process(pid, QStringLiteral("java")));
        const OwnerPtr owner = observed(processes);
        const Update first = updateOf({}, {}, nullptr);
        QList<SocketEntry> sockets;
        QList<OwnerPtr> owners;
        for (int i = 1; i <= 100; ++i) {
            sockets.append(socket(80, static_cast<quint64>(i), qPrintable(QStringLiteral("127.0.1.%1").arg(i))));
            owners.append(owner);
        }
        sockets.append(socket(80, 200, "192.0.2.1"));
        owners.append(owner);
        model.apply(first);
        const Update second = updateOf(sockets, owners, &first);
        QCOMPARE(second.snapshot->listeners.size(), 1);
        model.apply(second);
        QCOMPARE(model.rowCount(), 1);
        const Listener &kept = *model.entry(0).listener;
        QCOMPARE(text(model, 0, HistoryColumn::Owner), QStringLiteral("java · 101 process(es)"));
        QVERIFY(kept.owner->processes.size() <= history_memory::mostProcesses);
        qsizetype characters = 0;
        for (const QString &argument : kept.owner->leader()->commandLine)
            characters += argument.size();
        QVERIFY2(characters <= history_memory::longestText, qPrintable(QString::number(characters)));
        QVERIFY(kept.owner->leader()->executable.size() <= history_memory::longestText);
        QVERIFY(kept.owner->leader()->ancestors.isEmpty());
        QVERIFY(kept.sockets.isEmpty());
        QCOMPARE(kept.endpoints.size(), history_memory::mostEndpoints);
        QCOMPARE(kept.exposure(), second.snapshot->listeners.first()->exposure());
        QVERIFY(model.entry(0).assessment->evidence.isEmpty());
        HistoryFilterModel filtered;
        filtered.setSourceModel(&model);
        filtered.setFilter(FilterExpression::parse(QStringLiteral("first-argument")));
        QCOMPARE(filtered.rowCount(), 1);
    }

    void keepsTheNewestWhenThereAreTooMany()
    {
        HistoryModel model(nullptr, 5);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const OwnerPtr owner = program(10, "a");
        Update before = updateOf({}, {}, nullptr);
        model.apply(before);
        for (int i = 1; i <= 8; ++i) {
            const Update next = updateOf({ socket(static_cast<quint16>(i), static_cast<quint64>(i)) }, { owner }, &before);
            model.apply(next);
            before = next;
        }
        QCOMPARE(model.rowCount(), 5);
        QCOMPARE(model.dropped(), 10); // 8 opened and 7 closed
        QCOMPARE(text(model, 0, HistoryColumn::Port), QStringLiteral("8"));
        // One update with more events than there is room for.
        QList<SocketEntry> many;
        QList<OwnerPtr> owners;
        for (quint16 port = 100; port < 120; ++port) {
            many.append(socket(port, port));
            owners.append(owner);
        }
        model.apply(updateOf(many, owners, &before));
        QCOMPARE(model.rowCount(), 5);
        QCOMPARE(text(model, 0, HistoryColumn::Port), QStringLiteral("119"));
        QCOMPARE(text(model, 4, HistoryColumn::Port), QStringLiteral("115"));
        QCOMPARE(model.dropped(), 10 + 21);
    }

    void randomUpdatesKeepModelAndFilterWhole()
    {
        std::mt19937 random(3155);
        const auto below = [&random](quint32 limit) { return static_cast<quint32>(random() % limit); };
        HistoryModel model(nullptr, 40);
        HistoryFilterModel filtered;
        filtered.setSourceModel(&model);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const QAbstractItemModelTester filteredTester(&filtered, QAbstractItemModelTester::FailureReportingMode::QtTest);
        filtered.setFilter(FilterExpression::parse(QStringLiteral("port:1-6")));
        Update before;
        qint64 events = 0;
        for (int step = 0; step < 300; ++step) {
            QList<SocketEntry> sockets;
            QList<OwnerPtr> owners;
            const quint32 count = below(12);
            for (quint32 i = 0; i < count; ++i) {
                sockets.append(socket(static_cast<quint16>(1 + below(12)), 1 + below(40), below(2) ? "::" : "127.0.0.1"));
                owners.append(below(4) ? program(static_cast<int>(1 + below(6)), "p")
                                       : unowned(OwnerReason::OtherUser, below(3), below(2)));
            }
            const Update next = updateOf(sockets, owners, step == 0 ? nullptr : &before);
            model.apply(next);
            if (step > 0) {
                events += next.delta.opened.size() + next.delta.closed.size();
                for (const ListenerChange &change : next.delta.changed)
                    events += (change.what & noteworthyChanges) ? 1 : 0;
            }
            QCOMPARE(model.rowCount() + model.dropped(), events);
            for (int row = 0; row < filtered.rowCount(); ++row)
                QVERIFY(filtered.index(row, 0).data(HistoryModel::PortRole).toUInt() <= 6);
            before = next;
        }
        filtered.setFilter(FilterExpression());
        QCOMPARE(filtered.rowCount(), model.rowCount());
    }
};

QTEST_GUILESS_MAIN(HistoryModelTest)
#include "test_history_model.moc"
