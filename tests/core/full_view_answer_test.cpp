// SPDX-License-Identifier: GPL-3.0-or-later
// The helper's answers as the client reads them, and /proc's texts as the helper reads them.
#include "app/helper/proc_text.h"
#include "platform/linux/full_view_answer.h"
#include "platform/linux/full_view_protocol.h"
#include "platform/linux/proc_net_parser.h"
#include "support/fixture.h"

#include <QTest>
#include <QtEndian>

#include <netinet/tcp.h>

#include <algorithm>
#include <tuple>

using namespace portolan;
using namespace portolan::platform;

namespace {

template<typename Number>
QByteArray number(Number value)
{
    value = qToLittleEndian(value);
    return QByteArray(reinterpret_cast<const char *>(&value), sizeof(value));
}

QByteArray record(quint32 pid, quint64 startTicks, const QByteArray &executable, const QList<quint64> &sockets)
{
    QByteArray bytes = number(pid) + number(startTicks) + number(quint32(sockets.size()))
        + number(quint32(executable.size())) + executable;
    for (const quint64 inode : sockets)
        bytes += number(inode);
    return bytes;
}

QByteArray answer(quint32 flags, const QByteArray &records)
{
    return QByteArray("PoO1") + number(quint32(records.size() + 4)) + number(flags) + records;
}

} // namespace

class FullViewAnswerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void empty();
    void holders();
    void fixtureOfTheHelper();
    void everyCutIsRefused();
    void wrongSizes();
    void sizeIsKnownEarly();
    void startTicks_data();
    void startTicks();
    void links();
    void tables();
};

void FullViewAnswerTest::empty()
{
    const auto read = parseFullViewAnswer(answer(0, {}));
    QVERIFY(read);
    QVERIFY(read->complete && read->holders.isEmpty() && read->unheld.isEmpty());
    QVERIFY(!parseFullViewAnswer(answer(fullview::flagIncomplete, {}))->complete);
}

void FullViewAnswerTest::holders()
{
    const QByteArray hostile("/tmp/a\n\0b\xff (deleted)", 18);
    const auto read = parseFullViewAnswer(
        answer(0, record(12, 3400, hostile, { 7, 8 }) + record(13, 3500, {}, { 8 }) + record(0, 0, {}, { 9 })));
    QVERIFY(read);
    const ToldProcess first { { 12, 3400 }, hostile };
    const ToldProcess second { { 13, 3500 }, {} };
    QCOMPARE(read->holders.size(), 2);
    QCOMPARE(read->holders.value(7), QList<ToldProcess> { first });
    QCOMPARE(read->holders.value(8), (QList<ToldProcess> { first, second }));
    QCOMPARE(read->unheld, QSet<quint64> { 9 });
}

void FullViewAnswerTest::fixtureOfTheHelper()
{
    const QByteArray bytes = test::fixture(QStringLiteral("full_view/answer.bin"));
    const auto read = parseFullViewAnswer(bytes);
    QVERIFY(read);
    QVERIFY(read->complete);
    QCOMPARE(read->holders.size(), 3);
    QCOMPARE(read->unheld.size(), 0);
    // One of the sockets is shared by a process and its child.
    const bool shared = std::ranges::any_of(read->holders, [](const auto &processes) { return processes.size() == 2; });
    QVERIFY(shared);
    for (const QList<ToldProcess> &processes : read->holders) {
        for (const ToldProcess &process : processes)
            QVERIFY(process.key.pid > 0 && process.key.startTicks > 0 && process.executable.endsWith("/listener-fixture"));
    }
}

void FullViewAnswerTest::everyCutIsRefused()
{
    const QByteArray bytes = test::fixture(QStringLiteral("full_view/answer.bin"));
    for (qsizetype size = 0; size < bytes.size(); ++size) {
        QVERIFY(!parseFullViewAnswer(bytes.first(size)));
        // Nor when the header agrees with the cut.
        if (size < qsizetype(fullview::headerSize))
            continue;
        QByteArray agreeing = bytes.first(size);
        const QByteArray rest = number(quint32(size - qsizetype(fullview::headerSize)));
        agreeing.replace(4, 4, rest);
        const auto read = parseFullViewAnswer(agreeing);
        QVERIFY(!read || read->holders.size() < 3 || read->holders != parseFullViewAnswer(bytes)->holders);
    }
    QVERIFY(!parseFullViewAnswer(bytes + '\0'));
}

