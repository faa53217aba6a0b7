// SPDX-License-Identifier: GPL-3.0-or-later
#include "listener_samples.h"
#include "models/listener_filter_model.h"
#include "models/listener_model.h"

#include <QAbstractItemModelTester>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace portolan;
using namespace std::chrono_literals;

namespace {

/// A clock that stands still until it is moved.
struct TestClock
{
    QDateTime now = QDateTime::fromMSecsSinceEpoch(1'750'000'000'000, Qt::UTC);

    ListenerModel::Now function()
    {
        return [this] { return now; };
    }
    void advance(std::chrono::milliseconds by) { now = now.addMSecs(by.count()); }
};

Update updateOf(const QList<ListenerPtr> &listeners, const Update *before = nullptr)
{
    auto snapshot = std::make_shared<Snapshot>();
    snapshot->listeners = listeners;
    std::sort(snapshot->listeners.begin(), snapshot->listeners.end(),
              [](const ListenerPtr &a, const ListenerPtr &b) { return a->key < b->key; });
    Update update;
    update.snapshot = snapshot;
    for (qsizetype i = 0; i < snapshot->listeners.size(); ++i)
        update.assessments.append(samples::assessment(Verdict::Explained));
    update.first = !before;
    update.delta = diff(before ? *before->snapshot : Snapshot(), *snapshot);
    return update;
}

QStringList textsOf(const ListenerFilterModel &model, bool withClosed = false)
{
    QStringList texts;
    for (int i = 0; i < model.rowCount(); ++i) {
        const ListenerRow &row = model.row(model.index(i, 0));
        if (row.state == RowState::Closed && !withClosed)
            continue;
        QStringList cells;
        for (int column = static_cast<int>(ListenerColumn::Port); column < listenerColumnCount; ++column) {
            if (column != static_cast<int>(ListenerColumn::Since))
                cells.append(model.index(i, column).data().toString());
        }
        texts.append(cells.join(QLatin1Char('|')));
    }
    return texts;
}

QList<int> portsOf(const ListenerFilterModel &model)
{
    QList<int> ports;
    for (int i = 0; i < model.rowCount(); ++i)
        ports.append(model.row(model.index(i, 0)).listener->port());
    return ports;
}

} // namespace

class TestListenerModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void firstFillResetsAndIsCalm();
    void openedRowIsInsertedAndFades();
    void ownNotesChangeRowsByOneSignal();
    void closedRowLingers();
    void closedRowCanComeBack();
    void changedOwnerKeepsTheRow();
    void keysMayMoveAlongAChain();
    void lostDeltaIsMadeUpFor();
    void partialClosesNothing();
    void manyChangesAreOneSignal();
    void statesAloneDoNotTouchTheOrder();
    void hostileTextIsHarmless();
    void missingValuesStandBelow();
    void workersThatComeAndGoDoNotMarkTheRow();
    void sortsTheFirstRowsAfterNone();
    void heldRowsDoNotJump();
    void holdSurvivesAReset();
    void filterIsAppliedWhileHeld();
    void randomSequences_data();
    void randomSequences();
};

void TestListenerModel::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
}

void TestListenerModel::firstFillResetsAndIsCalm()
{
    TestClock clock;
    ListenerModel model(nullptr, clock.function());
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    model.apply(updateOf({samples::listener(22, samples::owner(samples::process(812, QStringLiteral("sshd"))))}));
    QCOMPARE(resets.count(), 1);
    QCOMPARE(model.rowCount(), 1);
    QCOMPARE(model.row(0).state, RowState::Normal);
    QCOMPARE(model.counts().opened, 0);
    QCOMPARE(model.cellText(model.row(0), ListenerColumn::Owner), QStringLiteral("sshd"));
    QCOMPARE(model.cellText(model.row(0), ListenerColumn::Pid), QStringLiteral("812"));
    QVERIFY(!model.expire(clock.now));
}

