// SPDX-License-Identifier: GPL-3.0-or-later
// Real sockets of real processes, read through the system's sources and compared with `ss`.
#include "fixture_process.h"
#include "platform/platform.h"
#include "support/proc_mount.h"
#include "test_control_group.h"

#include <QFile>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include <sched.h>
#include <signal.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <map>
#include <set>

using namespace portolan;
using test::FixtureProcess;

namespace {

struct Picture
{
    SocketSample sockets;
    OwnerSample owners;

    [[nodiscard]] qsizetype indexOf(quint64 inode) const
    {
        for (qsizetype i = 0; i < sockets.sockets.size(); ++i) {
            if (sockets.sockets[i].inode == inode)
                return i;
        }
        return -1;
    }
    [[nodiscard]] const SocketEntry *socket(quint64 inode) const
    {
        const qsizetype index = indexOf(inode);
        return index < 0 ? nullptr : &sockets.sockets[index];
    }
    [[nodiscard]] OwnerPtr owner(quint64 inode) const
    {
        const qsizetype index = indexOf(inode);
        return index < 0 ? OwnerPtr() : owners.owners[index];
    }
    [[nodiscard]] QList<qint32> pids(quint64 inode) const
    {
        QList<qint32> result;
        if (const OwnerPtr found = owner(inode)) {
            for (const ProcessPtr &process : found->processes)
                result.append(process->key.pid);
        }
        std::sort(result.begin(), result.end());
        return result;
    }
};

class Sources
{
public:
    Picture sample()
    {
        Picture picture;
        picture.sockets = m_sockets->sample();
        picture.owners = m_processes->owners(picture.sockets.sockets);
        return picture;
    }

private:
    std::unique_ptr<SocketSource> m_sockets = platform::makeSocketSource();
    std::unique_ptr<ProcessSource> m_processes = platform::makeProcessSource();
};

/// "tcp 127.0.0.1:80" -> pids, of the listeners that `ss` shows: those of its own network namespace.
using Chart = std::map<QString, std::set<qint32>>;

Chart chartOfSs()
{
    QProcess ss;
    ss.start(QStringLiteral("ss"), { QStringLiteral("-tulnpH") });
    if (!ss.waitForFinished())
        return {};
    Chart chart;
    static const QRegularExpression pidPattern(QStringLiteral("pid=(\\d+)"));
    for (const QByteArray &raw : ss.readAllStandardOutput().split('\n')) {
        const QStringList fields = QString::fromLocal8Bit(raw).simplified().split(QLatin1Char(' '));
        if (fields.size() < 6)
            continue;
        std::set<qint32> &pids = chart[fields[0] + QLatin1Char(' ') + fields[4]];
        auto matches = pidPattern.globalMatch(QString::fromLocal8Bit(raw));
        while (matches.hasNext())
            pids.insert(matches.next().captured(1).toInt());
    }
    return chart;
}

Chart chartOf(const Picture &picture)
{
    Chart chart;
    for (qsizetype i = 0; i < picture.sockets.sockets.size(); ++i) {
        const SocketEntry &entry = picture.sockets.sockets[i];
        if (!entry.networkNamespace.isEmpty())
            continue;
        QString address = entry.address.toString();
        if (entry.address.family() == IpAddress::Family::IPv6)
            address = entry.dualStack ? QStringLiteral("*") : QLatin1Char('[') + address + QLatin1Char(']');
        if (!entry.scope.isEmpty())
            address += QLatin1Char('%') + entry.scope;
        std::set<qint32> &pids = chart[QString::fromLatin1(transportName(entry.transport)) + QLatin1Char(' ') + address
                                       + QLatin1Char(':') + QString::number(entry.port)];
        if (picture.owners.owners[i]->attribution != Attribution::Observed)
            continue; // ss does not guess
        for (const ProcessPtr &process : picture.owners.owners[i]->processes)
            pids.insert(process->key.pid);
    }
    return chart;
}

} // namespace

class LiveOwnersTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void sameAsSs();
    void families();
    void sharedSockets_data();
    void sharedSockets();
    void socketsThatAppearLater_data();
    void socketsThatAppearLater();
    void threadsAreNoProcesses();
    void leaderThreadEnded();
    void hostileName();
    void deletedExecutable();
    void fileReallyNamedDeleted();
    void execChangesFacts();
    void unchangedOwnersAreTheSameObjects();
    void workersComeAndGo();
    void kernelSocket();
    void withoutNetlink();
    void withoutPrivilege();
    void inferredFromControlGroup_data();
    void inferredFromControlGroup();
    void boundToInterface();
    void socketThatNobodyHolds();
    void passedOnLater();
    void connections();
};

void LiveOwnersTest::sameAsSs()
{
    if (QStandardPaths::findExecutable(QStringLiteral("ss")).isEmpty())
        QSKIP("ss (iproute2) is not installed");
    FixtureProcess plain({ QStringLiteral("tcp4:127.0.0.1:0"), QStringLiteral("tcp6:[::]:0"),
                           QStringLiteral("tcp6only:[::]:0"), QStringLiteral("tcp6:[::1]:0"),
                           QStringLiteral("udp4:127.0.0.1:0"), QStringLiteral("udp6:[::]:0"),
                           QStringLiteral("udp6only:[::]:0"), QStringLiteral("udp4:0.0.0.0:0") });
    FixtureProcess shared({ QStringLiteral("tcp4:127.0.0.1:0"), QStringLiteral("--fork"), QStringLiteral("3") });
    FixtureProcess passed({ QStringLiteral("tcp4:127.0.0.1:0"), QStringLiteral("--pass") });
    FixtureProcess reused({ QStringLiteral("udp4:127.0.0.1:0"), QStringLiteral("--reuseport"), QStringLiteral("3") });
    QVERIFY(plain.isReady() && shared.isReady() && passed.isReady() && reused.isReady());
    // Others open and close sockets meanwhile: the two agree when a picture between two equal
    // answers of ss is the same.
    Sources sources;
    Chart before;
    Chart ours;
    bool agreed = false;
    const auto attempt = [&] {
        before = chartOfSs();
        ours = chartOf(sources.sample());
        agreed = before == chartOfSs();
        return agreed;
    };
    // QTRY_VERIFY asks once more after success.
    QTRY_VERIFY_WITH_TIMEOUT(agreed || attempt(), 30000);
    for (const auto &[address, pids] : before) {
        QVERIFY2(ours.contains(address), qPrintable(address));
        if (::geteuid() == 0)
            QVERIFY2(ours[address] == pids, qPrintable(address));
    }
    QCOMPARE(ours.size(), before.size());
}

void LiveOwnersTest::families()
{
    FixtureProcess fixture({ QStringLiteral("tcp4:127.0.0.1:0"), QStringLiteral("tcp6:[::]:0"),
                             QStringLiteral("tcp6only:[::]:0"), QStringLiteral("tcp6:[::ffff:127.0.0.1]:0"),
                             QStringLiteral("udp4:0.0.0.0:0"), QStringLiteral("udp6:[::]:0"),
                             QStringLiteral("tcp6:[::1]:0") });
    QCOMPARE(fixture.sockets.size(), 7);
    Sources sources;
    const Picture picture = sources.sample();
    QCOMPARE(picture.sockets.backend, Backend::LinuxSockDiag);
    QVERIFY(picture.sockets.unread.isEmpty());
    struct Expected
    {
        QString address;
        bool dualStack;
    };
    const QList<Expected> expected {
        { QStringLiteral("127.0.0.1"), false }, { QStringLiteral("::"), true },      { QStringLiteral("::"), false },
        { QStringLiteral("127.0.0.1"), false }, { QStringLiteral("0.0.0.0"), false }, { QStringLiteral("::"), true },
        { QStringLiteral("::1"), false },
    };
    for (qsizetype i = 0; i < expected.size(); ++i) {
        const SocketEntry *entry = picture.socket(fixture.sockets[i].inode);
        QVERIFY(entry);
        QCOMPARE(entry->address.toString(), expected[i].address);
        QCOMPARE(entry->dualStack, expected[i].dualStack);
        QCOMPARE(entry->port, fixture.sockets[i].port);
        QCOMPARE(QString::fromLatin1(transportName(entry->transport)), fixture.sockets[i].transport);
        QCOMPARE(entry->uid, quint32(::geteuid()));
        const OwnerPtr owner = picture.owner(fixture.sockets[i].inode);
        QCOMPARE(owner->attribution, Attribution::Observed);
        QCOMPARE(picture.pids(fixture.sockets[i].inode), QList<qint32> { fixture.pid });
        QCOMPARE(owner, picture.owner(fixture.sockets[0].inode));
    }
    const ProcessInfo *leader = picture.owner(fixture.sockets[0].inode)->leader();
    QCOMPARE(leader->name, QStringLiteral("listener-fixtur"));
    QCOMPARE(leader->executable, QFileInfo(QStringLiteral(LISTENER_FIXTURE)).canonicalFilePath());
    QVERIFY(!leader->executableDeleted);
    QCOMPARE(leader->commandLine.value(1), QStringLiteral("tcp4:127.0.0.1:0"));
    QCOMPARE(leader->uid, quint32(::geteuid()));
    QCOMPARE(leader->ancestors.value(0).key.pid, qint32(::getpid()));
    QVERIFY(leader->startedAt.isValid());
    QVERIFY(std::abs(leader->startedAt.secsTo(QDateTime::currentDateTimeUtc())) < 600);
}

