// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/linux/control_group_tree.h"
#include "platform/linux/descriptor_scan.h"
#include "platform/linux/linux_process_source.h"
#include "platform/linux/local_addresses.h"
#include "platform/linux/owner_cache.h"
#include "platform/linux/proc_file.h"
#include "platform/linux/proc_net_parser.h"
#include "platform/linux/process_reader.h"
#include "platform/linux/process_stat.h"
#include "process/control_group.h"
#include "process/user_names.h"

#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <fcntl.h>
#include <netinet/tcp.h>
#include <unistd.h>

using namespace portolan;
using namespace portolan::platform;

namespace {

QByteArray fixture(const char *name)
{
    QFile file(QStringLiteral(PORTOLAN_FIXTURES "/proc/") + QLatin1String(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

ProcessPtr process(qint32 pid, quint64 start, const QList<ProcessKey> &ancestors = {})
{
    auto info = std::make_shared<ProcessInfo>();
    info->key = { pid, start };
    for (const ProcessKey &key : ancestors)
        info->ancestors.append({ key, QStringLiteral("x") });
    return info;
}

} // namespace

class PlatformProcTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void tables();
    void truncatedTables_data();
    void truncatedTables();
    void stat_data();
    void stat();
    void terminals_data();
    void terminals();
    void statOfThis();
    void truncatedStat();
    void commandLine();
    void links();
    void numericNames();
    void mountPoint();
    void controlGroupFile();
    void units_data();
    void units();
    void containers_data();
    void containers();
    void userNames();
    void leader();
    void ownersAreShared();
    void unreadableProc();
    void addressesOfANamespace();
    void socketCounts();
};

void PlatformProcTest::tables()
{
    const ProcNetTable tcp = parseProcNet(fixture("tcp"), Transport::Tcp);
    QCOMPARE(tcp.malformedLines, 0);
    QCOMPARE(tcp.sockets.size(), 4);
    QCOMPARE(tcp.sockets[1].localAddress.toString(), QStringLiteral("127.0.0.1"));
    QCOMPARE(tcp.sockets[1].localPort, quint16(3155));
    QCOMPARE(tcp.sockets[1].state, quint8(TCP_LISTEN));
    QCOMPARE(tcp.sockets[1].inode, quint64(345655));
    QCOMPARE(tcp.sockets[2].state, quint8(TCP_ESTABLISHED));
    QCOMPARE(tcp.sockets[2].remotePort, tcp.sockets[3].localPort);
    const ProcNetTable tcp6 = parseProcNet(fixture("tcp6"), Transport::Tcp);
    QCOMPARE(tcp6.sockets.size(), 5);
    QCOMPARE(tcp6.sockets[2].localAddress.toString(), QStringLiteral("fe80::4c5e:e1ff:fe00:3e3c"));
    QCOMPARE(tcp6.sockets[3].localAddress.toString(), QStringLiteral("::1"));
    QCOMPARE(tcp6.sockets[4].localAddress.folded().toString(), QStringLiteral("127.0.0.1"));
    QVERIFY(!tcp6.sockets[0].v6OnlyKnown);
    const ProcNetTable udp = parseProcNet(fixture("udp"), Transport::Udp);
    QCOMPARE(udp.sockets.size(), 3);
    QCOMPARE(udp.sockets[0].state, quint8(TCP_CLOSE));
    QCOMPARE(parseProcNet(fixture("udp6"), Transport::Udp).sockets.size(), 2);
}

void PlatformProcTest::truncatedTables_data()
{
    QTest::addColumn<QByteArray>("bytes");
    for (const char *name : { "tcp", "tcp6", "udp", "udp6" })
        QTest::newRow(name) << fixture(name);
}

void PlatformProcTest::truncatedTables()
{
    QFETCH(QByteArray, bytes);
    const ProcNetTable whole = parseProcNet(bytes, Transport::Tcp);
    QVERIFY(!whole.sockets.isEmpty());
    for (qsizetype length = 0; length < bytes.size(); ++length) {
        const ProcNetTable cut = parseProcNet(QByteArrayView(bytes).first(length), Transport::Tcp);
        QVERIFY(cut.sockets.size() <= whole.sockets.size());
        for (qsizetype i = 0; i < cut.sockets.size(); ++i)
            QCOMPARE(cut.sockets[i], whole.sockets[i]);
    }
}

void PlatformProcTest::stat_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::newRow("plain") << QByteArray("sshd");
    QTest::newRow("empty") << QByteArray("");
    QTest::newRow("parentheses") << QByteArray("a) S 1 (b");
    QTest::newRow("ends like the end") << QByteArray(") Z 99");
    QTest::newRow("newline") << QByteArray("a\nb");
    QTest::newRow("not UTF-8") << QByteArray("\xff\xfe");
}

void PlatformProcTest::stat()
{
    QFETCH(QByteArray, name);
    const QByteArray line = "4242 (" + name
        + ") S 812 4242 4242 34819 -1 4194560 100 0 0 0 1 2 0 0 20 0 1 0 987654 1000 200 18446744073709551615 1 1 140000 0 0 0\n";
    const auto parsed = parseProcessStat(line);
    QVERIFY(parsed);
    QCOMPARE(parsed->pid, 4242);
    QCOMPARE(parsed->comm, name);
    QCOMPARE(parsed->state, 'S');
    QCOMPARE(parsed->parent, 812);
    QCOMPARE(terminalName(parsed->terminal), QStringLiteral("pts/3"));
    QCOMPARE(parsed->startTicks, quint64(987654));
    QCOMPARE(parsed->stackStart, quint64(140000));
}

void PlatformProcTest::terminals_data()
{
    QTest::addColumn<quint32>("device");
    QTest::addColumn<QString>("name");
    const auto device = [](quint32 major, quint32 minor) { return major << 8 | (minor & 0xff) | (minor & 0xfff00) << 12; };
    QTest::newRow("none") << quint32(0) << QString();
    QTest::newRow("console") << device(5, 1) << QStringLiteral("console");
    QTest::newRow("virtual") << device(4, 1) << QStringLiteral("tty1");
    QTest::newRow("last virtual") << device(4, 63) << QStringLiteral("tty63");
    QTest::newRow("serial") << device(4, 64) << QStringLiteral("ttyS0");
    QTest::newRow("USB") << device(188, 2) << QStringLiteral("ttyUSB2");
    QTest::newRow("modem") << device(166, 0) << QStringLiteral("ttyACM0");
    QTest::newRow("hypervisor") << device(229, 0) << QStringLiteral("hvc0");
    QTest::newRow("pseudo") << device(136, 0) << QStringLiteral("pts/0");
    QTest::newRow("pseudo, many") << device(136, 3000) << QStringLiteral("pts/3000");
    QTest::newRow("pseudo, next major") << device(137, 1) << QStringLiteral("pts/257");
    QTest::newRow("of another kind") << device(204, 64) << QStringLiteral("204:64");
}

void PlatformProcTest::terminals()
{
    QFETCH(quint32, device);
    QFETCH(QString, name);
    QCOMPARE(terminalName(device), name);
}

void PlatformProcTest::statOfThis()
{
    const auto parsed = readProcessStat(AT_FDCWD, "/proc/self/stat");
    QVERIFY(parsed);
    QCOMPARE(parsed->pid, qint32(::getpid()));
    QCOMPARE(parsed->parent, qint32(::getppid()));
    QVERIFY(!readProcessStat(AT_FDCWD, "/proc/0/stat"));
}

void PlatformProcTest::truncatedStat()
{
    const QByteArray bytes = fixture("stat");
    const auto whole = parseProcessStat(bytes);
    QVERIFY(whole);
    for (qsizetype length = 0; length < bytes.size(); ++length) {
        const auto cut = parseProcessStat(QByteArrayView(bytes).first(length));
        QVERIFY(!cut || *cut == *whole);
    }
}

void PlatformProcTest::commandLine()
{
    QCOMPARE(parseCommandLine(QByteArray()), QStringList());
    QCOMPARE(parseCommandLine(QByteArray("a\0b c\0", 6)), (QStringList { QStringLiteral("a"), QStringLiteral("b c") }));
    QCOMPARE(parseCommandLine(QByteArray("a\0\0b\0", 5)),
             (QStringList { QStringLiteral("a"), QString(), QStringLiteral("b") }));
    QCOMPARE(parseCommandLine(QByteArray("nginx: master\0\0\0\0", 17)), QStringList { QStringLiteral("nginx: master") });
    QCOMPARE(parseCommandLine(QByteArray("\xff", 1)), QStringList { QStringLiteral("\\xff") });
}

void PlatformProcTest::links()
{
    QCOMPARE(socketInode("socket:[4711]"), std::optional<quint64>(4711));
    for (const char *text : { "", "socket:[", "socket:[]", "socket:[12", "socket:[1x]", "pipe:[12]", "/tmp/socket:[12]" })
        QVERIFY2(!socketInode(text), text);
}

void PlatformProcTest::numericNames()
{
    QCOMPARE(numericName("1"), 1);
    QCOMPARE(numericName("2147483647"), 2147483647);
    for (const char *text : { "", "-1", "1a", "self", "2147483648", "99999999999999999999999" })
        QCOMPARE(numericName(text), -1);
}

void PlatformProcTest::mountPoint()
{
    const QByteArray hybrid = "40 31 0:37 / /sys/fs/cgroup/systemd rw - cgroup cgroup rw,name=systemd\n"
                              "41 31 0:38 / /sys/fs/cgroup/uni\\040fied rw shared:5 - cgroup2 cgroup2 rw\n";
    QCOMPARE(unifiedMountPoint(hybrid), QByteArray("/sys/fs/cgroup/uni fied"));
    QCOMPARE(unifiedMountPoint("22 27 0:21 / /proc rw - proc proc rw\n"), QByteArray());
    QCOMPARE(unifiedMountPoint("garbage - cgroup2"), QByteArray());
}

void PlatformProcTest::controlGroupFile()
{
    QCOMPARE(controlGroupPath("0::/system.slice/ssh.service\n").toByteArray(), QByteArray("/system.slice/ssh.service"));
    QCOMPARE(controlGroupPath("4:memory:/x\n1:name=systemd:/system.slice/a.service\n0::/\n").toByteArray(),
             QByteArray("/system.slice/a.service"));
    QCOMPARE(controlGroupPath("1:name=systemd:/a.scope\n").toByteArray(), QByteArray("/a.scope"));
    QCOMPARE(controlGroupPath("0::/with:colon\n").toByteArray(), QByteArray("/with:colon"));
    QVERIFY(controlGroupPath("").isEmpty());
    QVERIFY(controlGroupPath("0:").isEmpty());
    QCOMPARE(controlGroupPath(fixture("cgroup-v1")).toByteArray(), QByteArray("/"));
}

void PlatformProcTest::units_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("unit");
    QTest::newRow("service") << QStringLiteral("/system.slice/ssh.service") << QStringLiteral("ssh.service");
    QTest::newRow("instance") << QStringLiteral("/system.slice/system-getty.slice/getty@tty1.service")
                              << QStringLiteral("getty@tty1.service");
    QTest::newRow("user unit") << QStringLiteral("/user.slice/user-1000.slice/user@1000.service/app.slice/syncthing.service")
                               << QStringLiteral("syncthing.service");
    QTest::newRow("session") << QStringLiteral("/user.slice/user-1000.slice/session-2.scope")
                             << QStringLiteral("session-2.scope");
    QTest::newRow("below a unit") << QStringLiteral("/system.slice/docker.service/payload") << QStringLiteral("docker.service");
    QTest::newRow("slice only") << QStringLiteral("/user.slice") << QString();
    QTest::newRow("root") << QStringLiteral("/") << QString();
    QTest::newRow("suffix alone") << QStringLiteral("/.service") << QString();
}

