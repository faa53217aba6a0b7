// SPDX-License-Identifier: GPL-3.0-or-later
// Measures the window over crowds of real processes: how soon the first row stands there, how long
// the window ever leaves a key press unanswered, and how much memory the program takes.
//
//   tests/support/with-display build/dev/bin/bench-window
//       [--processes N --listeners N] [--seconds N] [--ticks N]
//
// Without a size: 50, 5,000 and 20,000 listeners. As root the crowd lives in a network namespace of
// its own. Memory is that of the real program after `--seconds`; everything else is measured in a
// program of the same parts, started anew, which has a watchdog beside the window.
#include "crowd.h"
#include "window_probe.h"

#include <QByteArray>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>

#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>

extern char **environ;

using namespace portolan;
using namespace portolan::bench;

namespace {

struct Plan
{
    QList<Size> sizes { { 50, 50, 0 }, { 250, 5000, 0 }, { 1000, 20000, 0 } };
    int seconds = 60;
    int ticks = 60;
};

constexpr int churned = 200;

pid_t start(const QByteArray &program, QByteArrayList arguments)
{
    arguments.prepend(program);
    std::vector<char *> pointers;
    for (QByteArray &argument : arguments)
        pointers.push_back(argument.data());
    pointers.push_back(nullptr);
    pid_t pid = 0;
    if (::posix_spawn(&pid, program.constData(), nullptr, nullptr, pointers.data(), environ) != 0) {
        std::fprintf(stderr, "%s could not be started\n", program.constData());
        std::exit(1);
    }
    return pid;
}

/// The number behind `name:` in kB; -1 when it is not there.
long kilobytes(const QString &fileName, const QByteArray &name)
{
    QFile file(fileName);
    if (!file.open(QIODevice::ReadOnly))
        return -1;
    for (const QByteArray &line : file.readAll().split('\n')) {
        if (line.startsWith(name + ':'))
            return line.mid(name.size() + 1).simplified().split(' ').first().toLong();
    }
    return -1;
}

/// User and system time of a process so far, in seconds.
double processorTime(pid_t pid)
{
    QFile file(QStringLiteral("/proc/%1/stat").arg(pid));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    const QByteArray line = file.readAll();
    const QByteArrayList fields = line.mid(line.lastIndexOf(')') + 2).split(' ');
    return static_cast<double>(fields.value(11).toLong() + fields.value(12).toLong())
        / static_cast<double>(::sysconf(_SC_CLK_TCK));
}

void measureMemory(const QByteArray &folder, int seconds)
{
    const pid_t pid = start(folder + "/portolan", {});
    ::sleep(static_cast<unsigned>(seconds) / 2);
    const double before = processorTime(pid);
    ::sleep(static_cast<unsigned>(seconds) / 2);
    const QString status = QStringLiteral("/proc/%1/status").arg(pid);
    std::printf("  memory after %d s   %.1f MB resident (its own %.1f, files %.1f), most %.1f, Pss %.1f\n", seconds,
                double(kilobytes(status, "VmRSS")) / 1000, double(kilobytes(status, "RssAnon")) / 1000,
                double(kilobytes(status, "RssFile")) / 1000, double(kilobytes(status, "VmHWM")) / 1000,
                double(kilobytes(QStringLiteral("/proc/%1/smaps_rollup").arg(pid), "Pss")) / 1000);
    std::printf("  processor, at rest  %.1f %%\n", 100 * (processorTime(pid) - before) / (seconds / 2));
    std::fflush(stdout);
    ::kill(pid, SIGTERM);
    ::waitpid(pid, nullptr, 0);
}

int measure(const Plan &plan, const QByteArray &self)
{
    const QByteArray folder = QFileInfo(QFile::decodeName(self)).path().toUtf8();
    int result = 0;
    for (const Size &size : plan.sizes) {
        std::printf("%d listeners in %d processes\n", size.listeners, size.processes);
        std::fflush(stdout);
        const Crowd crowd(size);
        if (plan.seconds > 0)
            measureMemory(folder, plan.seconds);
        const Churner churner(std::min(churned, size.listeners));
        const pid_t pid = start(self, { "--window", QByteArray::number(plan.ticks), QByteArray::number(churner.commands()),
                                        QByteArray::number(seconds(CLOCK_MONOTONIC), 'f', 6) });
        int status = 0;
        ::waitpid(pid, &status, 0);
        if (!WIFEXITED(status) || WEXITSTATUS(status) != 0)
            result = 1;
    }
    return result;
}

Plan planOf(int argc, char **argv)
{
    Plan plan;
    Size size;
    for (int i = 1; i < argc; i += 2) {
        const int value = i + 1 < argc ? std::atoi(argv[i + 1]) : -1;
        int *target = std::strcmp(argv[i], "--processes") == 0 ? &size.processes
            : std::strcmp(argv[i], "--listeners") == 0         ? &size.listeners
            : std::strcmp(argv[i], "--seconds") == 0           ? &plan.seconds
            : std::strcmp(argv[i], "--ticks") == 0             ? &plan.ticks
                                                               : nullptr;
        if (target == nullptr || value < 0) {
            std::fprintf(stderr, "usage: bench-window [--processes N --listeners N] [--seconds N] [--ticks N]\n");
            std::exit(2);
        }
        *target = value;
    }
    if (size.processes > 0 && size.listeners > 0)
        plan.sizes = { size };
    return plan;
}

} // namespace

int main(int argc, char **argv)
{
    if (argc == 5 && std::strcmp(argv[1], "--window") == 0)
        return probeWindow(argc, argv, { std::atoi(argv[2]), std::atoi(argv[3]), std::atof(argv[4]) });
    const Plan plan = planOf(argc, argv);
    QTemporaryDir home;
    for (const char *name : { "HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME",
                              "XDG_RUNTIME_DIR" })
        qputenv(name, QFile::encodeName(home.path()));
    leaveTheMachinesNetwork();
    return measure(plan, QFile::encodeName(QFileInfo(QStringLiteral("/proc/self/exe")).symLinkTarget()));
}