void LiveOwnersTest::sharedSockets_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<bool>("parentHolds");
    QTest::newRow("forked workers") << QStringList { QStringLiteral("--fork"), QStringLiteral("3") } << true;
    QTest::newRow("workers only") << QStringList { QStringLiteral("--forkdrop"), QStringLiteral("3") } << false;
    QTest::newRow("passed over SCM_RIGHTS") << QStringList { QStringLiteral("--pass") } << true;
}

void LiveOwnersTest::sharedSockets()
{
    QFETCH(QStringList, options);
    QFETCH(bool, parentHolds);
    FixtureProcess fixture(QStringList { QStringLiteral("tcp4:127.0.0.1:0") } + options);
    QVERIFY(fixture.isReady());
    Sources sources;
    const Picture picture = sources.sample();
    QList<qint32> expected = fixture.family();
    if (!parentHolds)
        expected.removeAll(fixture.pid);
    QCOMPARE(picture.pids(fixture.sockets[0].inode), expected);
    if (parentHolds)
        QCOMPARE(picture.owner(fixture.sockets[0].inode)->leader()->key.pid, fixture.pid);
}

void LiveOwnersTest::socketsThatAppearLater_data()
{
    sharedSockets_data();
}

void LiveOwnersTest::socketsThatAppearLater()
{
    QFETCH(QStringList, options);
    QFETCH(bool, parentHolds);
    Sources sources;
    (void)sources.sample();
    FixtureProcess fixture(QStringList { QStringLiteral("tcp4:127.0.0.1:0") } + options);
    QVERIFY(fixture.isReady());
    QList<qint32> expected = fixture.family();
    if (!parentHolds)
        expected.removeAll(fixture.pid);
    QCOMPARE(sources.sample().pids(fixture.sockets[0].inode), expected);
}

void LiveOwnersTest::threadsAreNoProcesses()
{
    FixtureProcess fixture({ QStringLiteral("tcp4:127.0.0.1:0"), QStringLiteral("--threads"), QStringLiteral("5") });
    QVERIFY(fixture.isReady());
    Sources sources;
    QCOMPARE(sources.sample().pids(fixture.sockets[0].inode), QList<qint32> { fixture.pid });
}

void LiveOwnersTest::leaderThreadEnded()
{
    FixtureProcess fixture({ QStringLiteral("tcp4:127.0.0.1:0"), QStringLiteral("--leaderexits") });
    QVERIFY(fixture.isReady());
    const QString stat = QStringLiteral("/proc/%1/stat").arg(fixture.pid);
    const auto isZombie = [&] {
        QFile file(stat);
        return file.open(QIODevice::ReadOnly) && file.readAll().contains(") Z ");
    };
    QTRY_VERIFY(isZombie());
    Sources sources;
    QCOMPARE(sources.sample().pids(fixture.sockets[0].inode), QList<qint32> { fixture.pid });
    QCOMPARE(sources.sample().pids(fixture.sockets[0].inode), QList<qint32> { fixture.pid });
}