void TestListenerModel::ownNotesChangeRowsByOneSignal()
{
    ListenerModel model;
    ListenerFilterModel filtered(&model);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QList<ListenerPtr> listeners;
    for (quint16 port = 1; port <= 20; ++port)
        listeners.append(samples::listener(port, samples::owner(samples::process(port, QStringLiteral("daemon")))));
    OwnNotes notes = OwnNotes().with({ { 5, std::nullopt, {} }, QStringLiteral("before the fill"), {}, {} });
    model.setOwnNotes(notes);
    model.apply(updateOf(listeners));
    const auto owner = [&model](int row) { return model.index(row, static_cast<int>(ListenerColumn::Owner)).data().toString(); };
    QCOMPARE(owner(4), QStringLiteral("daemon ✎ before the fill"));

    filtered.setFilter(FilterExpression::parse(QStringLiteral("jump")));
    QCOMPARE(filtered.rowCount(), 0);
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    notes = notes.with({ { 3, std::nullopt, {} }, QStringLiteral("Jump host"), {}, {} })
                .with({ { 18, Transport::Tcp, QStringLiteral("daemon") }, QStringLiteral("jumps too"), {}, {} })
                .with({ { 19, Transport::Udp, {} }, QStringLiteral("jump elsewhere"), {}, {} });
    model.setOwnNotes(notes);
    QCOMPARE(changed.count(), 1);
    QCOMPARE(changed.first().at(0).toModelIndex().row(), 2);
    QCOMPARE(changed.first().at(1).toModelIndex().row(), 17);
    QCOMPARE(reset.count(), 0);
    QCOMPARE(portsOf(filtered), (QList<int> { 3, 18 }));
    QCOMPARE(model.index(2, 0).data(ListenerModel::OwnNoteRole).toString(), QStringLiteral("✎ Jump host"));
    QVERIFY(model.index(2, 0).data(Qt::AccessibleTextRole).toString().endsWith(QLatin1String("own note Jump host")));
    QVERIFY(model.index(19, 0).data(ListenerModel::OwnNoteRole).toString().isEmpty());

    model.setOwnNotes(notes.withAnswer(3, Usefulness::Yes));
    QCOMPARE(changed.count(), 1);
    model.setOwnNotes({});
    QCOMPARE(changed.count(), 2);
    QCOMPARE(filtered.rowCount(), 0);
}

void TestListenerModel::openedRowIsInsertedAndFades()
{
    TestClock clock;
    ListenerModel model(nullptr, clock.function());
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const ListenerPtr first = samples::listener(80, samples::owner(samples::process(1, QStringLiteral("web"))));
    const ListenerPtr second = samples::listener(22, samples::owner(nullptr));
    const Update before = updateOf({first});
    model.apply(before);
    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    QSignalSpy inserts(&model, &QAbstractItemModel::rowsInserted);
    clock.advance(10s);
    model.apply(updateOf({first, second}, &before));
    QCOMPARE(resets.count(), 0);
    QCOMPARE(inserts.count(), 1);
    const int row = model.rowOf(second->key);
    QCOMPARE(model.row(row).state, RowState::Opened);
    QCOMPARE(model.counts().opened, 1);
    // No process: since then we know it.
    QCOMPARE(model.row(row).since, clock.now.toMSecsSinceEpoch());
    clock.advance(8s);
    QCOMPARE(model.cellText(model.row(row), ListenerColumn::Since), QStringLiteral("8 s"));
    QVERIFY(!model.expire(clock.now));
    QCOMPARE(model.row(row).state, RowState::Normal);
}

void TestListenerModel::closedRowLingers()
{
    TestClock clock;
    ListenerModel model(nullptr, clock.function());
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const ListenerPtr first = samples::listener(80, samples::owner(samples::process(1, QStringLiteral("web"))));
    const ListenerPtr second = samples::listener(22, samples::owner(nullptr));
    const Update before = updateOf({first, second});
    model.apply(before);
    model.apply(updateOf({first}, &before));
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(model.openCount(), 1);
    QCOMPARE(model.rowOf(second->key), -1);
    clock.advance(ListenerModel::lingering - 1ms);
    QVERIFY(model.expire(clock.now));
    QCOMPARE(model.rowCount(), 2);
    clock.advance(1ms);
    QVERIFY(!model.expire(clock.now));
    QCOMPARE(model.rowCount(), 1);
}

