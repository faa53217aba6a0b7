// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/listen_address.h"
#include "services/unit_catalogue.h"
#include "services/unit_place.h"
#include "services/unit_stop_plan.h"
#include "tests/support/builders.h"

#include <QTest>

using namespace portolan;

class UnitsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void understands_data()
    {
        QTest::addColumn<QString>("type");
        QTest::addColumn<QString>("text");
        QTest::addColumn<Transport>("transport");
        QTest::addColumn<QString>("address");
        QTest::addColumn<int>("port");
        QTest::addColumn<QString>("scope");
        const QString stream = QStringLiteral("Stream");
        QTest::newRow("any IPv4") << stream << "0.0.0.0:22" << Transport::Tcp << "0.0.0.0" << 22 << "";
        QTest::newRow("any IPv6") << stream << "[::]:22" << Transport::Tcp << "::" << 22 << "";
        QTest::newRow("scope after the port") << stream << "[fe80::1]:22%eth0" << Transport::Tcp << "fe80::1" << 22 << "eth0";
        QTest::newRow("scope inside") << stream << "[fe80::1%eth0]:22" << Transport::Tcp << "fe80::1" << 22 << "eth0";
        QTest::newRow("loopback") << stream << "127.0.0.1:631" << Transport::Tcp << "127.0.0.1" << 631 << "";
        QTest::newRow("datagram") << "Datagram" << "[::1]:65535" << Transport::Udp << "::1" << 65535 << "";
        QTest::newRow("mapped") << stream << "[::ffff:127.0.0.1]:80" << Transport::Tcp << "127.0.0.1" << 80 << "";
    }
    void understands()
    {
        QFETCH(QString, type);
        QFETCH(QString, text);
        const auto parsed = parseListenAddress(type, text);
        QVERIFY(parsed);
        QTEST(parsed->transport, "transport");
        QTEST(parsed->address.toString(), "address");
        QTEST(int(parsed->port), "port");
        QTEST(parsed->scope, "scope");
    }

    void ignores_data()
    {
        QTest::addColumn<QString>("type");
        QTest::addColumn<QString>("text");
        const QString stream = QStringLiteral("Stream");
        for (const char *text : { "", "/run/systemd/journal/stdout", "@abstract", "vsock:2:1234", "kobject-uevent 1", "22", ":22", "0.0.0.0", "0.0.0.0:",
                                  "0.0.0.0:0", "0.0.0.0:65536", "0.0.0.0:22x", "0.0.0.0:+22", "0.0.0.0: 22", "::1:22", "[::1]", "[::1]22", "[::1", "[]:22",
                                  "[127.0.0.1]:22", "[fe80::1%]:22", "[fe80::1]:22%", "[fe80::1%eth0]:22%eth0", "[::1]:99999999999999999999" })
            QTest::addRow("stream %s", text) << stream << QString::fromLatin1(text);
        for (const char *type : { "", "stream", "SequentialPacket", "FIFO", "Special", "Netlink", "MessageQueue", "USBFunction" })
            QTest::addRow("type %s", type) << QString::fromLatin1(type) << "0.0.0.0:22";
        QTest::newRow("endless") << stream << QStringLiteral("[fe80::1]:22%") + QString(1'000'000, u'x');
    }
    void ignores()
    {
        QFETCH(QString, type);
        QFETCH(QString, text);
        QVERIFY(!parseListenAddress(type, text));
    }

    void fitsTheSocket()
    {
        const auto scoped = parseListenAddress(u"Stream", u"[fe80::1]:22%eth0");
        SocketEntry socket = test::socket(22, 1, "fe80::1");
        QVERIFY(!scoped->fits(socket));
        socket.scope = QStringLiteral("eth0");
        QVERIFY(scoped->fits(socket));
        QVERIFY(parseListenAddress(u"Stream", u"[fe80::1]:22%3")->fits(socket));
        QVERIFY(parseListenAddress(u"Stream", u"[fe80::1]:22")->fits(socket));
        QVERIFY(!parseListenAddress(u"Datagram", u"[fe80::1]:22")->fits(socket));
        QVERIFY(!parseListenAddress(u"Stream", u"[fe80::1]:23")->fits(socket));
        QVERIFY(!parseListenAddress(u"Stream", u"[::]:22")->fits(socket));
    }

    void tellsWhoseUnitItIs_data()
    {
        QTest::addColumn<QString>("group");
        QTest::addColumn<QString>("unit");
        QTest::addColumn<qint64>("person");
        constexpr qint64 system = -1;
        QTest::newRow("service") << "/system.slice/ssh.service" << "ssh.service" << system;
        QTest::newRow("slices in slices") << "/system.slice/system-getty.slice/getty@tty1.service" << "getty@tty1.service" << system;
        QTest::newRow("manager") << "/init.scope" << "init.scope" << system;
        QTest::newRow("below a service") << "/system.slice/docker.service/sub" << "docker.service" << system;
        QTest::newRow("session") << "/user.slice/user-1000.slice/session-2.scope" << "session-2.scope" << system;
        QTest::newRow("person's manager") << "/user.slice/user-1000.slice/user@1000.service" << "user@1000.service" << system;
        QTest::newRow("person's service") << "/user.slice/user-1000.slice/user@1000.service/app.slice/x.service" << "x.service" << qint64(1000);
        QTest::newRow("in person's init") << "/user.slice/user-1000.slice/user@1000.service/init.scope" << "init.scope" << qint64(1000);
        QTest::newRow("escaped") << "/system.slice/_cgroup.service" << "cgroup.service" << system;
        // The inner names are those of another manager, inside of the container.
        QTest::newRow("in a container") << "/machine.slice/docker-0a.scope/system.slice/ssh.service" << "docker-0a.scope" << system;
        QTest::newRow("no unit") << "/user.slice/x" << "" << system;
        QTest::newRow("slice") << "/system.slice" << "" << system;
        QTest::newRow("root") << "/" << "" << system;
        QTest::newRow("nothing") << "" << "" << system;
        QTest::newRow("no person") << "/user.slice/user@.service/x.service" << "user@.service" << system;
        QTest::newRow("no number") << "/user.slice/user@99999999999.service/x.service" << "user@99999999999.service" << system;
    }
    void tellsWhoseUnitItIs()
    {
        QFETCH(QString, group);
        const auto place = unitPlace(group);
        QTEST(place ? place->unit : QString(), "unit");
        QVERIFY(!place || !place->unit.isEmpty());
        QTEST(place && place->person ? qint64(*place->person) : qint64(-1), "person");
    }

    void plansToStopServicesOnly_data()
    {
        QTest::addColumn<QString>("group");
        QTest::addColumn<bool>("isKnown");
        QTest::addColumn<bool>("isStopped");
        QTest::newRow("service") << "/system.slice/web.service" << true << true;
        QTest::newRow("person's service") << "/user.slice/user-1.slice/user@1.service/app.slice/web.service" << true << true;
        QTest::newRow("unknown to its manager") << "/system.slice/web.service" << false << false;
        QTest::newRow("our own") << "/system.slice/portolan.service" << true << false;
        QTest::newRow("session") << "/user.slice/user-1.slice/session-2.scope" << true << false;
        QTest::newRow("person's manager") << "/user.slice/user-1.slice/user@1.service" << true << false;
        QTest::newRow("manager") << "/init.scope" << true << false;
    }
    void plansToStopServicesOnly()
    {
        QFETCH(QString, group);
        QFETCH(bool, isKnown);
        QFETCH(bool, isStopped);
        Owner owner = *test::unowned(OwnerReason::ControlGroupOnly, 7);
        owner.cgroup = group;
        owner.unit = unitPlace(group)->unit;
        if (isKnown)
            owner.unitFacts = UnitFacts { owner.unit, {}, {}, {}, {} };
        const auto plan = unitStopPlan(owner, QStringLiteral("portolan.service"));
        QCOMPARE(plan.has_value(), isStopped);
        if (plan) {
            QCOMPARE(plan->service, owner.unit);
            QCOMPARE(plan->isPersons, group.startsWith(QLatin1String("/user.slice")));
        }
    }

    void plansToStopTheSocketOfWhatHasNotStarted()
    {
        Owner owner = *test::unowned(OwnerReason::HeldForUnit, 7);
        owner.cgroup = QStringLiteral("/init.scope");
        owner.unit = QStringLiteral("web.service");
        owner.unitFacts = UnitFacts { owner.unit, {}, QStringLiteral("inactive"), {}, {} };
        owner.socketUnit = QStringLiteral("web.socket");
        QCOMPARE(unitStopPlan(owner, {}), (UnitStopPlan { {}, owner.socketUnit, false }));
    }

    void prefersSocketsAmongTriggers()
    {
        const QString active = QStringLiteral("active");
        const auto unit = [&](const char *name) { return systemd::UnitListing { QLatin1String(name), {}, active, {}, {} }; };
        const QStringList x { QStringLiteral("x.service") };
        const auto address = parseListenAddress(u"Stream", u"0.0.0.0:80");
        const QHash<QString, Trigger> triggers { { QStringLiteral("a.timer"), { x, {}, false } },
                                                 { QStringLiteral("b.path"), { x, {}, false } },
                                                 { QStringLiteral("x.socket"), { x, { *address, *address }, false } } };
        const UnitCatalogue all({ unit("b.path"), unit("a.timer"), unit("x.socket"), unit("x.service") }, triggers);
        QCOMPARE(all.unit(x.first())->triggeredBy, QStringLiteral("x.socket"));
        QCOMPARE(all.socketUnitAt(test::socket(80, 1))->name, QStringLiteral("x.socket"));
        const UnitCatalogue few({ unit("b.path"), unit("a.timer"), unit("x.service") }, triggers);
        QCOMPARE(few.unit(x.first())->triggeredBy, QStringLiteral("a.timer"));
        QVERIFY(!few.socketUnitAt(test::socket(80, 1)));
    }
};

QTEST_APPLESS_MAIN(UnitsTest)
#include "units_test.moc"