void LiveOwnersTest::hostileName()
{
    FixtureProcess fixture({ QStringLiteral("--name"), QStringLiteral("a) S 1 (\\x0a\\xff\\xe2\\x80"),
                             QStringLiteral("tcp4:127.0.0.1:0") });
    QVERIFY(fixture.isReady());
    Sources sources;
    const Picture picture = sources.sample();
    const OwnerPtr owner = picture.owner(fixture.sockets[0].inode);
    QVERIFY(owner && owner->leader());
    QCOMPARE(owner->leader()->name, QStringLiteral("a) S 1 (\n\\xff\\xe2\\x80"));
    QCOMPARE(owner->leader()->ancestors.value(0).key.pid, qint32(::getpid()));
}

void LiveOwnersTest::deletedExecutable()
{
    QTemporaryDir folder;
    const QString program = folder.filePath(QStringLiteral("fixture"));
    QVERIFY(QFile::copy(QStringLiteral(LISTENER_FIXTURE), program));
    FixtureProcess fixture({ QStringLiteral("tcp4:127.0.0.1:0") }, program);
    QVERIFY(fixture.isReady());
    Sources sources;
    const auto leader = [&] { return sources.sample().owner(fixture.sockets[0].inode)->processes.value(0); };
    QVERIFY(!leader()->executableDeleted);
    QVERIFY(QFile::remove(program));
    const ProcessPtr after = leader();
    QVERIFY(after->executableDeleted);
    QCOMPARE(after->executable, QFileInfo(folder.path()).canonicalFilePath() + QStringLiteral("/fixture"));
}

void LiveOwnersTest::fileReallyNamedDeleted()
{
    QTemporaryDir folder;
    const QString program = folder.filePath(QStringLiteral("fixture (deleted)"));
    QVERIFY(QFile::copy(QStringLiteral(LISTENER_FIXTURE), program));
    FixtureProcess fixture({ QStringLiteral("tcp4:127.0.0.1:0") }, program);
    QVERIFY(fixture.isReady());
    Sources sources;
    const ProcessPtr leader = sources.sample().owner(fixture.sockets[0].inode)->processes.value(0);
    QVERIFY(!leader->executableDeleted);
    QVERIFY(leader->executable.endsWith(QStringLiteral("/fixture (deleted)")));
}

void LiveOwnersTest::execChangesFacts()
{
    // A process that holds the socket becomes another program while its pid and start stay.
    FixtureProcess fixture({ QStringLiteral("tcp4:127.0.0.1:0"), QStringLiteral("--execnext"), QStringLiteral("/bin/cat") });
    QVERIFY(fixture.isReady());
    Sources sources;
    const ProcessPtr before = sources.sample().owner(fixture.sockets[0].inode)->processes.value(0);
    QCOMPARE(before->name, QStringLiteral("listener-fixtur"));
    fixture.process().write("\n");
    ProcessPtr after;
    QTRY_VERIFY((after = sources.sample().owner(fixture.sockets[0].inode)->processes.value(0), after->name == QStringLiteral("cat") && !after->commandLine.isEmpty()));
    QCOMPARE(after->key, before->key);
    QCOMPARE(after->executable, QFileInfo(QStringLiteral("/bin/cat")).canonicalFilePath());
    QCOMPARE(after->commandLine, QStringList { QStringLiteral("/bin/cat") });
}

void LiveOwnersTest::unchangedOwnersAreTheSameObjects()
{
    FixtureProcess fixture({ QStringLiteral("tcp4:127.0.0.1:0"), QStringLiteral("tcp6:[::]:0"),
                             QStringLiteral("--fork"), QStringLiteral("2") });
    QVERIFY(fixture.isReady());
    Sources sources;
    const OwnerPtr first = sources.sample().owner(fixture.sockets[0].inode);
    const Picture second = sources.sample();
    QCOMPARE(second.owner(fixture.sockets[0].inode), first);
    QCOMPARE(second.owner(fixture.sockets[1].inode), first);
}