void TestListenerModel::closedRowCanComeBack()
{
    TestClock clock;
    ListenerModel model(nullptr, clock.function());
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const ListenerPtr listener = samples::listener(22, samples::owner(nullptr));
    const Update before = updateOf({listener});
    model.apply(before);
    const Update without = updateOf({}, &before);
    model.apply(without);
    QCOMPARE(model.row(0).state, RowState::Closed);
    const quint64 id = model.row(0).id;
    model.apply(updateOf({listener}, &without));
    QCOMPARE(model.rowCount(), 1);
    QCOMPARE(model.row(0).id, id);
    QCOMPARE(model.row(0).state, RowState::Opened);
    QCOMPARE(model.openCount(), 1);
}

void TestListenerModel::changedOwnerKeepsTheRow()
{
    TestClock clock;
    ListenerModel model(nullptr, clock.function());
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const ListenerPtr before = samples::listener(80, samples::owner(samples::process(1, QStringLiteral("old"))));
    const ListenerPtr after = samples::listener(80, samples::owner(samples::process(2, QStringLiteral("new"))));
    const Update first = updateOf({before});
    model.apply(first);
    const quint64 id = model.row(0).id;
    model.apply(updateOf({after}, &first));
    QCOMPARE(model.rowCount(), 1);
    QCOMPARE(model.row(0).id, id);
    QCOMPARE(model.row(0).state, RowState::Changed);
    QCOMPARE(model.index(0, static_cast<int>(ListenerColumn::Owner)).data().toString(), QStringLiteral("new"));
    QCOMPARE(model.rowOf(after->key), 0);
    QCOMPARE(model.rowOf(before->key), -1);
}

void TestListenerModel::keysMayMoveAlongAChain()
{
    TestClock clock;
    ListenerModel model(nullptr, clock.function());
    const ListenerPtr a = samples::listener(80, samples::owner(samples::process(1, QStringLiteral("a"))));
    const ListenerPtr b = samples::listener(80, samples::owner(samples::process(2, QStringLiteral("b"))));
    const ListenerPtr c = samples::listener(80, samples::owner(samples::process(3, QStringLiteral("c"))));
    model.apply(updateOf({a, b}));
    const quint64 firstId = model.row(model.rowOf(a->key)).id;
    const quint64 secondId = model.row(model.rowOf(b->key)).id;
    Update update = updateOf({b, c});
    update.first = false;
    update.delta = {};
    update.delta.changed = {{a, b, Change::Owner}, {b, c, Change::Owner}};
    model.apply(update);
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(model.row(model.rowOf(b->key)).id, firstId);
    QCOMPARE(model.row(model.rowOf(c->key)).id, secondId);
}

void TestListenerModel::lostDeltaIsMadeUpFor()
{
    TestClock clock;
    ListenerModel model(nullptr, clock.function());
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const ListenerPtr a = samples::listener(80, samples::owner(nullptr));
    const ListenerPtr b = samples::listener(81, samples::owner(nullptr));
    const ListenerPtr c = samples::listener(82, samples::owner(nullptr));
    model.apply(updateOf({a}));
    Update update = updateOf({b, c});
    update.first = false;
    update.delta = {};
    model.apply(update);
    QCOMPARE(model.openCount(), 2);
    QCOMPARE(model.rowOf(a->key), -1);
    QVERIFY(model.rowOf(b->key) >= 0);
    QVERIFY(model.rowOf(c->key) >= 0);
}

void TestListenerModel::partialClosesNothing()
{
    TestClock clock;
    ListenerModel model(nullptr, clock.function());
    const ListenerPtr a = samples::listener(80, samples::owner(nullptr));
    const ListenerPtr b = samples::listener(81, samples::owner(nullptr));
    const Update before = updateOf({a, b});
    model.apply(before);
    auto snapshot = std::make_shared<Snapshot>();
    snapshot->completeness = Completeness::Partial;
    snapshot->listeners = {a};
    Update update;
    update.snapshot = snapshot;
    update.assessments = {samples::assessment(Verdict::Explained)};
    update.delta = diff(*before.snapshot, *snapshot);
    model.apply(update);
    QCOMPARE(model.openCount(), 2);
}

