// SPDX-License-Identifier: GPL-3.0-or-later
// Real listeners in real control groups, as root sees them and as ordinary users do: what is
// concluded without privilege is compared with what is read with it.
#include "fixture_process.h"
#include "own_network.h"
#include "owners_probe.h"
#include "platform/platform.h"
#include "test_control_group.h"

#include <QRegularExpression>
#include <QTest>

#include <unistd.h>

#include <algorithm>
#include <ctime>
#include <memory>
#include <vector>

using namespace portolan;
using test::ControlGroup;
using test::FixtureProcess;
using test::OwnersProbe;
using test::ProbedSample;
using test::ProbedSocket;

namespace {

/// Users without processes of their own, and without an entry in passwd(5).
constexpr int someUser = 64001;
constexpr int otherUser = 64002;
constexpr int thirdUser = 64003;

const QString tcp = QStringLiteral("tcp4:0.0.0.0:0");

std::unique_ptr<FixtureProcess> fixtureIn(const ControlGroup &group, const QStringList &arguments,
                                          const QString &starter = QStringLiteral("exec \"$@\""))
{
    const QString script = QStringLiteral("echo $$ > \"$0/cgroup.procs\" && ") + starter;
    return std::make_unique<FixtureProcess>(
        QStringList { QStringLiteral("-c"), script, group.folder(), QStringLiteral(LISTENER_FIXTURE) } + arguments,
        QStringLiteral("sh"));
}

/// One listener of which the truth is known.
struct Known
{
    QString scenario;
    quint64 inode = 0;
};

struct Scene
{
    std::vector<std::unique_ptr<ControlGroup>> groups;
    std::vector<std::unique_ptr<FixtureProcess>> fixtures; ///< end before the groups go
    QList<Known> listeners;

    ~Scene() { fixtures.clear(); }