void LiveOwnersTest::workersComeAndGo()
{
    FixtureProcess fixture({ QStringLiteral("tcp4:127.0.0.1:0"), QStringLiteral("--fork"), QStringLiteral("3") });
    QVERIFY(fixture.isReady());
    Sources sources;
    QCOMPARE(sources.sample().pids(fixture.sockets[0].inode).size(), 4);
    QCOMPARE(::kill(fixture.children[1], SIGKILL), 0);
    QList<qint32> left = fixture.family();
    left.removeAll(fixture.children[1]);
    QTRY_COMPARE(sources.sample().pids(fixture.sockets[0].inode), left);
    QCOMPARE(sources.sample().owner(fixture.sockets[0].inode)->attribution, Attribution::Observed);
    const quint64 inode = fixture.sockets[0].inode;
    fixture.end();
    QTRY_COMPARE(sources.sample().indexOf(inode), qsizetype(-1));
}

void LiveOwnersTest::kernelSocket()
{
    if (::geteuid() != 0)
        QSKIP("needs root: makes a network namespace with a VXLAN device");
    // A thread may have a network namespace of its own; the sources read the calling thread's.
    bool made = false;
    Picture picture;
    std::unique_ptr<QThread> thread(QThread::create([&] {
        if (::unshare(CLONE_NEWNET) != 0)
            return;
        made = QProcess::execute(QStringLiteral("sh"), { QStringLiteral("-c"),
                                 QStringLiteral("ip link add vx9 type vxlan id 9 dstport 4789 dev lo && ip link set lo up && ip link set vx9 up") }) == 0;
        Sources sources;
        picture = sources.sample();
    }));
    thread->start();
    thread->wait();
    if (!made)
        QSKIP("this kernel has no network namespaces or no VXLAN");
    const auto isOther = [](const SocketEntry &entry) { return !entry.networkNamespace.isEmpty(); };
    QVERIFY(!std::ranges::all_of(picture.sockets.sockets, isOther));
    // Only the first pid namespace (PROC_PID_INIT_INO) shows all processes that might hold it.
    std::array<char, 64> link {};
    QVERIFY(::readlink("/proc/self/ns/pid", link.data(), link.size() - 1) > 0);
    const OwnerReason reason
        = qstrcmp(link.data(), "pid:[4026531836]") == 0 ? OwnerReason::KernelSocket : OwnerReason::OtherNamespace;
    for (qsizetype i = 0; i < picture.sockets.sockets.size(); ++i) {
        if (isOther(picture.sockets.sockets[i]))
            continue;
        QCOMPARE(picture.sockets.sockets[i].port, quint16(4789));
        QCOMPARE(picture.owners.owners[i]->attribution, Attribution::None);
        QCOMPARE(picture.owners.owners[i]->reason, reason);
    }
}

static QJsonObject probe(const QStringList &arguments)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.start(QStringLiteral(OWNERS_PROBE), arguments);
    process.waitForFinished();
    return QJsonDocument::fromJson(process.readAllStandardOutput()).object();
}

static QJsonObject socketIn(const QJsonObject &document, quint64 inode)
{
    for (const QJsonValue &socket : document[QLatin1String("sockets")].toArray()) {
        if (quint64(socket[QLatin1String("inode")].toDouble()) == inode)
            return socket.toObject();
    }
    return {};
}

void LiveOwnersTest::withoutNetlink()
{
    FixtureProcess fixture({ QStringLiteral("tcp4:127.0.0.1:0"), QStringLiteral("tcp6:[::]:0"),
                             QStringLiteral("udp4:127.0.0.1:0"), QStringLiteral("udp6:[::1]:0") });
    QVERIFY(fixture.isReady());
    const QJsonObject with = probe({});
    const QJsonObject without = probe({ QStringLiteral("--no-netlink") });
    QCOMPARE(with[QLatin1String("backend")].toInt(), int(Backend::LinuxSockDiag));
    QCOMPARE(without[QLatin1String("backend")].toInt(), int(Backend::LinuxProc));
    QVERIFY(without[QLatin1String("remarks")].toArray().contains(int(Remark::NetlinkRefused)));
    QCOMPARE(without[QLatin1String("completeness")].toInt(), int(Completeness::Complete));
    for (const test::FixtureSocket &socket : fixture.sockets) {
        const QJsonObject a = socketIn(with, socket.inode);
        const QJsonObject b = socketIn(without, socket.inode);
        QVERIFY(!a.isEmpty());
        for (const char *key : { "transport", "address", "port", "uid", "attribution", "pids" })
            QCOMPARE(b[QLatin1String(key)], a[QLatin1String(key)]);
    }
}

