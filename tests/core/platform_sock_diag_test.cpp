// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/linux/sock_diag_client.h"
#include "platform/linux/sock_diag_parser.h"
#include "platform/linux/tcp_traffic.h"

#include <QFile>
#include <QRegularExpression>
#include <QTest>

#include <linux/netlink.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <vector>

using namespace portolan;
using namespace portolan::platform;

namespace {

constexpr quint32 recordedSequence = 1;

QByteArray fixture(const char *name)
{
    QFile file(QStringLiteral(PORTOLAN_FIXTURES "/sock_diag/") + QLatin1String(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

const InetSocket *byPort(const SockDiagAnswer &answer, quint16 port)
{
    for (const InetSocket &socket : answer.sockets) {
        if (socket.localPort == port)
            return &socket;
    }
    return nullptr;
}

} // namespace

class PlatformSockDiagTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void recordedIPv4();
    void recordedIPv6();
    void recordedUdp();
    void recordedConnections();
    void recordedError();
    void truncated_data();
    void truncated();
    void interruptedDump();
    void answersToOtherRequests();
    void countersOfAConnection();
    void askingTheKernel();
};

void PlatformSockDiagTest::recordedIPv4()
{
    const SockDiagAnswer answer = parseSockDiag(fixture("tcp4.bin"), Transport::Tcp, recordedSequence);
    QVERIFY(answer.done && !answer.malformed && !answer.interrupted);
    QCOMPARE(answer.error, 0);
    QCOMPARE(answer.sockets.size(), 2);
    const InetSocket *socket = byPort(answer, 3155);
    QVERIFY(socket);
    QCOMPARE(socket->localAddress.toString(), QStringLiteral("127.0.0.1"));
    QCOMPARE(socket->state, quint8(TCP_LISTEN));
    QCOMPARE(socket->inode, quint64(345655));
    QCOMPARE(socket->uid, quint32(0));
    QCOMPARE(socket->cgroupId, quint64(1));
    QVERIFY(byPort(answer, 631)->localAddress.isAny());
}

void PlatformSockDiagTest::recordedIPv6()
{
    const SockDiagAnswer answer = parseSockDiag(fixture("tcp6.bin"), Transport::Tcp, recordedSequence);
    QVERIFY(answer.done && !answer.malformed);
    QCOMPARE(answer.sockets.size(), 5);
    QVERIFY(byPort(answer, 8080)->v6OnlyKnown && !byPort(answer, 8080)->v6Only);
    QVERIFY(byPort(answer, 8081)->v6Only);
    QVERIFY(byPort(answer, 8082)->localAddress.isLoopback());
    QVERIFY(byPort(answer, 8083)->localAddress.isV4Mapped());
    QVERIFY(byPort(answer, 8084)->localAddress.isLinkLocal());
    QCOMPARE(byPort(answer, 8084)->interfaceIndex, quint32(3));
    QCOMPARE(byPort(answer, 8080)->interfaceIndex, quint32(0));
}

void PlatformSockDiagTest::recordedUdp()
{
    const SockDiagAnswer four = parseSockDiag(fixture("udp4.bin"), Transport::Udp, recordedSequence);
    QCOMPARE(four.sockets.size(), 3);
    QCOMPARE(byPort(four, 68)->interfaceIndex, quint32(3));
    QCOMPARE(byPort(four, 53)->state, quint8(TCP_CLOSE));
    QCOMPARE(byPort(four, 53)->transport, Transport::Udp);
    const SockDiagAnswer six = parseSockDiag(fixture("udp6.bin"), Transport::Udp, recordedSequence);
    QCOMPARE(six.sockets.size(), 2);
    QVERIFY(byPort(six, 546)->v6Only);
    QVERIFY(!byPort(six, 5355)->v6Only);
}

void PlatformSockDiagTest::recordedConnections()
{
    const SockDiagAnswer answer = parseSockDiag(fixture("tcp4-connected.bin"), Transport::Tcp, recordedSequence);
    QCOMPARE(answer.sockets.size(), 2);
    QCOMPARE(byPort(answer, 3155)->state, quint8(TCP_ESTABLISHED));
    QCOMPARE(byPort(answer, 3155)->remoteAddress.toString(), QStringLiteral("127.0.0.1"));
    QVERIFY(byPort(answer, byPort(answer, 3155)->remotePort));
}

void PlatformSockDiagTest::recordedError()
{
    const SockDiagAnswer answer = parseSockDiag(fixture("error.bin"), Transport::Tcp, recordedSequence);
    QVERIFY(answer.done);
    QCOMPARE(answer.error, ENOENT);
}

void PlatformSockDiagTest::truncated_data()
{
    QTest::addColumn<QByteArray>("bytes");
    for (const char *name : { "tcp4.bin", "tcp6.bin", "udp4.bin", "udp6.bin" })
        QTest::newRow(name) << fixture(name);
}

void PlatformSockDiagTest::truncated()
{
    QFETCH(QByteArray, bytes);
    const SockDiagAnswer whole = parseSockDiag(bytes, Transport::Tcp, recordedSequence);
    QVERIFY(!whole.sockets.isEmpty());
    for (qsizetype length = 0; length < bytes.size(); ++length) {
        // A copy of exactly that size, so that a sanitizer sees a read beyond it.
        const std::vector<char> exact(bytes.cbegin(), bytes.cbegin() + length);
        const SockDiagAnswer cut
            = parseSockDiag(QByteArrayView(exact.data(), length), Transport::Tcp, recordedSequence);
        QVERIFY(!cut.done);
        QVERIFY(cut.sockets.size() <= whole.sockets.size());
        for (qsizetype i = 0; i < cut.sockets.size(); ++i)
            QCOMPARE(cut.sockets[i], whole.sockets[i]);
    }
}

void PlatformSockDiagTest::interruptedDump()
{
    QByteArray bytes = fixture("tcp4.bin");
    nlmsghdr header {};
    std::memcpy(&header, bytes.constData(), sizeof header);
    header.nlmsg_flags |= NLM_F_DUMP_INTR;
    std::memcpy(bytes.data(), &header, sizeof header);
    const SockDiagAnswer answer = parseSockDiag(bytes, Transport::Tcp, recordedSequence);
    QVERIFY(answer.interrupted);
    QCOMPARE(answer.sockets.size(), 2);
}

void PlatformSockDiagTest::answersToOtherRequests()
{
    const SockDiagAnswer answer = parseSockDiag(fixture("tcp4.bin"), Transport::Tcp, recordedSequence + 1);
    QVERIFY(!answer.done && !answer.malformed);
    QVERIFY(answer.sockets.isEmpty());
}

void PlatformSockDiagTest::countersOfAConnection()
{
    // Each kernel appends to the struct; the counters stand at 120 and 128 (linux/tcp.h).
    QByteArray info(232, '\0');
    const quint64 acknowledged = 5000000000;
    const quint64 received = 77;
    std::memcpy(info.data() + 120, &acknowledged, sizeof acknowledged);
    std::memcpy(info.data() + 128, &received, sizeof received);
    QCOMPARE(parseTcpTraffic(info), std::optional(Traffic { received, acknowledged }));
    for (qsizetype length = 0; length < 136; ++length)
        QVERIFY(!parseTcpTraffic(QByteArrayView(info).first(length)));
    QVERIFY(parseTcpTraffic(QByteArrayView(info).first(136)));
}

void PlatformSockDiagTest::askingTheKernel()
{
    SockDiagClient client;
    const int descriptor = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    QVERIFY(descriptor >= 0);
    QCOMPARE(::listen(descriptor, 1), 0); // binds to a free port
    const SockDiagDump dump = client.dump(AF_INET, Transport::Tcp, 1u << TCP_LISTEN);
    ::close(descriptor);
    if (dump.error == EPERM || dump.error == EACCES || dump.error == EPROTONOSUPPORT)
        QSKIP("NETLINK_SOCK_DIAG is refused here");
    QCOMPARE(dump.error, 0);
    QVERIFY(!dump.sockets.isEmpty());
    for (const InetSocket &socket : dump.sockets)
        QCOMPARE(socket.state, quint8(TCP_LISTEN));
    // Impossible requests are refused, and the client goes on working.
    QVERIFY(client.dump(255, Transport::Tcp, 1u << TCP_LISTEN).error != 0);
    QCOMPARE(client.dump(AF_INET6, Transport::Udp, 1u << TCP_CLOSE).error, 0);
}

QTEST_GUILESS_MAIN(PlatformSockDiagTest)
#include "platform_sock_diag_test.moc"
