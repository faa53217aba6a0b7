// SPDX-License-Identifier: GPL-3.0-or-later
// A real process in a real control group, sampled with the system's own sources; the service manager
// that knows the group's unit is a fake one.
#include "fixture_process.h"
#include "knowledge/knowledge.h"
#include "monitor/sampler.h"
#include "support/service_manager_fixture.h"
#include "test_control_group.h"

#include <QTest>

#include <algorithm>

using namespace portolan;
using namespace std::chrono_literals;

class ServicesLiveTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesTheUnitsOfARealListener()
    {
        const test::PrivateBus bus;
        qputenv("DBUS_SYSTEM_BUS_ADDRESS", bus.address().toLocal8Bit());
        test::FakeServiceManager manager(bus.address());
        const test::ControlGroup group(QStringLiteral("web.service"));
        if (!group.isValid())
            QSKIP("needs a control group tree that may be written to");
        test::FixtureProcess fixture({ QStringLiteral("tcp4:127.0.0.1:0") });
        QVERIFY(fixture.isReady() && group.add(fixture.pid));
        const quint16 port = fixture.sockets.first().port;
        manager.set({ QStringLiteral("web.service"), QStringLiteral("A web server") });
        manager.set({ QStringLiteral("web.socket"), {}, QStringLiteral("active"), QStringLiteral("running"), { QStringLiteral("web.service") },
                      { { QStringLiteral("Stream"), QStringLiteral("127.0.0.1:%1").arg(port) } } });

        Sampler sampler(systemSources(), Knowledge::builtIn());
        const SnapshotPtr first = sampler.sample({}).snapshot;
        QVERIFY(sampler.waitForFacts(30s));
        const SnapshotPtr second = sampler.sample(first).snapshot;
        const auto found = std::ranges::find_if(second->listeners, [port](const ListenerPtr &each) { return each->port() == port; });
        QVERIFY(found != second->listeners.end());
        const Owner &owner = *(*found)->owner;
        QCOMPARE(owner.attribution, Attribution::Observed);
        QCOMPARE(owner.leader()->key.pid, fixture.pid);
        QCOMPARE(owner.unit, QStringLiteral("web.service"));
        QCOMPARE(owner.socketUnit, QStringLiteral("web.socket"));
        QVERIFY(owner.unitFacts);
        QCOMPARE(owner.unitFacts->description, QStringLiteral("A web server"));
        QCOMPARE(owner.unitFacts->triggeredBy, QStringLiteral("web.socket"));
        fixture.end();
    }
};

QTEST_GUILESS_MAIN(ServicesLiveTest)
#include "services_live_test.moc"
