// SPDX-License-Identifier: GPL-3.0-or-later
// Measures the look-up of packages: of the programs of all running listeners, and of 50 programs from the
// system's folders whose processes are started for it.
//
//   bench-packages
#include "packages/package_facts.h"
#include "platform/linux/process_reader.h"
#include "platform/platform.h"

#include <QDir>
#include <QFileInfo>
#include <QSet>

#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <sys/ptrace.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <chrono>
#include <cstdio>
#include <ctime>
#include <vector>

using namespace portolan;
using namespace std::chrono_literals;

namespace {

constexpr int wantedPrograms = 50;

double now(clockid_t clock)
{
    timespec time {};
    ::clock_gettime(clock, &time);
    return double(time.tv_sec) + double(time.tv_nsec) * 1e-9;
}

void measure(const char *what, const QList<OwnerPtr> &owners)
{
    PackageLookup::Limits limits;
    limits.databaseInterval = 0ms;
    limits.fileInterval = 0ms;
    PackageFacts facts(systemPackages(), "/proc", limits);
    const double start = now(CLOCK_MONOTONIC);
    const double startCpu = now(CLOCK_PROCESS_CPUTIME_ID);
    std::vector<Owner> copies;
    QSet<QString> programs;
    for (const OwnerPtr &owner : owners) {
        copies.push_back(*owner);
        facts.addTo(copies.back(), {});
        if (const ProcessInfo *process = owner->leader())
            programs.insert(process->script.isEmpty() ? process->executable : process->script);
    }
    const double asked = now(CLOCK_MONOTONIC);
    if (!facts.waitForAnswers(60s))
        std::printf("  not answered in time\n");
    const double answered = now(CLOCK_MONOTONIC);
    const double cpu = now(CLOCK_PROCESS_CPUTIME_ID) - startCpu;
    const double startCheck = now(CLOCK_PROCESS_CPUTIME_ID);
    const quint64 revision = facts.revision(); // has everything checked
    facts.waitForAnswers(60s);
    const double check = now(CLOCK_PROCESS_CPUTIME_ID) - startCheck;
    int packaged = 0;
    int intact = 0;
    for (Owner &owner : copies) {
        facts.addTo(owner, {});
        packaged += owner.package ? 1 : 0;
        intact += owner.package && owner.package->intact == true ? 1 : 0;
    }
    std::printf("%s: %zu owners, %lld programs\n", what, copies.size(), static_cast<long long>(programs.size()));
    std::printf("  packages           %d, of which %d compared and as shipped\n", packaged, intact);
    std::printf("  all answered       %.3f s (CPU %.3f s)\n", answered - start, cpu);
    std::printf("  asking             %.3f ms on the asker's thread\n", (asked - start) * 1000);
    std::printf("  checking again     CPU %.3f ms, %s\n", check * 1000, facts.revision() == revision ? "nothing changed" : "changed");
    std::fflush(stdout);
}

QList<OwnerPtr> listenersOwners()
{
    const auto sockets = platform::makeSocketSource();
    const auto processes = platform::makeProcessSource();
    QList<OwnerPtr> owners = processes->owners(sockets->sample().sockets).owners;
    return { QSet<OwnerPtr>(owners.cbegin(), owners.cend()).values() };
}

/// A process that stands still at its first instruction: its program is there to be looked at, and does
/// nothing.
pid_t startStopped(const QByteArray &program)
{
    const pid_t pid = ::fork();
    if (pid == 0) {
        ::ptrace(PTRACE_TRACEME, 0, nullptr, nullptr);
        ::execl(program.constData(), program.constData(), nullptr);
        ::_exit(127);
    }
    int status = 0;
    ::waitpid(pid, &status, 0);
    return WIFSTOPPED(status) ? pid : 0;
}

void measureSystemPrograms()
{
    std::vector<pid_t> pids;
    for (const QFileInfo &file : QDir(QStringLiteral("/usr/bin")).entryInfoList(QDir::Files | QDir::NoSymLinks | QDir::Executable)) {
        if (pids.size() == wantedPrograms)
            break;
        QFile content(file.filePath());
        if (!content.open(QIODevice::ReadOnly) || content.read(4) != "\x7f" "ELF")
            continue;
        if (const pid_t pid = startStopped(QFile::encodeName(file.filePath())))
            pids.push_back(pid);
    }
    platform::ProcessReader reader("/proc");
    const int proc = ::open("/proc", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    QList<OwnerPtr> owners;
    for (const pid_t pid : pids) {
        const int folder = ::openat(proc, QByteArray::number(pid).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
        auto owner = std::make_shared<Owner>();
        owner->reason = OwnerReason::None;
        if (const auto mark = reader.mark(folder))
            owner->processes.append(reader.read(proc, folder, *mark));
        owners.append(owner);
        ::close(folder);
    }
    ::close(proc);
    measure("first look-up", owners);
    for (const pid_t pid : pids) {
        ::kill(pid, SIGKILL);
        ::waitpid(pid, nullptr, 0);
    }
}

} // namespace

int main()
{
    measure("running listeners", listenersOwners());
    measureSystemPrograms();
    return 0;
}