void PlatformProcTest::units()
{
    QFETCH(QString, path);
    QTEST(unitOfControlGroup(path), "unit");
}

void PlatformProcTest::containers_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("engine");
    QTest::addColumn<QString>("id");
    const QString id(64, QLatin1Char('a'));
    const auto with = [&](const char *text) { return QString::fromLatin1(text).arg(id); };
    QTest::newRow("docker, systemd") << with("/system.slice/docker-%1.scope") << QStringLiteral("docker") << id;
    QTest::newRow("docker, cgroupfs") << with("/docker/%1") << QStringLiteral("docker") << id;
    QTest::newRow("podman") << with("/machine.slice/libpod-%1.scope/container") << QStringLiteral("podman") << id;
    QTest::newRow("podman's monitor") << with("/machine.slice/libpod-conmon-%1.scope") << QString() << QString();
    QTest::newRow("kubernetes") << with("/kubepods/burstable/pod12/%1") << QStringLiteral("kubernetes") << id;
    QTest::newRow("containerd") << with("/kubepods.slice/cri-containerd-%1.scope") << QStringLiteral("containerd") << id;
    QTest::newRow("lxc") << QStringLiteral("/lxc.payload.web") << QStringLiteral("lxc") << QStringLiteral("web");
    QTest::newRow("none") << QStringLiteral("/system.slice/docker.service") << QString() << QString();
    QTest::newRow("too short") << QStringLiteral("/docker/abcdef") << QString() << QString();
}