void TestListenerModel::manyChangesAreOneSignal()
{
    TestClock clock;
    ListenerModel model(nullptr, clock.function());
    samples::Machine machine(7);
    machine.open(1000);
    model.apply(machine.update());
    QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
    machine.change(900);
    model.apply(machine.update());
    QVERIFY(changes.count() >= 1);
    QVERIFY2(changes.count() <= 2, qPrintable(QString::number(changes.count())));
}

void TestListenerModel::statesAloneDoNotTouchTheOrder()
{
    TestClock clock;
    ListenerModel model(nullptr, clock.function());
    QList<ListenerPtr> all;
    QList<ListenerPtr> left;
    for (quint16 port = 1; port <= 1000; ++port) {
        all.append(samples::listener(port, samples::owner(nullptr)));
        if (port % 10 != 0)
            left.append(all.constLast());
    }
    const Update before = updateOf(all);
    model.apply(before);
    ListenerFilterModel filtered(&model);
    QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
    QSignalSpy orders(&filtered, &QAbstractItemModel::layoutChanged);
    // Far apart, so that one signal tells of them all.
    auto snapshot = std::make_shared<Snapshot>();
    snapshot->listeners = left;
    Update update;
    update.snapshot = snapshot;
    for (qsizetype i = 0; i < left.size(); ++i)
        update.assessments.append(samples::assessment(Verdict::Explained));
    update.delta = diff(*before.snapshot, *snapshot);
    model.apply(update);
    QCOMPARE(model.openCount(), static_cast<int>(left.size()));
    QCOMPARE(changes.count(), 1);
    QCOMPARE(changes.at(0).at(0).toModelIndex().column(), static_cast<int>(ListenerColumn::State));
    QCOMPARE(changes.at(0).at(1).toModelIndex().column(), static_cast<int>(ListenerColumn::State));
    QCOMPARE(orders.count(), 0);
}

void TestListenerModel::hostileTextIsHarmless()
{
    TestClock clock;
    ListenerModel model(nullptr, clock.function());
    auto process = std::make_shared<ProcessInfo>(
        *samples::process(7, QStringLiteral("<b>x</b>\n\u202egnp\x1b[31m") + QString(4096, QLatin1Char('A'))));
    process->commandLine = {QString(4096, QLatin1Char('\n')), QStringLiteral("<img src=x>")};
    model.apply(updateOf({samples::listener(80, samples::owner(process))}));
    for (int column = 0; column < listenerColumnCount; ++column) {
        const QModelIndex index = model.index(0, column);
        for (const int role : {int(Qt::DisplayRole), int(Qt::AccessibleTextRole)}) {
            const QString text = index.data(role).toString();
            QVERIFY2(!text.contains(QLatin1Char('\n')) && !text.contains(QChar(0x202e)) && !text.contains(QChar(0x1b)),
                     qPrintable(text));
            QVERIFY2(text.size() < 1000, qPrintable(QString::number(text.size())));
        }
        const QString tip = index.data(Qt::ToolTipRole).toString();
        QVERIFY2(!tip.contains(QStringLiteral("<b>")) && !tip.contains(QStringLiteral("<img")), qPrintable(tip));
        QVERIFY(!tip.contains(QChar(0x202e)));
    }
}

void TestListenerModel::missingValuesStandBelow()
{
    TestClock clock;
    ListenerModel model(nullptr, clock.function());
    ListenerFilterModel filtered(&model);
    model.apply(updateOf({samples::listener(1, samples::owner(nullptr)),
                          samples::listener(2, samples::owner(samples::process(20, QStringLiteral("b")))),
                          samples::listener(3, samples::owner(samples::process(10, QStringLiteral("c"))))}));
    const int pid = static_cast<int>(ListenerColumn::Pid);
    filtered.sort(pid, Qt::AscendingOrder);
    QCOMPARE(portsOf(filtered), (QList<int> {3, 2, 1}));
    filtered.sort(pid, Qt::DescendingOrder);
    QCOMPARE(portsOf(filtered), (QList<int> {2, 3, 1}));
    // Ties are by port in both directions.
    const int user = static_cast<int>(ListenerColumn::Reachable);
    filtered.sort(user, Qt::DescendingOrder);
    QCOMPARE(portsOf(filtered), (QList<int> {1, 2, 3}));
}

