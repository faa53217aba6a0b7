// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitor/listener_grouping.h"
#include "monitor/sampler.h"
#include "snapshot/delta.h"
#include "support/builders.h"

#include <QTest>

#include <random>

using namespace portolan;
using namespace portolan::test;

namespace {

Snapshot snapshotOf(const QList<SocketEntry> &sockets, const QList<OwnerPtr> &owners,
                    Completeness completeness = Completeness::Complete)
{
    Snapshot snapshot;
    snapshot.completeness = completeness;
    snapshot.listeners = groupListeners(sockets, owners, {});
    return snapshot;
}

/// What views do with a delta; the result must be the newer snapshot again.
QList<ListenerPtr> applied(const Snapshot &before, const Delta &delta)
{
    QMap<ListenerKey, ListenerPtr> rows;
    for (const ListenerPtr &listener : before.listeners)
        rows.insert(listener->key, listener);
    for (const ListenerPtr &listener : delta.closed)
        rows.remove(listener->key);
    for (const ListenerChange &change : delta.changed)
        rows.remove(change.before->key);
    for (const ListenerChange &change : delta.changed)
        rows.insert(change.after->key, change.after);
    for (const ListenerPtr &listener : delta.opened)
        rows.insert(listener->key, listener);
    return rows.values();
}

/// What the sources below say.
struct Given
{
    QList<SocketEntry> sockets;
    UnreadTables unread;
    Completeness owners = Completeness::Complete;
};

class GivenSockets : public SocketSource
{
public:
    explicit GivenSockets(std::shared_ptr<const Given> given)
        : m_given(std::move(given))
    {
    }
    SocketSample sample() override
    {
        SocketSample sample;
        sample.sockets = m_given->sockets;
        sample.unread = m_given->unread;
        return sample;
    }

private:
    std::shared_ptr<const Given> m_given;
};

class GivenOwners : public ProcessSource
{
public:
    explicit GivenOwners(std::shared_ptr<const Given> given)
        : m_given(std::move(given))
    {
    }
    OwnerSample owners(const QList<SocketEntry> &sockets) override
    {
        OwnerSample sample;
        sample.owners = QList<OwnerPtr>(sockets.size(), m_owner);
        sample.completeness = m_given->owners;
        return sample;
    }

private:
    std::shared_ptr<const Given> m_given;
    OwnerPtr m_owner = observed({ process(10, QStringLiteral("a")) });
};

} // namespace

class DiffTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void opensAndCloses()
    {
        const OwnerPtr owner = observed({ process(10, QStringLiteral("a")) });
        const Snapshot before = snapshotOf({ socket(80, 1) }, { owner });
        const Snapshot after = snapshotOf({ socket(81, 2) }, { owner });
        const Delta delta = diff(before, after);
        QCOMPARE(delta.opened.size(), 1);
        QCOMPARE(delta.opened.first()->port(), quint16(81));
        QCOMPARE(delta.closed.size(), 1);
        QCOMPARE(delta.closed.first()->port(), quint16(80));
        QVERIFY(delta.changed.isEmpty());
        QVERIFY(diff(after, after).isEmpty());
    }

    void ownerChangeOnTheSamePortIsOneChange()
    {
        const Snapshot before = snapshotOf({ socket(3155, 1) }, { observed({ process(10, QStringLiteral("nginx")) }) });
        const Snapshot after = snapshotOf({ socket(3155, 2) }, { observed({ process(11, QStringLiteral("updater")) }) });
        const Delta delta = diff(before, after);
        QVERIFY(delta.opened.isEmpty());
        QVERIFY(delta.closed.isEmpty());
        QCOMPARE(delta.changed.size(), 1);
        QVERIFY(delta.changed.first().what.testFlag(Change::Owner));
    }

    void passedSocketIsAnOwnerChangeEvenBesideAnotherListener()
    {
        const OwnerPtr other = observed({ process(9, QStringLiteral("other")) });
        const Snapshot before = snapshotOf({ socket(80, 1), socket(80, 7) },
                                           { observed({ process(10, QStringLiteral("a")) }), other });
        const Snapshot after = snapshotOf({ socket(80, 1), socket(80, 7) },
                                          { observed({ process(11, QStringLiteral("b")) }), other });
        const Delta delta = diff(before, after);
        QCOMPARE(delta.changed.size(), 1);
        QVERIFY(delta.changed.first().what.testFlag(Change::Owner));
        QVERIFY(delta.opened.isEmpty() && delta.closed.isEmpty());
    }

    void betterAttributionIsNoOwnerChange()
    {
        const Snapshot before = snapshotOf({ socket(80, 1) }, { unowned(OwnerReason::OtherUser) });
        const Snapshot after = snapshotOf({ socket(80, 1) }, { observed({ process(10, QStringLiteral("a")) }) });
        const Delta delta = diff(before, after);
        QCOMPARE(delta.changed.size(), 1);
        QCOMPARE(delta.changed.first().what, Changes(Change::Attribution));
        QVERIFY(!(delta.changed.first().what & noteworthyChanges));
    }

    void workersComeAndGoQuietly()
    {
        const ProcessPtr master = process(10, QStringLiteral("nginx"));
        const Snapshot before = snapshotOf({ socket(80, 1) }, { observed({ master, process(11, QStringLiteral("nginx")) }) });
        const Snapshot after = snapshotOf({ socket(80, 1) }, { observed({ master, process(12, QStringLiteral("nginx")) }) });
        const Delta delta = diff(before, after);
        QCOMPARE(delta.changed.size(), 1);
        QCOMPARE(delta.changed.first().what, Changes(Change::Processes));
    }

    void anotherProgramInTheSameProcessIsSeen()
    {
        const Snapshot before = snapshotOf({ socket(80, 1) }, { observed({ process(10, QStringLiteral("a")) }) });
        const Snapshot after = snapshotOf({ socket(80, 1) }, { observed({ process(10, QStringLiteral("b")) }) });
        const Delta delta = diff(before, after);
        QCOMPARE(delta.changed.size(), 1);
        QVERIFY(delta.changed.first().what.testFlag(Change::Program));
    }

    void partialSnapshotClosesNothing()
    {
        const OwnerPtr owner = observed({ process(10, QStringLiteral("a")) });
        const OwnerPtr newcomer = observed({ process(11, QStringLiteral("b")) });
        const Snapshot before = snapshotOf({ socket(80, 1), socket(81, 2) }, { owner, owner });
        const Snapshot after = snapshotOf({ socket(81, 3) }, { newcomer }, Completeness::Partial);
        const Delta delta = diff(before, after);
        QVERIFY(delta.closed.isEmpty());
        QVERIFY(delta.changed.isEmpty());
        QCOMPARE(delta.opened.size(), 1);
    }

    void partialSampleCarriesOverWhatItDoesNotShow()
    {
        const OwnerPtr owner = observed({ process(10, QStringLiteral("a")) });
        const QList<ListenerPtr> previous = groupListeners({ socket(80, 1), socket(81, 2) }, { owner, owner }, {});
        Snapshot partial = snapshotOf({ socket(81, 2) }, { owner }, Completeness::Partial);
        const QList<ListenerPtr> carried = carryOver(previous, partial);
        QCOMPARE(carried.size(), previous.size());
        QVERIFY(std::ranges::equal(carried, previous, [](const ListenerPtr &a, const ListenerPtr &b) { return *a == *b; }));
        // The socket passed to another owner: it is shown, so the old row is not kept beside it.
        const Snapshot passed
            = snapshotOf({ socket(81, 2) }, { observed({ process(11, QStringLiteral("b")) }) }, Completeness::Partial);
        const QList<ListenerPtr> result = carryOver(previous, passed);
        QCOMPARE(result.size(), 2);
        QCOMPARE(result.at(1)->owner->leader()->name, QStringLiteral("b"));
    }

    void onlyUnreadTablesKeepRows()
    {
        const OwnerPtr owner = observed({ process(10, QStringLiteral("a")) });
        const Snapshot before = snapshotOf({ socket(80, 1), socket(81, 2, "::"), socket(82, 3), socket(82, 4, "::"),
                                             socket(53, 5, "0.0.0.0", Transport::Udp) },
                                           { owner, owner, owner, owner, owner });
        Snapshot after;
        after.completeness = Completeness::Partial;
        after.unread = SocketTable::Tcp4;
        after.listeners = carryOver(before.listeners, after);
        QCOMPARE(after.listeners.size(), 1);
        QCOMPARE(after.listeners.first()->port(), quint16(80));
        QCOMPARE(diff(before, after).closed.size(), 3);
        after.listeners.clear();
        QCOMPARE(diff(before, after).closed.size(), 3);
        // Where only owners are missing, every row that is not there has closed.
        after.unread = {};
        QVERIFY(carryOver(before.listeners, after).isEmpty());
        QCOMPARE(diff(before, after).closed.size(), 4);
    }

    void rowsCloseWhileATableStaysUnreadable()
    {
        auto given = std::make_shared<Given>();
        Sampler sampler({ std::make_unique<GivenSockets>(given), std::make_unique<GivenOwners>(given), nullptr }, Knowledge::builtIn());
        given->sockets = { socket(22, 1), socket(80, 2, "::") };
        SnapshotPtr last = sampler.sample({}).snapshot;
        QCOMPARE(last->listeners.size(), 2);
        given->unread = SocketTable::Tcp4;
        for (quint64 i = 0; i < 10; ++i) {
            SocketEntry mapped = socket(static_cast<quint16>(2000 + i), 200 + i, "127.0.0.1");
            mapped.table = SocketTable::Tcp6;
            given->sockets = { socket(static_cast<quint16>(1000 + i), 100 + i, "::"), mapped };
            const Update update = sampler.sample(last);
            QCOMPARE(update.snapshot->completeness, Completeness::Partial);
            // What came and the one whose table cannot be read; what went is closed.
            QCOMPARE(update.snapshot->listeners.size(), 3);
            QCOMPARE(update.snapshot->listeners.first()->port(), quint16(22));
            QCOMPARE(update.delta.closed.size(), i == 0 ? 1 : 2);
            last = update.snapshot;
        }
    }

    void unknownOwnersDoNotKeepRows()
    {
        auto given = std::make_shared<Given>();
        given->owners = Completeness::Partial;
        Sampler sampler({ std::make_unique<GivenSockets>(given), std::make_unique<GivenOwners>(given), nullptr }, Knowledge::builtIn());
        given->sockets = { socket(22, 1), socket(80, 2) };
        const SnapshotPtr before = sampler.sample({}).snapshot;
        given->sockets = { socket(22, 1) };
        const Update update = sampler.sample(before);
        QCOMPARE(update.snapshot->completeness, Completeness::Partial);
        QCOMPARE(update.snapshot->listeners.size(), 1);
        QCOMPARE(update.delta.closed.size(), 1);
    }

    void bothFamiliesAreOneListener()
    {
        const OwnerPtr owner = observed({ process(10, QStringLiteral("sshd")) });
        const QList<ListenerPtr> listeners
            = groupListeners({ socket(22, 1), socket(22, 2, "::"), socket(22, 3, "0.0.0.0", Transport::Udp) },
                             { owner, owner, owner }, {});
        QCOMPARE(listeners.size(), 2);
        QCOMPARE(listeners.first()->endpoints.size(), 2);
        QCOMPARE(listeners.first()->sockets, (QList<quint64> { 1, 2 }));
        QCOMPARE(listeners.last()->transport(), Transport::Udp);
    }

    void workersWithSocketsOfTheirOwnAreOneOwner()
    {
        const ProcessPtr master = process(10, QStringLiteral("gunicorn"));
        const ProcessPtr one = process(11, QStringLiteral("gunicorn"), {}, { ancestor(master) });
        const ProcessPtr two = process(12, QStringLiteral("gunicorn"), {}, { ancestor(master) });
        const QList<ListenerPtr> siblings
            = groupListeners({ socket(80, 1), socket(80, 2) }, { observed({ one }), observed({ two }) }, {});
        QCOMPARE(siblings.size(), 1);
        QCOMPARE(siblings.first()->owner->processes.size(), 2);

        const ProcessPtr shell = process(5, QStringLiteral("bash"));
        const ProcessPtr left = process(21, QStringLiteral("server"), {}, { ancestor(shell) });
        const ProcessPtr right = process(22, QStringLiteral("server"), {}, { ancestor(shell) });
        QCOMPARE(groupListeners({ socket(80, 1), socket(80, 2) }, { observed({ left }), observed({ right }) }, {}).size(), 2);
    }

    void oneSocketJoinsOwnersThatLookedApart()
    {
        const ProcessPtr a = process(10, QStringLiteral("a"));
        const ProcessPtr b = process(11, QStringLiteral("b"));
        const QList<ListenerPtr> listeners = groupListeners({ socket(80, 1), socket(80, 2), socket(80, 3) },
                                                            { observed({ a }), observed({ b }), observed({ a, b }) }, {});
        QCOMPARE(listeners.size(), 1);
        QCOMPARE(listeners.first()->sockets, (QList<quint64> { 1, 2, 3 }));
        QCOMPARE(listeners.first()->owner->processes.size(), 2);
        QCOMPARE(listeners.first()->owner->leader()->key.pid, 10);
    }

    void nothingIsDroppedWithoutAnOwner()
    {
        const QList<ListenerPtr> listeners
            = groupListeners({ socket(4789, 0, "0.0.0.0", Transport::Udp), socket(22, 5) },
                             { unowned(OwnerReason::KernelSocket), unowned(OwnerReason::OtherUser, 77) }, {});
        QCOMPARE(listeners.size(), 2);
        QCOMPARE(listeners.first()->key.owner.kind, OwnerKey::Kind::ControlGroup);
        QCOMPARE(listeners.last()->key.owner.kind, OwnerKey::Kind::User);
    }

    void randomSequencesEndInTheNewSnapshot()
    {
        std::mt19937 random(3155);
        const auto below = [&random](quint32 limit) { return static_cast<quint32>(random() % limit); };
        Snapshot before;
        for (int step = 0; step < 2000; ++step) {
            QList<SocketEntry> sockets;
            QList<OwnerPtr> owners;
            const quint32 count = below(30);
            for (quint32 i = 0; i < count; ++i) {
                sockets.append(socket(static_cast<quint16>(1 + below(12)), 1 + below(40), below(2) ? "::" : "127.0.0.1",
                                      below(2) ? Transport::Tcp : Transport::Udp));
                owners.append(below(4) ? observed({ process(static_cast<qint32>(1 + below(6)), QStringLiteral("p")) })
                                       : unowned(OwnerReason::OtherUser, below(3), below(2)));
            }
            Snapshot after;
            after.listeners = groupListeners(sockets, owners, before.listeners);
            QVERIFY(std::is_sorted(after.listeners.cbegin(), after.listeners.cend(),
                                   [](const ListenerPtr &a, const ListenerPtr &b) { return a->key < b->key; }));
            QCOMPARE(std::adjacent_find(after.listeners.cbegin(), after.listeners.cend(),
                                        [](const ListenerPtr &a, const ListenerPtr &b) { return a->key == b->key; }),
                     after.listeners.cend());
            const Delta delta = diff(before, after);
            const QList<ListenerPtr> result = applied(before, delta);
            QCOMPARE(result.size(), after.listeners.size());
            for (qsizetype i = 0; i < result.size(); ++i)
                QVERIFY(*result[i] == *after.listeners[i]);
            before = after;
        }
    }
};

QTEST_GUILESS_MAIN(DiffTest)
#include "diff_test.moc"
