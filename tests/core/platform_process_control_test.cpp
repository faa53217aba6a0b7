// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/linux/process_stat.h"
#include "platform/platform.h"
#include "support/proc_mount.h"

#include <QRegularExpression>
#include <QTest>

#include <fcntl.h>
#include <sched.h>
#include <signal.h>
#include <sys/mount.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <chrono>
#include <memory>

using namespace portolan;
using namespace std::chrono_literals;

namespace {

/// A child process that does nothing; killed and reaped with the object.
class Child
{
public:
    explicit Child(bool ignoresTerm = false)
    {
        std::array<int, 2> ready {};
        if (::pipe(ready.data()) != 0)
            return;
        m_pid = ::fork();
        if (m_pid == 0) {
            // Qt Test handles SIGTERM; its handler must not run in the child.
            ::signal(SIGTERM, ignoresTerm ? SIG_IGN : SIG_DFL);
            [[maybe_unused]] const auto written = ::write(ready[1], "x", 1);
            for (;;)
                ::pause();
        }
        char byte = 0;
        [[maybe_unused]] const auto count = ::read(ready[0], &byte, 1);
        ::close(ready[0]);
        ::close(ready[1]);
    }
    ~Child() { end(); }
    Child(const Child &) = delete;
    Child &operator=(const Child &) = delete;

    [[nodiscard]] ProcessKey key() const
    {
        const QByteArray path = "/proc/" + QByteArray::number(m_pid) + "/stat";
        const auto stat = platform::readProcessStat(AT_FDCWD, path.constData());
        return { m_pid, stat ? stat->startTicks : 0 };
    }
    void end()
    {
        if (m_pid <= 0)
            return;
        ::kill(m_pid, SIGKILL);
        ::waitpid(m_pid, nullptr, 0);
        m_pid = -1;
    }

private:
    pid_t m_pid = -1;
};

} // namespace

class PlatformProcessControlTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void ends();
    void ignoresTerm();
    void kills();
    void alreadyGone();
    void zombie();
    void identityChanged();
    void notPermitted();
    void hiddenProcess();
    void nonsense();

private:
    std::unique_ptr<ProcessControl> m_control = platform::makeProcessControl();
};

void PlatformProcessControlTest::ends()
{
    const Child child;
    const StopOutcome outcome = m_control->stop(child.key(), StopSignal::Terminate, 20s);
    QCOMPARE(outcome.result, StopResult::Ended);
}

void PlatformProcessControlTest::ignoresTerm()
{
    const Child child(true);
    QCOMPARE(m_control->stop(child.key(), StopSignal::Terminate, 50ms).result, StopResult::StillRunning);
    QCOMPARE(m_control->stop(child.key(), StopSignal::Kill, 20s).result, StopResult::Ended);
}

void PlatformProcessControlTest::kills()
{
    const Child child;
    QCOMPARE(m_control->stop(child.key(), StopSignal::Kill, 20s).result, StopResult::Ended);
}

void PlatformProcessControlTest::alreadyGone()
{
    Child child;
    const ProcessKey key = child.key();
    child.end();
    QCOMPARE(m_control->stop(key, StopSignal::Terminate, 0ms).result, StopResult::AlreadyGone);
}

void PlatformProcessControlTest::zombie()
{
    const Child child;
    const ProcessKey key = child.key();
    QCOMPARE(m_control->stop(key, StopSignal::Kill, 20s).result, StopResult::Ended);
    // Not reaped yet: the pid still stands for it.
    QCOMPARE(m_control->stop(key, StopSignal::Terminate, 0ms).result, StopResult::AlreadyGone);
}

void PlatformProcessControlTest::identityChanged()
{
    const Child child;
    ProcessKey key = child.key();
    ++key.startTicks;
    QCOMPARE(m_control->stop(key, StopSignal::Kill, 20s).result, StopResult::IdentityChanged);
    --key.startTicks;
    QCOMPARE(child.key(), key);
    QVERIFY(::kill(key.pid, 0) == 0);
    QCOMPARE(m_control->stop(key, StopSignal::Terminate, 20s).result, StopResult::Ended);
}

void PlatformProcessControlTest::notPermitted()
{
    if (::geteuid() != 0)
        QSKIP("needs root: gives up its rights in a child process");
    if (test::procHidesProcesses())
        QSKIP("/proc is mounted with hidepid: an ordinary user cannot even name the process of another");
    const Child child;
    const ProcessKey key = child.key();
    // Another child becomes an ordinary user and tries; its exit code is the result.
    const pid_t attacker = ::fork();
    if (attacker == 0) {
        if (::setgid(65534) != 0 || ::setuid(65534) != 0)
            ::_exit(100);
        const StopOutcome outcome = platform::makeProcessControl()->stop(key, StopSignal::Kill, 0ms);
        ::_exit(outcome.result == StopResult::NotPermitted && outcome.systemError == EPERM ? 0 : 1 + int(outcome.result));
    }
    int status = 0;
    QCOMPARE(::waitpid(attacker, &status, 0), attacker);
    QVERIFY(WIFEXITED(status));
    QCOMPARE(WEXITSTATUS(status), 0);
    QCOMPARE(child.key(), key);
    QVERIFY(::kill(key.pid, 0) == 0);
}

void PlatformProcessControlTest::hiddenProcess()
{
    if (::geteuid() != 0)
        QSKIP("needs root: mounts a /proc of its own with hidepid");
    const Child child;
    const ProcessKey key = child.key();
    const pid_t attacker = ::fork();
    if (attacker == 0) {
        if (::unshare(CLONE_NEWNS) != 0 || ::mount(nullptr, "/", nullptr, MS_REC | MS_PRIVATE, nullptr) != 0
            || ::mount("proc", "/proc", "proc", 0, "hidepid=2") != 0)
            ::_exit(100);
        if (::setgid(65534) != 0 || ::setuid(65534) != 0)
            ::_exit(101);
        const StopOutcome outcome = platform::makeProcessControl()->stop(key, StopSignal::Kill, 0ms);
        ::_exit(outcome.result == StopResult::NotPermitted && outcome.systemError == EPERM ? 0 : 1 + int(outcome.result));
    }
    int status = 0;
    QCOMPARE(::waitpid(attacker, &status, 0), attacker);
    QVERIFY(WIFEXITED(status));
    if (WEXITSTATUS(status) == 100)
        QSKIP("needs the right to mount a /proc of its own");
    QCOMPARE(WEXITSTATUS(status), 0);
    QVERIFY(::kill(key.pid, 0) == 0);
}

void PlatformProcessControlTest::nonsense()
{
    for (const qint32 pid : { 0, -1, -4242 }) {
        const StopOutcome outcome = m_control->stop({ pid, 1 }, StopSignal::Terminate, 0ms);
        QCOMPARE(outcome.result, StopResult::Failed);
        QCOMPARE(outcome.systemError, EINVAL);
    }
}

QTEST_GUILESS_MAIN(PlatformProcessControlTest)
#include "platform_process_control_test.moc"