void TestListenerModel::workersThatComeAndGoDoNotMarkTheRow()
{
    TestClock clock;
    ListenerModel model(nullptr, clock.function());
    const ProcessPtr leader = samples::process(1, QStringLiteral("server"));
    const ListenerPtr before = samples::listener(80, samples::owner(leader));
    auto owner = std::make_shared<Owner>(*before->owner);
    owner->processes.append(samples::process(2, QStringLiteral("server")));
    const ListenerPtr after = samples::listener(80, owner);
    const Update first = updateOf({before});
    model.apply(first);
    Update second = updateOf({after}, &first);
    QCOMPARE(second.delta.changed.size(), 1);
    model.apply(second);
    QCOMPARE(model.row(0).state, RowState::Normal);
    QCOMPARE(model.row(0).listener, after);
    // A verdict that became another one is worth a look, whatever it came from.
    Update third = updateOf({before}, &second);
    third.assessments = {samples::assessment(Verdict::Investigate)};
    model.apply(third);
    QCOMPARE(model.row(0).state, RowState::Changed);
}

void TestListenerModel::sortsTheFirstRowsAfterNone()
{
    TestClock clock;
    ListenerModel model(nullptr, clock.function());
    ListenerFilterModel filtered(&model);
    QAbstractItemModelTester tester(&filtered, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const auto named = [](quint16 port) {
        return samples::listener(port, samples::owner(samples::process(port, QStringLiteral("p"))));
    };
    const Update none = updateOf({});
    model.apply(none);
    const Update some = updateOf({named(10), named(20), named(30)}, &none);
    filtered.sort(static_cast<int>(ListenerColumn::Port), Qt::DescendingOrder);
    model.apply(some);
    QCOMPARE(portsOf(filtered), (QList<int> {30, 20, 10}));
    model.apply(updateOf({}, &some));
    clock.advance(5s);
    model.expire(clock.now);
    QCOMPARE(filtered.rowCount(), 0);
    model.apply(updateOf({named(40), named(50)}, &none));
    QCOMPARE(portsOf(filtered), (QList<int> {50, 40}));
}

void TestListenerModel::heldRowsDoNotJump()
{
    TestClock clock;
    ListenerModel model(nullptr, clock.function());
    ListenerFilterModel filtered(&model);
    QAbstractItemModelTester tester(&filtered, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const auto named = [](quint16 port, qint32 pid) {
        return samples::listener(port, samples::owner(samples::process(pid, QStringLiteral("p"))));
    };
    for (const Qt::SortOrder order : {Qt::AscendingOrder, Qt::DescendingOrder}) {
        model.clear();
        filtered.sort(static_cast<int>(ListenerColumn::Pid), order);
        const Update before = updateOf({named(10, 1), named(20, 2), named(30, 3)});
        model.apply(before);
        QList<int> expected = portsOf(filtered);
        filtered.setHeld(true);
        const Update during = updateOf({named(5, 9), named(20, 50), named(30, 3)}, &before);
        model.apply(during);
        expected.append(5);
        QCOMPARE(portsOf(filtered), expected);
        QCOMPARE(model.row(model.rowOf(named(20, 50)->key)).state, RowState::Changed);
        filtered.setHeld(false);
        QCOMPARE(portsOf(filtered), order == Qt::AscendingOrder ? (QList<int> {10, 30, 5, 20}) : (QList<int> {20, 5, 30, 10}));
        clock.advance(5s);
        model.expire(clock.now);
        QCOMPARE(portsOf(filtered), order == Qt::AscendingOrder ? (QList<int> {30, 5, 20}) : (QList<int> {20, 5, 30}));
    }
}

void TestListenerModel::holdSurvivesAReset()
{
    TestClock clock;
    ListenerModel model(nullptr, clock.function());
    ListenerFilterModel filtered(&model);
    samples::Machine machine(3);
    machine.open(200);
    model.apply(machine.update());
    filtered.sort(static_cast<int>(ListenerColumn::Owner), Qt::DescendingOrder);
    QList<quint64> before;
    for (int i = 0; i < filtered.rowCount(); ++i)
        before.append(filtered.row(filtered.index(i, 0)).id);
    filtered.setHeld(true);
    machine.open(300);
    machine.change(50);
    model.apply(machine.update());
    QList<quint64> after;
    for (int i = 0; i < before.size(); ++i)
        after.append(filtered.row(filtered.index(i, 0)).id);
    QCOMPARE(after, before);
    QVERIFY(filtered.rowCount() > before.size());
}

void TestListenerModel::filterIsAppliedWhileHeld()
{
    TestClock clock;
    ListenerModel model(nullptr, clock.function());
    ListenerFilterModel filtered(&model);
    const ListenerPtr a = samples::listener(10, samples::owner(nullptr));
    const ListenerPtr b = samples::listener(20, samples::owner(nullptr));
    model.apply(updateOf({a, b}));
    filtered.setHeld(true);
    filtered.setFilter(FilterExpression::parse(QStringLiteral("port:20")));
    QCOMPARE(portsOf(filtered), (QList<int> {20}));
    filtered.setFilter(FilterExpression());
    QCOMPARE(portsOf(filtered), (QList<int> {10, 20}));
}

void TestListenerModel::randomSequences_data()
{
    QTest::addColumn<uint>("seed");
    for (uint seed = 1; seed <= 8; ++seed)
        QTest::addRow("seed %u", seed) << seed;
}

void TestListenerModel::randomSequences()
{
    QFETCH(uint, seed);
    TestClock clock;
    ListenerModel model(nullptr, clock.function());
    ListenerFilterModel filtered(&model);
    QAbstractItemModelTester modelTester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QAbstractItemModelTester filterTester(&filtered, QAbstractItemModelTester::FailureReportingMode::QtTest);
    samples::Machine machine(seed);
    const QStringList filters {QString(), QStringLiteral("proto:tcp"), QStringLiteral("worker-1"),
                               QStringLiteral("port:1-20000 -verdict:expected")};
    QString filter;
    machine.open(30);
    Update last = machine.update();
    model.apply(last);

    for (int step = 0; step < 300; ++step) {
        const bool much = machine.below(40) == 0;
        switch (machine.below(7)) {
        case 0:
            machine.open(1 + machine.below(much ? 120 : 4));
            break;
        case 1:
            machine.close(1 + machine.below(much ? 120 : 4));
            break;
        case 2:
            machine.change(1 + machine.below(much ? 120 : 4));
            break;
        case 3:
            filtered.setHeld(!filtered.isHeld());
            break;
        case 4:
            filter = filters.at(machine.below(static_cast<int>(filters.size())));
            filtered.setFilter(FilterExpression::parse(filter));
            break;
        case 5:
            filtered.sort(machine.below(listenerColumnCount),
                          machine.below(2) == 0 ? Qt::AscendingOrder : Qt::DescendingOrder);
            break;
        default:
            clock.advance(1s);
            if (!filtered.isHeld())
                model.expire(clock.now);
            break;
        }
        if (machine.below(2) == 0) {
            last = machine.update();
            model.apply(last);
        }
        QCOMPARE(model.openCount(), static_cast<int>(last.snapshot->listeners.size()));
    }

    // Settled, it shows what a model shows that knows only the last update.
    filtered.setHeld(false);
    clock.advance(10s);
    model.expire(clock.now);
    ListenerModel fresh(nullptr, clock.function());
    ListenerFilterModel freshFiltered(&fresh);
    Update whole = last;
    whole.first = true;
    fresh.apply(whole);
    freshFiltered.setFilter(FilterExpression::parse(filter));
    filtered.sort(static_cast<int>(ListenerColumn::Port), Qt::AscendingOrder);
    QStringList shown = textsOf(filtered);
    QStringList expected = textsOf(freshFiltered);
    // Rows that tie on port and transport follow by age, which the fresh model does not know.
    shown.sort();
    expected.sort();
    QCOMPARE(shown, expected);
    for (const ListenerPtr &listener : std::as_const(last.snapshot->listeners))
        QVERIFY(model.rowOf(listener->key) >= 0);
}

QTEST_GUILESS_MAIN(TestListenerModel)
#include "test_listener_model.moc"