void PlatformProcTest::containers()
{
    QFETCH(QString, path);
    const auto container = containerOfControlGroup(path);
    QTEST(container ? container->engine : QString(), "engine");
    QTEST(container ? container->id : QString(), "id");
}

void PlatformProcTest::userNames()
{
    UserNames names;
    QCOMPARE(names.name(0), QStringLiteral("root"));
    QCOMPARE(names.name(4123456789u), QStringLiteral("4123456789"));
}

void PlatformProcTest::leader()
{
    QList<ProcessPtr> processes { process(30, 100, { { 20, 100 } }), process(20, 100), process(10, 300, { { 20, 100 } }) };
    sortHolders(processes);
    QCOMPARE(processes[0]->key.pid, 20);
    QList<ProcessPtr> tied { process(5, 100, { { 9, 100 } }), process(9, 100) };
    sortHolders(tied);
    QCOMPARE(tied[0]->key.pid, 9);
    QCOMPARE(tied[1]->key.pid, 5);
    QList<ProcessPtr> strangers { process(7, 200), process(8, 100) };
    sortHolders(strangers);
    QCOMPARE(strangers[0]->key.pid, 8);

    ProcessInfo manager = *process(1, 1);
    manager.unit = QStringLiteral("init.scope");
    QList<ProcessPtr> activated { std::make_shared<ProcessInfo>(manager), process(12, 300, { { 11, 200 }, { 1, 1 } }),
                                  process(11, 200, { { 1, 1 } }) };
    sortHolders(activated);
    QCOMPARE(activated[0]->key.pid, 11);
    QCOMPARE(activated[2]->key.pid, 1);
}

