// SPDX-License-Identifier: GPL-3.0-or-later
// Ports that the kernel opens itself, with real network interfaces.
#include "fixture_process.h"
#include "own_network.h"
#include "owners_probe.h"

#include <QRegularExpression>
#include <QTest>

#include <unistd.h>

using namespace portolan;
using test::OwnersProbe;
using test::ProbedSample;
using test::ProbedSocket;

namespace {

bool run(const char *command)
{
    QProcess process;
    process.start(QStringLiteral("sh"), { QStringLiteral("-c"), QString::fromLatin1(command) });
    return process.waitForFinished() && process.exitCode() == 0;
}

} // namespace

class KernelSocketsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void cleanup();

    void vxlan_data();
    void vxlan();
    void interfacesThatCannotBeToldApart();
    void processesPortIsNotTheKernels();
    void otherDrivers_data();
    void otherDrivers();

private:
    QStringList m_user;
};

void KernelSocketsTest::initTestCase()
{
    if (::geteuid() != 0)
        QSKIP("needs root: makes network interfaces and looks at them as an ordinary user");
    if (!test::leaveTheMachinesNetwork())
        QSKIP("needs a network namespace of its own");
    if (!run("ip link add probe type vxlan id 1 dstport 4789 dev lo && ip link del probe"))
        QSKIP("this kernel has no VXLAN");
    m_user = { QStringLiteral("--user"), QStringLiteral("65534") };
}

void KernelSocketsTest::cleanup()
{
    for (const char *name : { "vx9", "vx10", "tunnel" })
        (void)run(qPrintable(QStringLiteral("ip link del %1 2>/dev/null").arg(QLatin1String(name))));
}

void KernelSocketsTest::vxlan_data()
{
    QTest::addColumn<quint16>("port");
    QTest::newRow("the registered port") << quint16(4789);
    QTest::newRow("any port") << quint16(47890);
}

void KernelSocketsTest::vxlan()
{
    QFETCH(quint16, port);
    OwnersProbe asRoot({});
    OwnersProbe asUser(m_user);
    // Both have looked before: the interface is found when its socket is new.
    QVERIFY(!asRoot.sample().socketAt(port).found);
    QVERIFY(!asUser.sample().socketAt(port).found);
    QVERIFY(run(qPrintable(QStringLiteral("ip link add vx9 type vxlan id 9 dstport %1 dev lo && ip link set vx9 up").arg(port))));

    const ProbedSocket known = asRoot.sample().socketAt(port);
    QCOMPARE(known.reason, OwnerReason::KernelSocket);
    QCOMPARE(known.kernelPart, QStringLiteral("vxlan"));
    QCOMPARE(known.kernelInterface, QStringLiteral("vx9"));
    QVERIFY(known.pids.isEmpty());
    const ProbedSocket seen = asUser.sample().socketAt(port);
    QCOMPARE(seen.attribution, Attribution::Inferred);
    QCOMPARE(seen.reason, OwnerReason::KernelSocket);
    QCOMPARE(seen.kernelPart, QStringLiteral("vxlan"));
    QCOMPARE(seen.kernelInterface, QStringLiteral("vx9"));
    QVERIFY(seen.pids.isEmpty());
    // And it stays so.
    QCOMPARE(asUser.sample().socketAt(port).kernelInterface, QStringLiteral("vx9"));

    QVERIFY(run("ip link set vx9 down"));
    QVERIFY(!asUser.sample().socketAt(port).found);
}

void KernelSocketsTest::interfacesThatCannotBeToldApart()
{
    QVERIFY(run("ip link add vx9 type vxlan id 9 dstport 4789 dev lo && ip link set vx9 up"));
    QVERIFY(run("ip link add vx10 type vxlan id 10 dstport 4789 dev lo && ip link set vx10 up"));
    OwnersProbe asUser(m_user);
    const ProbedSocket seen = asUser.sample().socketAt(4789);
    QCOMPARE(seen.reason, OwnerReason::KernelSocket);
    QCOMPARE(seen.kernelPart, QStringLiteral("vxlan"));
    QCOMPARE(seen.kernelInterface, QString());
}

void KernelSocketsTest::processesPortIsNotTheKernels()
{
    // The same port while the interface is down: a process's, whatever the custom says.
    QVERIFY(run("ip link add vx9 type vxlan id 9 dstport 4789 dev lo"));
    test::FixtureProcess fixture({ QStringLiteral("udp4:0.0.0.0:4789"), QStringLiteral("tcp4:0.0.0.0:2049") });
    QVERIFY(fixture.isReady());
    OwnersProbe asRoot({});
    OwnersProbe asUser(m_user);
    for (const quint16 port : { quint16(4789), quint16(2049) }) {
        QCOMPARE(asRoot.sample().socketAt(port).attribution, Attribution::Observed);
        const ProbedSocket seen = asUser.sample().socketAt(port);
        QVERIFY(seen.found);
        QVERIFY(seen.reason != OwnerReason::KernelSocket);
        QCOMPARE(seen.kernelPart, QString());
    }
}

void KernelSocketsTest::otherDrivers_data()
{
    QTest::addColumn<QString>("link");
    QTest::addColumn<quint16>("port");
    QTest::addColumn<QString>("part");
    QTest::newRow("WireGuard") << QStringLiteral("wireguard") << quint16(0) << QStringLiteral("wireguard");
    QTest::newRow("GENEVE") << QStringLiteral("geneve id 5 remote 127.0.0.1") << quint16(6081) << QStringLiteral("geneve");
    QTest::newRow("bareudp") << QStringLiteral("bareudp dstport 6635 ethertype mpls_uc") << quint16(6635)
                             << QStringLiteral("bareudp");
}

void KernelSocketsTest::otherDrivers()
{
    QFETCH(QString, link);
    QFETCH(quint16, port);
    QFETCH(QString, part);
    if (!run(qPrintable(QStringLiteral("ip link add tunnel type %1 2>/dev/null && ip link set tunnel up").arg(link))))
        QSKIP("this kernel does not have it");
    OwnersProbe asRoot({});
    const ProbedSample sample = asRoot.sample();
    // WireGuard takes a port of the kernel's choice: the only one there is.
    ProbedSocket seen;
    for (const QJsonValue &value : sample.document()[QLatin1String("sockets")].toArray()) {
        if (value[QLatin1String("namespace")].toString().isEmpty()
            && (port == 0 || value[QLatin1String("port")].toInt() == port))
            seen = sample.socketAt(quint16(value[QLatin1String("port")].toInt()));
    }
    QVERIFY(seen.found);
    QCOMPARE(seen.reason, OwnerReason::KernelSocket);
    QCOMPARE(seen.kernelPart, part);
    QCOMPARE(seen.kernelInterface, QStringLiteral("tunnel"));
}

QTEST_GUILESS_MAIN(KernelSocketsTest)
#include "kernel_sockets_test.moc"