    const ControlGroup &group(const QString &name)
    {
        groups.push_back(std::make_unique<ControlGroup>(name));
        return *groups.back();
    }
    FixtureProcess &add(const QString &scenario, std::unique_ptr<FixtureProcess> fixture)
    {
        for (const test::FixtureSocket &socket : fixture->sockets)
            listeners.append({ scenario, socket.inode });
        fixtures.push_back(std::move(fixture));
        return *fixtures.back();
    }
    [[nodiscard]] bool isReady() const
    {
        return std::ranges::all_of(groups, &ControlGroup::isValid) && std::ranges::all_of(fixtures, &FixtureProcess::isReady);
    }
};

QStringList arguments(const char *text)
{
    return QString::fromLatin1(text).split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

QStringList asUser(int uid, const char *text)
{
    return QStringList { QStringLiteral("--user"), QString::number(uid) } + arguments(text);
}

void addServices(Scene &scene)
{
    scene.add(QStringLiteral("one daemon of root"),
              fixtureIn(scene.group(QStringLiteral("one.service")),
                        arguments("tcp4:0.0.0.0:0 tcp6only:[::]:0 udp4:0.0.0.0:0")));
    scene.add(QStringLiteral("one daemon of a user"),
              fixtureIn(scene.group(QStringLiteral("users.service")), asUser(someUser, "tcp4:0.0.0.0:0")));
    scene.add(QStringLiteral("one that gave up root's rights"),
              fixtureIn(scene.group(QStringLiteral("drops.service")),
                        arguments("--dropto 64001 tcp4:0.0.0.0:0 udp6:[::]:0")));
    scene.add(QStringLiteral("master and workers of one user"),
              fixtureIn(scene.group(QStringLiteral("family.service")), arguments("--fork 3 tcp4:0.0.0.0:0")));
    scene.add(QStringLiteral("master of root, workers of a user"),
              fixtureIn(scene.group(QStringLiteral("mixed.service")),
                        arguments("--name nginx --fork 3 --workeruser 64002 tcp4:0.0.0.0:80")));
    scene.add(QStringLiteral("the workers alone hold it"),
              fixtureIn(scene.group(QStringLiteral("workers.service")), arguments("--forkdrop 2 tcp4:0.0.0.0:0")));
    scene.add(QStringLiteral("started by a shell that stays"),
              fixtureIn(scene.group(QStringLiteral("script.service")), arguments("tcp4:0.0.0.0:0"),
                        QStringLiteral("\"$@\"; :")));
    scene.add(QStringLiteral("handed to a child that was there before"),
              fixtureIn(scene.group(QStringLiteral("passes.service")), arguments("--pass tcp4:0.0.0.0:0")));
    scene.add(QStringLiteral("its first thread ended"),
              fixtureIn(scene.group(QStringLiteral("threads.service")), arguments("--leaderexits tcp4:0.0.0.0:0")));
    scene.add(QStringLiteral("several sockets of one port"),
              fixtureIn(scene.group(QStringLiteral("reuse.service")), arguments("--reuseport 2 udp4:0.0.0.0:0")));
}

void addSharedGroups(Scene &scene)
{
    const ControlGroup &byUser = scene.group(QStringLiteral("by-user.service"));
    scene.add(QStringLiteral("one group, a user each"), fixtureIn(byUser, asUser(someUser, "tcp4:0.0.0.0:0")));
    scene.add(QStringLiteral("one group, a user each"), fixtureIn(byUser, asUser(otherUser, "tcp4:0.0.0.0:0")));

    const ControlGroup &byNotes = scene.group(QStringLiteral("by-notes.service"));
    scene.add(QStringLiteral("one group, known to the notes"),
              fixtureIn(byNotes, arguments("--name memcached tcp4:0.0.0.0:11211")));
    scene.add(QStringLiteral("one group, known to the notes"),
              fixtureIn(byNotes, arguments("--name redis-server tcp4:0.0.0.0:6379")));

    const ControlGroup &byPort = scene.group(QStringLiteral("by-port.service"));
    scene.add(QStringLiteral("one group, the port in the command line"), fixtureIn(byPort, arguments("tcp4:0.0.0.0:40123")));
    scene.add(QStringLiteral("one group, the port in the command line"), fixtureIn(byPort, arguments("tcp4:0.0.0.0:40124")));

    const ControlGroup &session = scene.group(QStringLiteral("user.slice/user-64001.slice/session-1.scope"));
    scene.fixtures.push_back(fixtureIn(session, arguments("--name sshd tcp4:0.0.0.0:0"),
                                       QStringLiteral("exec \"$@\"")));
    scene.add(QStringLiteral("what a user runs in a session"),
              fixtureIn(session, asUser(someUser, "tcp4:0.0.0.0:8000")));
    scene.add(QStringLiteral("what a user's service manager runs"),
              fixtureIn(scene.group(QStringLiteral("user.slice/user-64001.slice/user@64001.service/app.slice/app-thing.scope")),
                        asUser(someUser, "tcp4:0.0.0.0:0")));
    const QString id(64, QLatin1Char('a'));
    scene.add(QStringLiteral("a container with an init"),
              fixtureIn(scene.group(QStringLiteral("docker/") + id), arguments("tcp4:0.0.0.0:0 udp4:0.0.0.0:0"),
                        QStringLiteral("\"$@\"; :")));
}

std::unique_ptr<FixtureProcess> alone(const QStringList &arguments)
{
    return std::make_unique<FixtureProcess>(arguments);
}

void addOutsideOfGroups(Scene &scene)
{
    scene.add(QStringLiteral("in no group, a user's only process"), alone(asUser(thirdUser, "tcp4:0.0.0.0:0")));
    scene.add(QStringLiteral("in no group, root's"), alone(arguments("tcp4:0.0.0.0:0")));
    scene.add(QStringLiteral("in no group, known to the notes"),
              alone(asUser(otherUser, "--name postgres tcp4:0.0.0.0:5432")));
    scene.add(QStringLiteral("in no group, the port in the command line"), alone(asUser(otherUser, "tcp4:0.0.0.0:40125")));
}

/// The same sockets as root sees them.
class Truth
{
public:
    Truth()
    {
        const auto sockets = platform::makeSocketSource();
        const auto processes = platform::makeProcessSource();
        m_sockets = sockets->sample();
        m_owners = processes->owners(m_sockets.sockets);
    }
    [[nodiscard]] OwnerPtr owner(quint64 inode) const
    {
        for (qsizetype i = 0; i < m_sockets.sockets.size(); ++i) {
            if (m_sockets.sockets[i].inode == inode)
                return m_owners.owners[i];
        }
        return nullptr;
    }

private:
    SocketSample m_sockets;
    OwnerSample m_owners;
};

/// In the unit of a process's start, proc(5).
qint64 startClock()
{
    timespec time {};
    ::clock_gettime(CLOCK_BOOTTIME, &time);
    return (qint64(time.tv_sec) * 1000 + time.tv_nsec / 1'000'000) * ::sysconf(_SC_CLK_TCK) / 1000;
}

bool holds(const Owner &owner, qint32 pid)
{
    return std::ranges::any_of(owner.processes, [pid](const ProcessPtr &process) { return process->key.pid == pid; });
}

bool isCertain(OwnerReason reason)
{
    return reason == OwnerReason::OneCandidate || reason == OwnerReason::OneFits;
}

} // namespace

class InferenceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void asRootSees_data();
    void asRootSees();
    void youngerThanTheSocket();
    void groupIsGone();
    void otherViews_data();
    void otherViews();
    void insideContainer();
};