void PlatformProcTest::ownersAreShared()
{
    OwnerCache cache;
    OwnerParts parts;
    parts.attribution = Attribution::Observed;
    parts.processes = { process(1, 2) };
    const OwnerPtr first = cache.owner(parts);
    cache.prune();
    QCOMPARE(cache.owner(parts), first);
    parts.uid = 7;
    QVERIFY(cache.owner(parts) != first);
}

void PlatformProcTest::unreadableProc()
{
    QTemporaryDir folder;
    LinuxProcessSource source(QFile::encodeName(folder.path()));
    SocketEntry entry;
    entry.inode = 4711;
    entry.port = 3155;
    const OwnerSample sample = source.owners({ entry });
    QCOMPARE(sample.owners.size(), 1);
    QCOMPARE(sample.owners[0]->attribution, Attribution::None);
    QCOMPARE(sample.owners[0]->reason, OwnerReason::NotSearched);
    QCOMPARE(sample.completeness, Completeness::Partial);
    QVERIFY(!sample.privileged);
    QVERIFY(sample.remarks.contains(Remark::ProcUnreadable));
}

void PlatformProcTest::addressesOfANamespace()
{
    const QByteArray tree = fixture("fib_trie");
    const IpAddress address = *IpAddress::parse(QStringLiteral("172.17.0.2"));
    const IpAddress loopback = *IpAddress::parse(QStringLiteral("127.0.0.1"));
    QCOMPARE(parseRoutingTree(tree), (QList<IpAddress> { address, loopback }));
    for (qsizetype size = 0; size < tree.size(); ++size) {
        for (const IpAddress &one : parseRoutingTree(tree.first(size)))
            QVERIFY(one == address || one == loopback);
    }
    QVERIFY(parseRoutingTree("/32 host LOCAL\n|-- 999.1.1.1\n/32 host LOCAL\n").isEmpty());

    const QByteArray six = fixture("if_inet6");
    QStringList texts;
    for (const IpAddress &one : parseInet6Addresses(six))
        texts.append(one.toString());
    QCOMPARE(texts, (QStringList { QStringLiteral("::1"), QStringLiteral("fd00::2"), QStringLiteral("fe80::42:acff:fe11:2") }));
    QVERIFY(parseInet6Addresses(six.first(32)).isEmpty());
    QVERIFY(parseInet6Addresses("zz00000000000000000000000000000g 01\n").isEmpty());
}

void PlatformProcTest::socketCounts()
{
    const SocketCounts counts = parseSocketCounts(fixture("sockstat"), fixture("sockstat6"));
    QCOMPARE(counts, (SocketCounts { 3, 1, 2, 0 }));
    QCOMPARE(parseSocketCounts("", ""), SocketCounts());
    QCOMPARE(parseSocketCounts("TCP: inuse -5\nUDP: inuse x\n", "TCP6: used 1\n"), SocketCounts());
}

QTEST_GUILESS_MAIN(PlatformProcTest)
#include "platform_proc_test.moc"
