// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitor/sampler.h"
#include "platform/platform.h"
#include "tests/live/connected_sockets.h"
#include "tests/live/fixture_process.h"
#include "tests/support/builders.h"

#include <QCoreApplication>
#include <QTest>

#include <algorithm>
#include <vector>

using namespace portolan;
using test::Pair;
using test::Socket;

namespace {

constexpr int everything = 100000;

/// This process's listener at a port, as the monitor sees it.
ListenerPtr ownListener(quint16 port, Transport transport = Transport::Tcp)
{
    Sampler sampler(systemSources(), Knowledge::builtIn());
    const Update update = sampler.sample(nullptr);
    for (const ListenerPtr &listener : update.snapshot->listeners) {
        const ProcessInfo *leader = listener->owner->leader();
        if (listener->port() == port && listener->transport() == transport && leader
            && leader->key.pid == QCoreApplication::applicationPid())
            return listener;
    }
    return nullptr;
}

/// The same listener as one sees it who may not look into its process: read with the kernel's filter.
Listener asInferred(const Listener &listener)
{
    Listener copy = listener;
    auto owner = std::make_shared<Owner>(*listener.owner);
    owner->attribution = Attribution::Inferred;
    copy.owner = owner;
    return copy;
}

ConnectionSample sampleOf(const Listener &listener, int limit = everything)
{
    return platform::makeConnectionSource()->connections(listener, limit);
}

} // namespace

