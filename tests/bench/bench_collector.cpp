// SPDX-License-Identifier: GPL-3.0-or-later
// Compares the first picture of the collector with `ss -tulnp` on a crowd of real processes, and
// measures what an idle tick costs.
//
//   bench-collector [--processes N] [--listeners N] [--descriptors N] [--pairs N]
//
// As root the crowd lives in a network namespace of its own.
#include "crowd.h"
#include "platform/platform.h"

#include <QList>

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <numeric>

extern char **environ;

using namespace portolan;
using namespace portolan::bench;

namespace {

double timeSs()
{
    const double start = seconds(CLOCK_MONOTONIC);
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
    std::array<char, 3> name { "ss" };
    std::array<char, 8> options { "-tulnp" };
    std::array<char *, 3> arguments { name.data(), options.data(), nullptr };
    pid_t pid = 0;
    if (::posix_spawnp(&pid, "ss", &actions, nullptr, arguments.data(), environ) != 0) {
        std::fprintf(stderr, "ss (iproute2) is not installed\n");
        std::exit(1);
    }
    int status = 0;
    ::waitpid(pid, &status, 0);
    posix_spawn_file_actions_destroy(&actions);
    return seconds(CLOCK_MONOTONIC) - start;
}

struct Tick
{
    qsizetype sockets = 0;
    qsizetype observed = 0;
};

Tick tick(SocketSource &sockets, ProcessSource &processes)
{
    const SocketSample sample = sockets.sample();
    const OwnerSample owners = processes.owners(sample.sockets);
    return { sample.sockets.size(), std::ranges::count_if(owners.owners, [](const OwnerPtr &owner) {
                 return owner->attribution == Attribution::Observed;
             }) };
}

double median(QList<double> values)
{
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

void compareFirst(const Size &size, int pairs)
{
    const Crowd crowd(size);
    QList<double> ours;
    QList<double> theirs;
    Tick seen;
    for (int i = 0; i < pairs; ++i) {
        const double start = seconds(CLOCK_MONOTONIC);
        const auto sockets = platform::makeSocketSource();
        const auto processes = platform::makeProcessSource();
        seen = tick(*sockets, *processes);
        ours.append(seconds(CLOCK_MONOTONIC) - start);
        theirs.append(timeSs());
    }
    std::printf("first picture: %d processes, %d listeners, %d descriptors\n", size.processes, size.listeners,
                size.descriptors);
    std::printf("  seen               %lld sockets, %lld with their owner\n", static_cast<long long>(seen.sockets),
                static_cast<long long>(seen.observed));
    std::printf("  collector          %.3f s (median of %d)\n", median(ours), pairs);
    std::printf("  ss -tulnp          %.3f s\n", median(theirs));
    std::printf("  ratio              %.2f\n", median(ours) / median(theirs));
    std::fflush(stdout);
}

void measureIdle(const Size &size)
{
    const Crowd crowd(size);
    const auto sockets = platform::makeSocketSource();
    const auto processes = platform::makeProcessSource();
    const Tick seen = tick(*sockets, *processes);
    constexpr int batches = 10;
    constexpr int ticks = 30;
    QList<double> costs;
    for (int batch = 0; batch < batches; ++batch) {
        const double start = seconds(CLOCK_PROCESS_CPUTIME_ID);
        for (int i = 0; i < ticks; ++i)
            tick(*sockets, *processes);
        costs.append((seconds(CLOCK_PROCESS_CPUTIME_ID) - start) / ticks * 1000);
    }
    // Whatever else runs takes the caches away and only ever makes it dearer.
    std::printf("idle tick: %d processes, %lld listeners\n", size.processes, static_cast<long long>(seen.sockets));
    std::printf("  CPU                %.3f ms (mean of %d), %.3f ms in the quietest %d\n",
                std::accumulate(costs.begin(), costs.end(), 0.0) / batches, batches * ticks, *std::ranges::min_element(costs),
                ticks);
}

} // namespace

int main(int argc, char **argv)
{
    Size size { 1000, 20000, 75000 };
    int pairs = 9;
    for (int i = 1; i < argc; i += 2) {
        const int value = i + 1 < argc ? std::atoi(argv[i + 1]) : 0;
        int *target = std::strcmp(argv[i], "--processes") == 0 ? &size.processes
            : std::strcmp(argv[i], "--listeners") == 0         ? &size.listeners
            : std::strcmp(argv[i], "--descriptors") == 0       ? &size.descriptors
            : std::strcmp(argv[i], "--pairs") == 0             ? &pairs
                                                               : nullptr;
        if (target == nullptr || value <= 0) {
            std::fprintf(stderr, "usage: bench-collector [--processes N] [--listeners N] [--descriptors N] [--pairs N]\n");
            return 2;
        }
        *target = value;
    }
    leaveTheMachinesNetwork();
    compareFirst(size, pairs);
    measureIdle({ 300, 50, 6000 });
    return 0;
}