void InferenceTest::initTestCase()
{
    if (::geteuid() != 0)
        QSKIP("needs root: makes control groups and looks at them as an ordinary user");
    if (!test::leaveTheMachinesNetwork())
        QSKIP("needs a network namespace of its own");
    if (!ControlGroup(QStringLiteral("probe.service")).isValid())
        QSKIP("no control group may be made here");
}

void InferenceTest::asRootSees_data()
{
    QTest::addColumn<int>("user");
    QTest::newRow("nobody") << 65534;
    QTest::newRow("an ordinary user") << 12345;
    QTest::newRow("one of the owners") << someUser;
}

void InferenceTest::asRootSees()
{
    QFETCH(int, user);
    Scene scene;
    addServices(scene);
    addSharedGroups(scene);
    addOutsideOfGroups(scene);
    QVERIFY(scene.isReady());
    QVERIFY(scene.listeners.size() >= 20);

    const Truth truth;
    OwnersProbe probe({ QStringLiteral("--user"), QString::number(user) });
    const ProbedSample view = probe.sample();
    QVERIFY(view.isValid());
    int inferred = 0;
    QStringList wrong;
    for (const Known &known : std::as_const(scene.listeners)) {
        const OwnerPtr owner = truth.owner(known.inode);
        QVERIFY2(owner && owner->attribution == Attribution::Observed, qPrintable(known.scenario));
        const ProbedSocket seen = view.socket(known.inode);
        QVERIFY2(seen.found, qPrintable(known.scenario));
        const bool right = !seen.pids.isEmpty() && seen.pids.first() == owner->leader()->key.pid;
        const bool holder = !seen.pids.isEmpty() && holds(*owner, seen.pids.first());
        if (seen.attribution == Attribution::Observed || isCertain(seen.reason))
            QVERIFY2(holder, qPrintable(known.scenario));
        if (seen.attribution != Attribution::Inferred || seen.pids.isEmpty())
            continue;
        ++inferred;
        if (!right)
            wrong.append(known.scenario);
        // Whom it cannot tell from others it lists beside them.
        QVERIFY2(std::ranges::any_of(seen.pids, [&](qint32 pid) { return holds(*owner, pid); }), qPrintable(known.scenario));
    }
    // The one that cannot be told from outside: a master that keeps living without the socket.
    QVERIFY2(wrong.isEmpty() || wrong == QStringList { QStringLiteral("the workers alone hold it") },
             qPrintable(wrong.join(QStringLiteral(", "))));
    QVERIFY2(inferred >= 20, qPrintable(QString::number(inferred)));
    QVERIFY2((inferred - wrong.size()) * 100 >= inferred * 95,
             qPrintable(QStringLiteral("%1 of %2 wrong").arg(wrong.size()).arg(inferred)));

    const auto reasons = [&](const char *scenario) {
        QList<OwnerReason> result;
        for (const Known &known : std::as_const(scene.listeners)) {
            if (known.scenario == QLatin1String(scenario))
                result.append(view.socket(known.inode).reason);
        }
        return result;
    };
    using enum OwnerReason;
    QCOMPARE(reasons("one daemon of root"), (QList { OneCandidate, OneCandidate, OneCandidate }));
    QCOMPARE(reasons("one that gave up root's rights"), (QList { OneCandidate, OneCandidate }));
    QCOMPARE(reasons("started by a shell that stays"), QList { OneFits });
    QCOMPARE(reasons("master and workers of one user"), QList { SeveralCandidates });
    QCOMPARE(reasons("one group, known to the notes"), (QList { OneFits, OneFits }));
    QCOMPARE(reasons("one group, the port in the command line"), (QList { SeveralCandidates, SeveralCandidates }));
    QCOMPARE(reasons("in no group, a user's only process"), QList { SeveralCandidates });
    QCOMPARE(reasons("in no group, root's"), QList { OtherUser });
    QCOMPARE(reasons("in no group, known to the notes"), QList { OneFits });
    QCOMPARE(reasons("in no group, the port in the command line"), QList { SeveralCandidates });
    if (user != someUser)
        QCOMPARE(reasons("one group, a user each"), (QList { OneFits, OneFits }));
}