/// What the connection source reads of real connections of this process.
class LiveConnectionsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void counts_data()
    {
        QTest::addColumn<QByteArray>("listensAt");
        QTest::addColumn<bool>("v6Only");
        QTest::addColumn<QByteArray>("connectsTo");
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QString>("shownFrom");
        QTest::newRow("IPv4") << QByteArray("127.0.0.1") << false << QByteArray("127.0.0.1") << QByteArray("127.0.0.9")
                              << QStringLiteral("127.0.0.9");
        QTest::newRow("IPv4, all addresses") << QByteArray("0.0.0.0") << false << QByteArray("127.0.0.3")
                                             << QByteArray("127.0.0.9") << QStringLiteral("127.0.0.9");
        QTest::newRow("IPv6 only") << QByteArray("::") << true << QByteArray("::1") << QByteArray("::1")
                                   << QStringLiteral("::1");
        QTest::newRow("both, over IPv6") << QByteArray("::") << false << QByteArray("::1") << QByteArray("::1")
                                         << QStringLiteral("::1");
        QTest::newRow("both, over IPv4") << QByteArray("::") << false << QByteArray("127.0.0.1")
                                         << QByteArray("127.0.0.9") << QStringLiteral("127.0.0.9");
        QTest::newRow("mapped") << QByteArray("::ffff:127.0.0.1") << false << QByteArray("127.0.0.1")
                                << QByteArray("127.0.0.9") << QStringLiteral("127.0.0.9");
    }

    void counts()
    {
        QFETCH(QByteArray, listensAt);
        QFETCH(bool, v6Only);
        QFETCH(QByteArray, connectsTo);
        QFETCH(QByteArray, from);
        QFETCH(QString, shownFrom);
        const Socket listening = test::bound(listensAt.constData(), 0, SOCK_STREAM, v6Only);
        const quint16 port = test::localPort(listening);
        std::vector<Pair> pairs;
        const auto connect = [&](int count) {
            for (int i = 0; i < count; ++i)
                pairs.emplace_back(listening, connectsTo.constData(), from.constData());
        };
        connect(60);
        for (int i = 0; i < 10; ++i)
            pairs[size_t(i)].closeByClient();
        for (int i = 10; i < 15; ++i)
            pairs[size_t(i)].endByServer();
        for (int i = 15; i < 35; ++i)
            pairs[size_t(i)].closeByServer();

        const ListenerPtr listener = ownListener(port);
        QVERIFY(listener);
        const auto verify = [&](const ConnectionSample &sample) {
            QCOMPARE(sample.coverage, ConnectionCoverage::Complete);
            QCOMPARE(sample.inState(ConnectionState::Established), 25);
            QCOMPARE(sample.inState(ConnectionState::CloseWait), 10);
            QCOMPARE(sample.inState(ConnectionState::FinWait2), 5);
            QCOMPARE(sample.inState(ConnectionState::TimeWait), 20);
            QCOMPARE(sample.toListener, 60);
            QCOMPARE(sample.remoteAddresses, 1);
            QCOMPARE(sample.remotes.size(), 1);
            QCOMPARE(sample.remotes.first().address.toString(), shownFrom);
            QCOMPARE(sample.remotes.first().connections, 60);
            QCOMPARE(sample.remotes.first().established, 25);
        };
        const ConnectionSample whole = sampleOf(*listener);
        verify(whole);
        // The clients' ends, but for those that were closed.
        QCOMPARE(whole.others, std::optional(30));
        QCOMPARE(whole.connections.size(), 90);
        const ConnectionSample filtered = sampleOf(asInferred(*listener));
        verify(filtered);
        QCOMPARE(filtered.others, std::nullopt);
        QCOMPARE(filtered.connections.size(), 60);
        QVERIFY(std::ranges::all_of(filtered.connections, [port](const Connection &c) { return c.localPort == port; }));
    }

    void listsTheLiveOnesFirst()
    {
        const Socket listening = test::bound("127.0.0.1", 0);
        std::vector<Pair> pairs;
        for (int i = 0; i < 300; ++i)
            pairs.emplace_back(listening, "127.0.0.1", i % 3 == 0 ? "127.0.0.2" : "127.0.0.3");
        for (int i = 0; i < 150; ++i)
            pairs[size_t(i)].closeByServer();
        const ListenerPtr listener = ownListener(test::localPort(listening));
        QVERIFY(listener);
        const ConnectionSample sample = sampleOf(asInferred(*listener), 200);
        QCOMPARE(sample.toListener, 300);
        QCOMPARE(sample.connections.size(), 200);
        QCOMPARE(std::ranges::count(sample.connections, ConnectionState::Established, &Connection::state), 150);
        QCOMPARE(sample.connections.first().state, ConnectionState::Established);
        QCOMPARE(sample.connections.last().state, ConnectionState::TimeWait);
        QCOMPARE(sample.remoteAddresses, 2);
        QCOMPARE(sample.remotes.first(), (RemoteAddress { test::address("127.0.0.3"), 200, 100 }));
        QCOMPARE(sample.remotes.last(), (RemoteAddress { test::address("127.0.0.2"), 100, 50 }));
        QCOMPARE(sampleOf(asInferred(*listener), 1).remotes.size(), 1);
        QCOMPARE(sampleOf(asInferred(*listener), 1).remoteAddresses, 2);
    }

    /// Another listener of the same port at another address is somebody else's.
    void tellsAddressesApart()
    {
        const Socket one = test::bound("127.0.0.1", 0);
        const quint16 port = test::localPort(one);
        const Socket other = test::bound("127.0.0.2", port);
        const Socket six = test::bound("::1", port);
        const Pair toOne(one, "127.0.0.1", "127.0.0.9");
        const Pair toOther(other, "127.0.0.2", "127.0.0.9");
        const Pair toSix(six, "::1", "::1");
        const ListenerPtr all = ownListener(port);
        QVERIFY(all);
        QCOMPARE(all->endpoints.size(), 3);
        QCOMPARE(sampleOf(*all).toListener, 3);
        for (const Endpoint &endpoint : all->endpoints) {
            Listener single = *all;
            single.endpoints = { endpoint };
            QCOMPARE(sampleOf(asInferred(single)).toListener, 1);
            QCOMPARE(sampleOf(single).toListener, 1);
            QCOMPARE(sampleOf(single).connections.first().localAddress, endpoint.address);
        }
    }

    void udp()
    {
        const Socket unconnected = test::bound("127.0.0.1", 0, SOCK_DGRAM);
        const quint16 port = test::localPort(unconnected);
        const ListenerPtr listener = ownListener(port, Transport::Udp);
        QVERIFY(listener);
        QCOMPARE(sampleOf(*listener).toListener, 0);
        const Socket connected = test::bound("127.0.0.1", port, SOCK_DGRAM);
        const test::SocketAddress peer("127.0.0.9", 4000);
        Socket::checked(::connect(connected.get(), peer.get(), peer.length), "connect");
        for (const ConnectionSample &sample : { sampleOf(*listener), sampleOf(asInferred(*listener)) }) {
            QCOMPARE(sample.toListener, 1);
            QCOMPARE(sample.inState(ConnectionState::Connected), 1);
            QCOMPARE(sample.connections.first().remoteAddress, test::address("127.0.0.9"));
            QCOMPARE(sample.connections.first().remotePort, quint16(4000));
        }
    }

    void traffic()
    {
        const Socket listening = test::bound("127.0.0.1", 0);
        const Pair pair(listening, "127.0.0.1", "127.0.0.9");
        const ListenerPtr listener = ownListener(test::localPort(listening));
        QVERIFY(listener);
        for (const bool filtered : { false, true }) {
            const Listener asked = filtered ? asInferred(*listener) : *listener;
            const auto source = platform::makeConnectionSource();
            QVERIFY(!source->connections(asked, everything).traffic);
            // With the kernel's filter it is asked for once it is known that there are few.
            if (filtered)
                QVERIFY(!source->connections(asked, everything).traffic);
            const QByteArray question(1000, 'q');
            const QByteArray answer(300000, 'a');
            QCOMPARE(::send(pair.client.get(), question.constData(), size_t(question.size()), 0), question.size());
            QCOMPARE(::send(pair.accepted.get(), answer.constData(), size_t(answer.size()), 0), answer.size());
            qsizetype taken = 0;
            QByteArray buffer(65536, '\0');
            while (taken < answer.size())
                taken += ::recv(pair.client.get(), buffer.data(), size_t(buffer.size()), 0);
            // The last of it is acknowledged a moment later. A look right after another one is told the same.
            Traffic told;
            QTRY_VERIFY([&] {
                const ConnectionSample sample = source->connections(asked, everything);
                told = sample.traffic.value_or(Traffic());
                return told.received > 0 && sample.trafficTime >= std::chrono::milliseconds(1);
            }());
            QCOMPARE(told.received, quint64(question.size()));
            QVERIFY(told.sent <= quint64(answer.size()));
        }
    }

    void inAnotherNetworkNamespace()
    {
        test::FixtureProcess fixture({ QStringLiteral("--net"), QStringLiteral("sh"), QStringLiteral("-c"),
                                       QStringLiteral("ip link set lo up && exec \"$0\" tcp4:127.0.0.1:0 --connect"),
                                       QStringLiteral(LISTENER_FIXTURE) },
                                     QStringLiteral("unshare"));
        if (!fixture.isReady())
            QSKIP("no network namespace may be made here");
        Sampler sampler(systemSources(), Knowledge::builtIn());
        const Update update = sampler.sample(nullptr);
        const auto found = std::ranges::find_if(update.snapshot->listeners, [&fixture](const ListenerPtr &each) {
            return each->port() == fixture.sockets.first().port && !each->key.networkNamespace.isEmpty();
        });
        QVERIFY(found != update.snapshot->listeners.end());
        const ConnectionSample sample = sampler.details(*found).connections;
        QCOMPARE(sample.coverage, ConnectionCoverage::Complete);
        QCOMPARE(sample.toListener, 1);
        QCOMPARE(sample.inState(ConnectionState::Established), 1);
        QCOMPARE(sample.others, std::nullopt);

        // Not the namespace that had the same number before, either.
        fixture.end();
        (void)sampler.sample(nullptr);
        QCOMPARE(sampler.details(*found).connections.coverage, ConnectionCoverage::Unreadable);
    }

    void saysStatesInWords()
    {
        std::array<int, connectionStates> byState {};
        QCOMPARE(connectionStatesText(byState), QString());
        byState[size_t(ConnectionState::Established)] = 2;
        byState[size_t(ConnectionState::FinWait1)] = 1;
        byState[size_t(ConnectionState::LastAck)] = 3;
        QCOMPARE(connectionStatesText(byState), QStringLiteral("2 established, 4 closing"));
    }
};

QTEST_GUILESS_MAIN(LiveConnectionsTest)
#include "live_connections_test.moc"