void LiveOwnersTest::withoutPrivilege()
{
    if (::geteuid() != 0)
        QSKIP("needs root: compares root's view with an ordinary user's");
    if (test::procHidesProcesses())
        QSKIP("/proc is mounted with hidepid: an ordinary user does not see whose processes are hidden");
    FixtureProcess fixture({ QStringLiteral("tcp4:127.0.0.1:0"), QStringLiteral("--fork"), QStringLiteral("1") });
    QVERIFY(fixture.isReady());
    constexpr int nobody = 65534;
    const QJsonObject truth = probe({});
    const QJsonObject view = probe({ QStringLiteral("--user"), QString::number(nobody) });
    QVERIFY(!view[QLatin1String("privileged")].toBool(true));
    QFile userMap(QStringLiteral("/proc/self/uid_map"));
    QVERIFY(userMap.open(QIODevice::ReadOnly));
    // Root of a user namespace of its own has no right over the others' processes.
    const bool inFirstNamespace = userMap.readAll().simplified() == "0 0 4294967295";
    QCOMPARE(truth[QLatin1String("privileged")].toBool(), inFirstNamespace);
    QVERIFY(view[QLatin1String("remarks")].toArray().contains(int(Remark::OwnersHidden)));
    const QJsonObject known = socketIn(truth, fixture.sockets[0].inode);
    const QJsonObject seen = socketIn(view, fixture.sockets[0].inode);
    QVERIFY(!known.isEmpty() && !seen.isEmpty());
    QCOMPARE(known[QLatin1String("attribution")].toInt(), int(Attribution::Observed));
    QVERIFY(seen[QLatin1String("attribution")].toInt() != int(Attribution::Observed));
    QCOMPARE(seen[QLatin1String("user")].toString(), QStringLiteral("root"));
    // In no group of its own, it is one of root's processes, if those are few.
    if (seen[QLatin1String("cgroup")].toString().size() <= 1 && seen[QLatin1String("pids")].toArray().isEmpty())
        QCOMPARE(seen[QLatin1String("reason")].toInt(), int(OwnerReason::OtherUser));
    else
        QCOMPARE(seen[QLatin1String("attribution")].toInt(), int(Attribution::Inferred));
}

void LiveOwnersTest::inferredFromControlGroup_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<int>("reason");
    QTest::newRow("one") << QStringList() << int(OwnerReason::OneCandidate);
    QTest::newRow("several") << QStringList { QStringLiteral("--fork"), QStringLiteral("2") }
                             << int(OwnerReason::SeveralCandidates);
}

void LiveOwnersTest::inferredFromControlGroup()
{
    QFETCH(QStringList, options);
    QFETCH(int, reason);
    if (::geteuid() != 0)
        QSKIP("needs root: makes a control group and looks at it as an ordinary user");
    if (test::procHidesProcesses())
        QSKIP("/proc is mounted with hidepid: an ordinary user does not see the group's processes");
    const test::ControlGroup group(QStringLiteral("portolan-test.service"));
    if (!group.isValid())
        QSKIP("no control group may be made here");
    const QString script = QStringLiteral("echo $$ > \"$0/cgroup.procs\" && exec \"$@\"");
    FixtureProcess fixture(QStringList { QStringLiteral("-c"), script, group.folder(), QStringLiteral(LISTENER_FIXTURE),
                                         QStringLiteral("tcp4:127.0.0.1:0") }
                               + options,
                           QStringLiteral("sh"));
    QVERIFY(fixture.isReady());

    // Root sees it; a new socket is found through its group.
    Sources sources;
    QCOMPARE(sources.sample().pids(fixture.sockets[0].inode), fixture.family());
    const OwnerPtr owner = sources.sample().owner(fixture.sockets[0].inode);
    QCOMPARE(owner->cgroup, group.path());
    QCOMPARE(owner->unit, QStringLiteral("portolan-test.service"));

    const QJsonObject view = probe({ QStringLiteral("--user"), QStringLiteral("65534") });
    const QJsonObject seen = socketIn(view, fixture.sockets[0].inode);
    QCOMPARE(seen[QLatin1String("attribution")].toInt(), int(Attribution::Inferred));
    QCOMPARE(seen[QLatin1String("reason")].toInt(), reason);
    QList<qint32> candidates;
    for (const QJsonValue &pid : seen[QLatin1String("pids")].toArray())
        candidates.append(pid.toInt());
    std::sort(candidates.begin(), candidates.end());
    QCOMPARE(candidates, fixture.family());
    fixture.end();
}

