// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/linux/kernel_link.h"
#include "platform/linux/kernel_sockets.h"
#include "support/fixture.h"

#include <QTest>

using namespace portolan;
using namespace portolan::platform;

namespace {

constexpr quint32 recordedSequence = 1;

KernelLink link(const char *name, const char *kind, quint16 port, bool up = true)
{
    return { name, kind, up, port };
}

} // namespace

class PlatformKernelLinkTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void recorded();
    void truncated();
    void brokenLengths();
    void answersToOtherRequests();
    void partOfTheKernel_data();
    void partOfTheKernel();
};

void PlatformKernelLinkTest::recorded()
{
    // Recorded where there were: lo, vx9 on 4789 and up, vx10 on 8472 and down, and a pair of veth.
    const KernelLinkAnswer links = parseKernelLinks(test::fixture(QStringLiteral("kernel_link/links.bin")), recordedSequence);
    QVERIFY(!links.malformed);
    QVERIFY(!links.interrupted);
    QCOMPARE(links.error, 0);
    QVERIFY(links.links.contains(link("vx9", "vxlan", 4789)));
    QVERIFY(links.links.contains(link("vx10", "vxlan", 8472, false)));
    QVERIFY(links.links.contains(link("veth0", "veth", 0, false)));
    for (const KernelLink &one : links.links)
        QVERIFY(one.name != "lo");
    const KernelLinkAnswer end = parseKernelLinks(test::fixture(QStringLiteral("kernel_link/done.bin")), recordedSequence);
    QVERIFY(end.done);
    QVERIFY(end.links.isEmpty());
}

void PlatformKernelLinkTest::truncated()
{
    const QByteArray whole = test::fixture(QStringLiteral("kernel_link/links.bin"));
    const KernelLinkAnswer all = parseKernelLinks(whole, recordedSequence);
    for (qsizetype length = 0; length < whole.size(); ++length) {
        // On the heap and exactly as long, so that a sanitizer sees every byte read too far.
        const QByteArray bytes(whole.constData(), length);
        const KernelLinkAnswer answer = parseKernelLinks(bytes, recordedSequence);
        QVERIFY(answer.links.size() <= all.links.size());
        for (qsizetype i = 0; i < answer.links.size(); ++i)
            QCOMPARE(answer.links[i], all.links[i]);
        QVERIFY(!answer.done);
    }
}

void PlatformKernelLinkTest::brokenLengths()
{
    // Any two bytes may be a length: none of them may lead outside.
    const QByteArray whole = test::fixture(QStringLiteral("kernel_link/links.bin"));
    for (qsizetype at = 0; at + 1 < whole.size(); ++at) {
        QByteArray bytes = whole;
        bytes[at] = '\xff';
        bytes[at + 1] = '\xff';
        (void)parseKernelLinks(bytes, recordedSequence);
        bytes[at] = '\0';
        bytes[at + 1] = '\0';
        (void)parseKernelLinks(bytes, recordedSequence);
    }
}

void PlatformKernelLinkTest::answersToOtherRequests()
{
    QVERIFY(parseKernelLinks(test::fixture(QStringLiteral("kernel_link/links.bin")), recordedSequence + 1).links.isEmpty());
}

void PlatformKernelLinkTest::partOfTheKernel_data()
{
    QTest::addColumn<Transport>("transport");
    QTest::addColumn<quint16>("port");
    QTest::addColumn<QList<KernelLink>>("links");
    QTest::addColumn<QByteArray>("part");
    QTest::addColumn<QByteArray>("interface");
    QTest::addColumn<bool>("certain");

    using Links = QList<KernelLink>;
    const QByteArray none;
    const auto udp = [](const char *name) -> QTestData & { return QTest::newRow(name) << Transport::Udp; };
    udp("nothing known") << quint16(40001) << Links {} << none << none << false;
    udp("by its port") << quint16(4789) << Links {} << QByteArray("vxlan") << none << false;
    QTest::newRow("NFS over TCP") << Transport::Tcp << quint16(2049) << Links {} << QByteArray("nfs") << none << false;
    QTest::newRow("TCP, whatever the interfaces use")
        << Transport::Tcp << quint16(4789) << Links { link("vx9", "vxlan", 4789) } << none << none << false;
    udp("an interface uses it") << quint16(7777) << Links { link("vx9", "vxlan", 7777) } << QByteArray("vxlan")
                                << QByteArray("vx9") << true;
    udp("the interface is down") << quint16(4789) << Links { link("vx9", "vxlan", 4789, false) } << QByteArray("vxlan") << none
                                 << false;
    udp("two use it") << quint16(4789) << Links { link("vx9", "vxlan", 4789), link("vx10", "vxlan", 4789) }
                      << QByteArray("vxlan") << none << true;
    udp("WireGuard on its customary port") << quint16(51820) << Links { link("wg0", "wireguard", 0) }
                                           << QByteArray("wireguard") << QByteArray("wg0") << true;
    udp("WireGuard on any port") << quint16(40001) << Links { link("wg0", "wireguard", 0), link("vx9", "vxlan", 4789) }
                                 << QByteArray("wireguard") << QByteArray("wg0") << false;
    udp("one of two WireGuards") << quint16(40001) << Links { link("wg0", "wireguard", 0), link("wg1", "wireguard", 0) }
                                 << QByteArray("wireguard") << none << false;
    udp("others' custom before WireGuard") << quint16(4791) << Links { link("wg0", "wireguard", 0) } << QByteArray("rxe")
                                           << none << false;
}

void PlatformKernelLinkTest::partOfTheKernel()
{
    QFETCH(Transport, transport);
    QFETCH(quint16, port);
    QFETCH(QList<KernelLink>, links);
    const KernelPart part = kernelPartOf(transport, port, links);
    QTEST(part.name, "part");
    QTEST(part.interface, "interface");
    QTEST(part.certain, "certain");
}

QTEST_GUILESS_MAIN(PlatformKernelLinkTest)
#include "platform_kernel_link_test.moc"