void InferenceTest::youngerThanTheSocket()
{
    const ControlGroup group(QStringLiteral("elder.service"));
    const auto daemon = fixtureIn(group, { tcp });
    QVERIFY(daemon->isReady());
    OwnersProbe probe({ QStringLiteral("--user"), QStringLiteral("65534") });
    const quint64 inode = daemon->sockets[0].inode;
    QCOMPARE(probe.sample().socket(inode).reason, OwnerReason::OneCandidate);

    // Looks far likelier, but came later: by more than the clock of process starts can tell apart.
    const qint64 sampledAt = startClock();
    QTRY_VERIFY(startClock() > sampledAt + 1);
    const auto helper = fixtureIn(group, { QStringLiteral("--name"), QStringLiteral("elder"), tcp,
                                           QStringLiteral("tcp4:0.0.0.0:%1").arg(daemon->sockets[0].port - 1) });
    QVERIFY(helper->isReady());
    const ProbedSocket after = probe.sample().socket(inode);
    QCOMPARE(after.reason, OwnerReason::OneCandidate);
    QCOMPARE(after.pids, QList<qint32> { daemon->pid });
    daemon->end();
    helper->end();
}

void InferenceTest::groupIsGone()
{
    ControlGroup before(QStringLiteral("before.service"));
    const ControlGroup after(QStringLiteral("after.service"));
    const auto daemon = fixtureIn(before, { tcp });
    QVERIFY(daemon->isReady());
    OwnersProbe probe({ QStringLiteral("--user"), QStringLiteral("65534") });
    const quint64 inode = daemon->sockets[0].inode;
    QCOMPARE(probe.sample().socket(inode).pids, QList<qint32> { daemon->pid });

    // The socket stays in its first group: nobody there may be taken for its owner.
    QVERIFY(after.add(daemon->pid));
    ProbedSocket seen = probe.sample().socket(inode);
    QCOMPARE(seen.attribution, Attribution::Inferred);
    QCOMPARE(seen.reason, OwnerReason::ControlGroupOnly);
    QCOMPARE(seen.unit, QStringLiteral("before.service"));
    QVERIFY(seen.pids.isEmpty());

    before.remove();
    seen = probe.sample().socket(inode);
    QCOMPARE(seen.attribution, Attribution::None);
    QCOMPARE(seen.reason, OwnerReason::OtherUser);
    daemon->end();
}

