// SPDX-License-Identifier: GPL-3.0-or-later
// Processes that get the pid of one that was known, and a /proc that refuses what it should show.
#include "fixture_process.h"
#include "owners_probe.h"
#include "platform/platform.h"

#include <QRegularExpression>
#include <QTest>

#include <fcntl.h>
#include <linux/sched.h>
#include <signal.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <ctime>
#include <vector>

using namespace portolan;
using test::FixtureReport;
using test::OwnersProbe;
using test::ProbedSocket;

namespace {

/// A listener-fixture that may ask for its pid, and that this test waits for itself.
class Spawned : public FixtureReport
{
public:
    /// `wanted` is the pid to have; 0 takes any. Where it is refused, isReady() is false.
    explicit Spawned(const QStringList &arguments, pid_t wanted = 0)
    {
        std::array<int, 2> input {};
        std::array<int, 2> output {};
        if (::pipe2(input.data(), O_CLOEXEC) != 0 || ::pipe2(output.data(), O_CLOEXEC) != 0)
            return;
        std::vector<QByteArray> words { QByteArrayLiteral(LISTENER_FIXTURE) };
        for (const QString &argument : arguments)
            words.push_back(argument.toLocal8Bit());
        std::vector<char *> pointers;
        for (QByteArray &word : words)
            pointers.push_back(word.data());
        pointers.push_back(nullptr);

        clone_args request {};
        request.exit_signal = SIGCHLD;
        if (wanted != 0) {
            request.set_tid = reinterpret_cast<quintptr>(&wanted);
            request.set_tid_size = 1;
        }
        const long child = ::syscall(SYS_clone3, &request, sizeof request);
        if (child == 0) {
            ::dup2(input[0], STDIN_FILENO);
            ::dup2(output[1], STDOUT_FILENO);
            ::execv(pointers.front(), pointers.data());
            ::_exit(1);
        }
        ::close(input[0]);
        ::close(output[1]);
        m_input = input[1];
        m_process = static_cast<pid_t>(child);
        QByteArray line;
        char byte = 0;
        while (child > 0 && !line.endsWith('\n') && ::read(output[0], &byte, 1) == 1)
            line.append(byte);
        ::close(output[0]);
        static_cast<FixtureReport &>(*this) = FixtureReport(line);
    }
    ~Spawned()
    {
        ::close(m_input);
        end(0);
    }
    Spawned(const Spawned &) = delete;
    Spawned &operator=(const Spawned &) = delete;

    /// Its children live on until the object goes. Its pid is free then.
    void end(int signal)
    {
        if (m_process > 0) {
            if (signal != 0)
                ::kill(m_process, signal);
            ::waitpid(m_process, nullptr, 0);
        }
        m_process = 0;
    }

private:
    int m_input = -1;
    pid_t m_process = 0;
};

class Sources
{
public:
    void sample()
    {
        m_sample = m_sources.sockets->sample();
        m_owners = m_sources.processes->owners(m_sample.sockets);
    }
    [[nodiscard]] OwnerPtr owner(quint64 inode) const
    {
        for (qsizetype i = 0; i < m_sample.sockets.size(); ++i) {
            if (m_sample.sockets[i].inode == inode)
                return m_owners.owners[i];
        }
        return nullptr;
    }
    [[nodiscard]] ProcessPtr only(quint64 inode) const
    {
        const OwnerPtr found = owner(inode);
        const bool one = found && found->attribution == Attribution::Observed && found->processes.size() == 1;
        return one ? found->processes.first() : nullptr;
    }

private:
    Sampler::Sources m_sources = platform::makeSources();
    SocketSample m_sample;
    OwnerSample m_owners;
};

/// Two processes of one pid that start within one tick of the clock cannot be told apart by anybody.
void waitForAnotherTick()
{
    const auto ticks = [] {
        timespec time {};
        ::clock_gettime(CLOCK_BOOTTIME, &time);
        return (qint64(time.tv_sec) * 1000 + time.tv_nsec / 1'000'000) * ::sysconf(_SC_CLK_TCK) / 1000;
    };
    const qint64 now = ticks();
    QTRY_VERIFY(ticks() > now);
}

const QString tcp = QStringLiteral("tcp4:127.0.0.1:0");

} // namespace

class PidReuseTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void anotherProcess();
    void theSocketWentToAChild();
    void linksThatMayNotBeRead();
};

void PidReuseTest::initTestCase()
{
    if (::geteuid() != 0)
        QSKIP("needs root: gives out pids");
    pid_t free = 0;
    {
        Spawned any({ tcp });
        free = any.pid;
    }
    if (!Spawned({ tcp }, free).isReady())
        QSKIP("this kernel gives out no chosen pids (clone3, set_tid)");
}

void PidReuseTest::anotherProcess()
{
    Sources sources;
    Spawned first({ QStringLiteral("--name"), QStringLiteral("first"), tcp });
    QVERIFY(first.isReady());
    sources.sample();
    const ProcessPtr before = sources.only(first.sockets[0].inode);
    QVERIFY(before);
    QCOMPARE(before->name, QStringLiteral("first"));

    waitForAnotherTick();
    first.end(SIGKILL);
    // The same port, the same number of its descriptor, the same pid: another process.
    Spawned second({ QStringLiteral("--name"), QStringLiteral("second"),
                     QStringLiteral("tcp4:127.0.0.1:%1").arg(first.sockets[0].port) },
                   first.pid);
    QVERIFY(second.isReady());
    QCOMPARE(second.pid, first.pid);
    sources.sample();
    QVERIFY(!sources.owner(first.sockets[0].inode));
    const ProcessPtr after = sources.only(second.sockets[0].inode);
    QVERIFY(after);
    QCOMPARE(after->name, QStringLiteral("second"));
    QCOMPARE(after->key.pid, before->key.pid);
    QVERIFY(after->key.startTicks > before->key.startTicks);
    // What is remembered of it stays that one's.
    sources.sample();
    QCOMPARE(sources.only(second.sockets[0].inode), after);
}

void PidReuseTest::theSocketWentToAChild()
{
    Sources sources;
    Spawned family({ tcp, QStringLiteral("--fork"), QStringLiteral("1") });
    QVERIFY(family.isReady());
    const quint64 inode = family.sockets[0].inode;
    sources.sample();
    QCOMPARE(sources.owner(inode)->processes.size(), 2);

    waitForAnotherTick();
    family.end(SIGKILL);
    Spawned other({ tcp }, family.pid);
    QVERIFY(other.isReady());
    sources.sample();
    QVERIFY(sources.only(inode));
    QCOMPARE(sources.only(inode)->key.pid, family.children.first());
    QVERIFY(sources.only(other.sockets[0].inode));
    QCOMPARE(sources.only(other.sockets[0].inode)->key.pid, family.pid);
}

void PidReuseTest::linksThatMayNotBeRead()
{
    Spawned daemon({ tcp });
    QVERIFY(daemon.isReady());
    OwnersProbe probe({ QStringLiteral("--no-links") });
    const test::ProbedSample sample = probe.sample();
    QVERIFY(sample.isValid());
    QVERIFY(sample.remarks(Remark::OwnersHidden));
    // Not to be taken for the kernel's, though root was the one who asked.
    const ProbedSocket seen = sample.socket(daemon.sockets[0].inode);
    QVERIFY(seen.found);
    QVERIFY(seen.attribution != Attribution::Observed);
    QVERIFY(seen.reason != OwnerReason::KernelSocket);
}

QTEST_GUILESS_MAIN(PidReuseTest)
#include "pid_reuse_test.moc"
