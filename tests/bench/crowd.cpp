// SPDX-License-Identifier: GPL-3.0-or-later
#include "crowd.h"

#include <fcntl.h>
#include <netinet/in.h>
#include <sched.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>

namespace portolan::bench {

namespace {

/// Every fourth is UDP. Ports are the kernel's choice. -1 when it fails.
int openListener(int number)
{
    const bool tcp = number % 4 != 3;
    const int descriptor = ::socket(AF_INET, tcp ? SOCK_STREAM : SOCK_DGRAM, 0);
    sockaddr_in address {};
    address.sin_family = AF_INET;
    if (descriptor < 0 || ::bind(descriptor, reinterpret_cast<sockaddr *>(&address), sizeof address) != 0
        || (tcp && ::listen(descriptor, 1) != 0))
        return -1;
    return descriptor;
}

void allowDescriptors(int count)
{
    rlimit limit {};
    ::getrlimit(RLIMIT_NOFILE, &limit);
    const rlim_t wanted = static_cast<rlim_t>(count) + 64;
    if (limit.rlim_cur >= wanted)
        return;
    limit.rlim_cur = wanted;
    limit.rlim_max = std::max(limit.rlim_max, wanted);
    ::setrlimit(RLIMIT_NOFILE, &limit);
}

void waitUntilReady(int ready, int processes)
{
    for (int i = 0; i < processes; ++i) {
        char byte = 0;
        if (::read(ready, &byte, 1) != 1 || byte != 'r') {
            std::fprintf(stderr, "a process of the crowd could not open its sockets\n");
            std::exit(1);
        }
    }
}

pid_t forkOrExit()
{
    const pid_t pid = ::fork();
    if (pid < 0) {
        std::perror("fork");
        std::exit(1);
    }
    return pid;
}

} // namespace

Crowd::Crowd(const Size &size)
{
    std::array<int, 2> ready {};
    if (::pipe2(m_hold.data(), O_CLOEXEC) != 0 || ::pipe2(ready.data(), O_CLOEXEC) != 0)
        std::abort();
    for (int i = 0; i < size.processes; ++i) {
        const auto share = [i, &size](int total) {
            return static_cast<int>(std::int64_t(total) * (i + 1) / size.processes
                                    - std::int64_t(total) * i / size.processes);
        };
        const int listeners = share(size.listeners);
        const int others = share(size.descriptors) - listeners - 6;
        const pid_t pid = forkOrExit();
        if (pid == 0)
            live(listeners, others, ready[1]);
        m_pids.push_back(pid);
    }
    waitUntilReady(ready[0], size.processes);
    ::close(ready[0]);
    ::close(ready[1]);
}

Crowd::~Crowd()
{
    ::close(m_hold[1]);
    ::close(m_hold[0]);
    for (const pid_t pid : m_pids)
        ::waitpid(pid, nullptr, 0);
}

void Crowd::live(int listeners, int others, int ready)
{
    ::close(m_hold[1]);
    allowDescriptors(listeners + std::max(0, others));
    char state = 'r';
    for (int i = 0; i < listeners; ++i) {
        if (openListener(i) < 0)
            state = 'f';
    }
    for (int i = 0; i < others; ++i) {
        if (::open("/dev/null", O_RDONLY) < 0)
            state = 'f';
    }
    if (::write(ready, &state, 1) != 1)
        std::_Exit(1);
    char byte = 0;
    while (::read(m_hold[0], &byte, 1) > 0) { }
    std::_Exit(0);
}

Churner::Churner(int listeners)
{
    std::array<int, 2> ready {};
    if (::pipe(m_commands.data()) != 0 || ::pipe2(ready.data(), O_CLOEXEC) != 0)
        std::abort();
    ::fcntl(m_commands[0], F_SETFD, FD_CLOEXEC);
    m_pid = forkOrExit();
    if (m_pid == 0)
        live(listeners, ready[1]);
    waitUntilReady(ready[0], 1);
    ::close(ready[0]);
    ::close(ready[1]);
}

Churner::~Churner()
{
    ::close(m_commands[1]);
    ::close(m_commands[0]);
    ::waitpid(m_pid, nullptr, 0);
}

void Churner::live(int listeners, int ready)
{
    ::close(m_commands[1]);
    allowDescriptors(2 * listeners);
    std::vector<int> open;
    char state = 'r';
    for (int i = 0; i < listeners; ++i) {
        open.push_back(openListener(i));
        if (open.back() < 0)
            state = 'f';
    }
    if (::write(ready, &state, 1) != 1)
        std::_Exit(1);
    char byte = 0;
    while (::read(m_commands[0], &byte, 1) > 0) {
        std::vector<int> others;
        for (int i = 0; i < listeners; ++i)
            others.push_back(openListener(i));
        for (const int descriptor : open)
            ::close(descriptor);
        open = std::move(others);
    }
    std::_Exit(0);
}

void leaveTheMachinesNetwork()
{
    if (::geteuid() == 0 && ::unshare(CLONE_NEWNET) != 0)
        std::perror("no network namespace of its own");
}

double seconds(clockid_t clock)
{
    timespec time {};
    ::clock_gettime(clock, &time);
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) / 1e9;
}

} // namespace portolan::bench