void InferenceTest::otherViews_data()
{
    QTest::addColumn<QString>("setUp");
    QTest::addColumn<int>("reason"); ///< of a root's daemon in a group of its own
    QTest::addColumn<bool>("named");
    QTest::addColumn<QList<Remark>>("remarks");
    const QString unmount = QStringLiteral("umount -lR /sys/fs/cgroup");
    QTest::newRow("the unified tree at the first place")
        << unmount + QStringLiteral(" && mount -t cgroup2 none /sys/fs/cgroup") << int(OwnerReason::OneCandidate) << true
        << QList<Remark> {};
    QTest::newRow("the unified tree beside the older ones")
        << unmount + QStringLiteral(" && mount -t tmpfs none /sys/fs/cgroup && mkdir /sys/fs/cgroup/unified && mount -t "
                                    "cgroup2 none /sys/fs/cgroup/unified")
        << int(OwnerReason::OneCandidate) << true << QList<Remark> {};
    QTest::newRow("no unified tree") << unmount << int(OwnerReason::OtherUser) << false
                                     << QList<Remark> { Remark::NoControlGroups };
    QTest::newRow("hidden processes") << QStringLiteral("mount -t proc -o hidepid=invisible none /proc")
                                      << int(OwnerReason::ControlGroupOnly) << false
                                      << QList<Remark> { Remark::ProcessesHidden };
    QTest::newRow("processes that may not be read") << QStringLiteral("mount -t proc -o hidepid=noaccess none /proc")
                                                    << int(OwnerReason::ControlGroupOnly) << false
                                                    << QList<Remark> { Remark::ProcessesHidden };
}

void InferenceTest::otherViews()
{
    QFETCH(QString, setUp);
    QFETCH(int, reason);
    QFETCH(bool, named);
    QFETCH(QList<Remark>, remarks);
    const ControlGroup group(QStringLiteral("view.service"));
    const auto daemon = fixtureIn(group, { tcp });
    const auto ofUser = fixtureIn(group, asUser(thirdUser, "tcp4:0.0.0.0:0"));
    QVERIFY(daemon->isReady() && ofUser->isReady());
    OwnersProbe probe({ QStringLiteral("--user"), QStringLiteral("65534") }, { QStringLiteral("-m") }, setUp);
    const ProbedSample sample = probe.sample();
    QVERIFY(sample.isValid());
    for (const Remark remark : { Remark::NoControlGroups, Remark::ProcessesHidden })
        QCOMPARE(sample.remarks(remark), remarks.contains(remark));

    const ProbedSocket seen = sample.socket(ofUser->sockets[0].inode);
    QVERIFY(seen.found);
    if (named) {
        QCOMPARE(seen.pids, QList<qint32> { ofUser->pid });
        QCOMPARE(seen.reason, OwnerReason::OneFits);
        QCOMPARE(seen.unit, QStringLiteral("view.service"));
    } else if (reason == int(OwnerReason::ControlGroupOnly)) {
        QCOMPARE(int(seen.reason), reason);
        QCOMPARE(seen.unit, QStringLiteral("view.service"));
        QVERIFY(seen.pids.isEmpty());
    } else {
        // The user is all that is left to go by.
        QCOMPARE(seen.reason, OwnerReason::SeveralCandidates);
        QCOMPARE(seen.pids, QList<qint32> { ofUser->pid });
    }
    daemon->end();
    ofUser->end();
}

void InferenceTest::insideContainer()
{
    // A control group namespace takes the group for the root of the tree.
    const ControlGroup group(QStringLiteral("container"));
    const auto daemon = fixtureIn(group, { tcp });
    QVERIFY(daemon->isReady());
    OwnersProbe probe({ QStringLiteral("--user"), QStringLiteral("65534") }, { QStringLiteral("-m") },
                      QStringLiteral("echo $$ > '%1/cgroup.procs' && umount -lR /sys/fs/cgroup && exec unshare -C sh -c 'mount -t "
                                     "cgroup2 none /sys/fs/cgroup && exec \"$@\"' sh \"$@\"")
                          .arg(group.folder()));
    const ProbedSample sample = probe.sample();
    QVERIFY(sample.isValid());
    const ProbedSocket seen = sample.socket(daemon->sockets[0].inode);
    QCOMPARE(seen.cgroup, QStringLiteral("/"));
    QCOMPARE(seen.attribution, Attribution::Inferred);
    QCOMPARE(seen.pids, QList<qint32> { daemon->pid });
    daemon->end();
}

QTEST_GUILESS_MAIN(InferenceTest)
#include "inference_test.moc"