void FullViewAnswerTest::wrongSizes()
{
    constexpr quint32 huge = 0xffffffff;
    QVERIFY(!parseFullViewAnswer(answer(0, number(quint32(1)) + number(quint64(1)) + number(huge) + number(quint32(0)))));
    QVERIFY(!parseFullViewAnswer(answer(0, number(quint32(1)) + number(quint64(1)) + number(quint32(0)) + number(huge))));
    QVERIFY(!parseFullViewAnswer(answer(0, record(0x80000000, 1, {}, { 1 }))));
    QVERIFY(!parseFullViewAnswer(QByteArray("PoO2") + answer(0, {}).sliced(4)));
}

void FullViewAnswerTest::sizeIsKnownEarly()
{
    const QByteArray whole = answer(0, record(1, 1, "/bin/x", { 1 }));
    QCOMPARE(fullViewAnswerSize(whole.first(0)), std::optional<qsizetype>(0));
    QCOMPARE(fullViewAnswerSize(whole.first(7)), std::optional<qsizetype>(0));
    QCOMPARE(fullViewAnswerSize(whole.first(8)), std::optional(whole.size()));
    QCOMPARE(fullViewAnswerSize("Px"), std::nullopt);
    QCOMPARE(fullViewAnswerSize("PoO1" + number(quint32(3))), std::nullopt);
    QCOMPARE(fullViewAnswerSize("PoO1" + number(quint32(fullview::maximumAnswer + 1))), std::nullopt);
}

void FullViewAnswerTest::startTicks_data()
{
    const QByteArray after = " S 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 4711 20\n";
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<qint64>("ticks");
    QTest::newRow("plain") << "12 (sshd)" + after << qint64(4711);
    QTest::newRow("spaces") << "12 (a b c)" + after << qint64(4711);
    QTest::newRow("parentheses") << "12 (a) S 1 2 3 4 5 (b)" + after << qint64(4711);
    QTest::newRow("newline") << "12 (a\n9 (b)" + after << qint64(4711);
    QTest::newRow("cut") << QByteArray("12 (sshd) S 1 2") << qint64(-1);
    QTest::newRow("no number") << "12 (sshd)" + QByteArray(after).replace("4711", "x") << qint64(-1);
    QTest::newRow("no name") << QByteArray("12 sshd S 1") << qint64(-1);
    QTest::newRow("empty") << QByteArray() << qint64(-1);
}

void FullViewAnswerTest::startTicks()
{
    QFETCH(QByteArray, line);
    QFETCH(qint64, ticks);
    const auto read = helper::startTicks({ line.constData(), size_t(line.size()) });
    QCOMPARE(read ? qint64(*read) : -1, ticks);
}

void FullViewAnswerTest::links()
{
    QCOMPARE(helper::numberInLink("socket:[4711]", "socket"), std::optional<uint64_t>(4711));
    QCOMPARE(helper::numberInLink("net:[4026531840]", "net"), std::optional<uint64_t>(4026531840));
    for (const char *other : { "", "socket:", "socket:[", "socket:[]", "socket:[-1]", "socket:[1", "socket:[1] (deleted)",
                               "/tmp/socket:[1]", "pipe:[1]", "socket:[99999999999999999999]" })
        QVERIFY2(!helper::numberInLink(other, "socket"), other);
}

void FullViewAnswerTest::tables()
{
    const auto inodes = [](const char *fixture, std::string_view state) {
        QList<quint64> found;
        for (const QByteArray &line : test::fixture(QString::fromLatin1(fixture)).split('\n')) {
            if (const auto inode = helper::inodeInState({ line.constData(), size_t(line.size()) }, state))
                found.append(*inode);
        }
        return found;
    };
    // As the program itself reads them.
    for (const auto &[fixture, transport, state] :
         { std::tuple("proc/tcp", Transport::Tcp, "0A"), std::tuple("proc/tcp6", Transport::Tcp, "0A"),
           std::tuple("proc/udp", Transport::Udp, "07"), std::tuple("proc/udp6", Transport::Udp, "07") }) {
        QList<quint64> expected;
        for (const InetSocket &socket : parseProcNet(test::fixture(QString::fromLatin1(fixture)), transport).sockets) {
            if (socket.state == (transport == Transport::Tcp ? TCP_LISTEN : TCP_CLOSE) && socket.inode != 0)
                expected.append(socket.inode);
        }
        QVERIFY2(!expected.isEmpty(), fixture);
        QCOMPARE(inodes(fixture, state), expected);
    }
    QVERIFY(!helper::inodeInState("  sl  local_address rem_address   st tx_queue", "st"));
    QVERIFY(!helper::inodeInState("", "0A"));
    QVERIFY(!helper::inodeInState("   0: 0100007F:0277 00000000:0000 0A 00000000:00000000 00:00000000 00000000", "0A"));
}

QTEST_GUILESS_MAIN(FullViewAnswerTest)
#include "full_view_answer_test.moc"