void LiveOwnersTest::boundToInterface()
{
    FixtureProcess fixture({ QStringLiteral("udp4:0.0.0.0:0"), QStringLiteral("tcp6:[::]:0"), QStringLiteral("--device"),
                             QStringLiteral("lo") });
    if (!fixture.isReady())
        QSKIP("SO_BINDTODEVICE is refused here");
    Sources sources;
    const Picture picture = sources.sample();
    for (const test::FixtureSocket &socket : fixture.sockets) {
        QVERIFY(picture.socket(socket.inode));
        QCOMPARE(picture.socket(socket.inode)->scope, QStringLiteral("lo"));
    }
}

void LiveOwnersTest::socketThatNobodyHolds()
{
    // Closed between the reading of the sockets and the search: not to be taken for the kernel's.
    FixtureProcess fixture({ QStringLiteral("tcp4:127.0.0.1:0") });
    QVERIFY(fixture.isReady());
    const auto sockets = platform::makeSocketSource();
    const auto processes = platform::makeProcessSource();
    const SocketSample sample = sockets->sample();
    const quint64 inode = fixture.sockets[0].inode;
    fixture.end();
    const OwnerSample owners = processes->owners(sample.sockets);
    QCOMPARE(owners.owners.size(), sample.sockets.size());
    for (qsizetype i = 0; i < sample.sockets.size(); ++i) {
        if (sample.sockets[i].inode == inode) {
            QCOMPARE(owners.owners[i]->attribution, Attribution::None);
            QCOMPARE(owners.owners[i]->reason, OwnerReason::Ended);
            return;
        }
    }
    QFAIL("the socket was not seen");
}

void LiveOwnersTest::passedOnLater()
{
    // All holders but one end: the socket stays, with the one that is left.
    FixtureProcess fixture({ QStringLiteral("tcp4:127.0.0.1:0"), QStringLiteral("--fork"), QStringLiteral("2") });
    QVERIFY(fixture.isReady());
    Sources sources;
    (void)sources.sample();
    QCOMPARE(::kill(fixture.children[0], SIGKILL), 0);
    QCOMPARE(::kill(fixture.children[1], SIGKILL), 0);
    QTRY_COMPARE(sources.sample().pids(fixture.sockets[0].inode), QList<qint32> { fixture.pid });
    QCOMPARE(sources.sample().owner(fixture.sockets[0].inode)->attribution, Attribution::Observed);
}

void LiveOwnersTest::connections()
{
    FixtureProcess fixture({ QStringLiteral("tcp4:127.0.0.1:0"), QStringLiteral("--connect") });
    QVERIFY(fixture.isReady());
    Sources sources;
    const Picture picture = sources.sample();
    Listener listener;
    listener.key.port = fixture.sockets[0].port;
    listener.endpoints = { { *IpAddress::parse(QStringLiteral("127.0.0.1")), false, QString(), QString() } };
    listener.owner = picture.owner(fixture.sockets[0].inode);
    QVERIFY(listener.owner);
    const auto source = platform::makeConnectionSource();
    const ConnectionSample all = source->connections(listener, 100);
    QCOMPARE(all.toListener, 1);
    QCOMPARE(all.others, std::optional(1));
    QCOMPARE(all.coverage, ConnectionCoverage::Complete);
    QCOMPARE(all.connections.size(), 2);
    QCOMPARE(all.connections[0].localPort, fixture.sockets[0].port);
    QCOMPARE(all.connections[0].state, ConnectionState::Established);
    QCOMPARE(all.connections[1].remotePort, fixture.sockets[0].port);
    const ConnectionSample capped = source->connections(listener, 1);
    QCOMPARE(capped.connections.size(), 1);
    QCOMPARE(capped.toListener + capped.others.value_or(0), 2);
    QVERIFY(!connectionStateLabel(all.connections[0].state).isEmpty());
}

QTEST_GUILESS_MAIN(LiveOwnersTest)
#include "live_owners_test.moc"
