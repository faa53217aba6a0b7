// SPDX-License-Identifier: GPL-3.0-or-later
// Compares reading the connections of one listener with `ss -tnH sport = :PORT`, where it has many
// and as many others are elsewhere.
//
//   bench-connections [--to N] [--elsewhere N] [--pairs N]
//
// As root everything happens in a network namespace of its own. Both ends of every connection are held
// by children.
#include "crowd.h"
#include "net/socket_table.h"
#include "platform/platform.h"

#include <QList>

#include <arpa/inet.h>
#include <fcntl.h>
#include <net/if.h>
#include <netinet/in.h>
#include <spawn.h>
#include <sys/ioctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>
#include <vector>

extern char **environ;

using namespace portolan;
using namespace portolan::bench;

namespace {

/// Needs few enough descriptors for any user.
constexpr int perProcess = 2000;
/// One address has ports for less than 30,000 connections to the same port.
constexpr int perAddress = 500;
constexpr int listed = 1000; // as the monitor asks for

int checked(int result, const char *what)
{
    if (result < 0) {
        std::perror(what);
        std::_Exit(1);
    }
    return result;
}

void raiseLoopback()
{
    const int descriptor = checked(::socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0), "socket");
    ifreq request {};
    std::strcpy(request.ifr_name, "lo");
    request.ifr_flags = IFF_UP | IFF_RUNNING;
    if (::ioctl(descriptor, SIOCSIFFLAGS, &request) != 0)
        std::perror("lo");
    ::close(descriptor);
}

sockaddr_in loopback(quint32 host, quint16 port)
{
    sockaddr_in address {};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(0x7f000000 + host);
    address.sin_port = htons(port);
    return address;
}

struct Listening
{
    int descriptor;
    quint16 port;
};

Listening listenAnywhere()
{
    const int descriptor = checked(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0), "socket");
    sockaddr_in address = loopback(1, 0);
    checked(::bind(descriptor, reinterpret_cast<sockaddr *>(&address), sizeof address), "bind");
    checked(::listen(descriptor, 4096), "listen");
    socklen_t length = sizeof address;
    checked(::getsockname(descriptor, reinterpret_cast<sockaddr *>(&address), &length), "getsockname");
    return { descriptor, ntohs(address.sin_port) };
}

/// Opens both ends of `count` connections, the first of them from the `first`th client address.
void connectMany(const Listening &to, int count, int first)
{
    for (int i = 0; i < count; ++i) {
        const int client = checked(::socket(AF_INET, SOCK_STREAM, 0), "socket");
        const int yes = 1;
        ::setsockopt(client, IPPROTO_IP, IP_BIND_ADDRESS_NO_PORT, &yes, sizeof yes);
        const sockaddr_in from = loopback(quint32(0x10000 + first + i / perAddress), 0);
        const sockaddr_in target = loopback(1, to.port);
        checked(::bind(client, reinterpret_cast<const sockaddr *>(&from), sizeof from), "bind");
        checked(::connect(client, reinterpret_cast<const sockaddr *>(&target), sizeof target), "connect");
        checked(::accept(to.descriptor, nullptr, nullptr), "accept");
    }
}

/// Processes that hold the connections until the object goes.
class Holders
{
public:
    Holders(const Listening &to, int count)
    {
        std::array<int, 2> ready {};
        if (::pipe2(m_hold.data(), O_CLOEXEC) != 0 || ::pipe2(ready.data(), O_CLOEXEC) != 0)
            std::abort();
        for (int made = 0; made < count; made += perProcess) {
            const int share = std::min(perProcess, count - made);
            const pid_t pid = checked(::fork(), "fork");
            if (pid == 0)
                hold(to, share, made / perAddress, ready[1]);
            m_pids.push_back(pid);
            // One after the other: they accept from the same listener.
            ::close(std::exchange(ready[1], -1));
            char byte = 0;
            if (::read(ready[0], &byte, 1) != 1)
                std::exit(1);
            ::close(ready[0]);
            if (::pipe2(ready.data(), O_CLOEXEC) != 0)
                std::abort();
        }
        ::close(ready[0]);
        ::close(ready[1]);
    }
    ~Holders()
    {
        ::close(m_hold[1]);
        ::close(m_hold[0]);
        for (const pid_t pid : m_pids)
            ::waitpid(pid, nullptr, 0);
    }
    Holders(const Holders &) = delete;
    Holders &operator=(const Holders &) = delete;

private:
    [[noreturn]] void hold(const Listening &to, int count, int first, int ready)
    {
        ::close(m_hold[1]);
        rlimit limit {};
        ::getrlimit(RLIMIT_NOFILE, &limit);
        limit.rlim_cur = std::min<rlim_t>(rlim_t(2 * count + 64), limit.rlim_max);
        checked(::setrlimit(RLIMIT_NOFILE, &limit), "descriptors");
        connectMany(to, count, first);
        char byte = 'r';
        if (::write(ready, &byte, 1) != 1)
            std::_Exit(1);
        while (::read(m_hold[0], &byte, 1) > 0) { }
        std::_Exit(0);
    }

    std::array<int, 2> m_hold {};
    std::vector<pid_t> m_pids;
};

struct Cost
{
    double clock = 0;
    double processor = 0;
};

Cost costOfSs(quint16 port)
{
    const double start = seconds(CLOCK_MONOTONIC);
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
    std::vector<std::string> words { "ss", "-tnH", "sport", "=", ":" + std::to_string(port) };
    std::vector<char *> arguments;
    for (std::string &word : words)
        arguments.push_back(word.data());
    arguments.push_back(nullptr);
    pid_t pid = 0;
    if (::posix_spawnp(&pid, "ss", &actions, nullptr, arguments.data(), environ) != 0) {
        std::fprintf(stderr, "ss (iproute2) is not installed\n");
        std::exit(1);
    }
    int status = 0;
    rusage usage {};
    ::wait4(pid, &status, 0, &usage);
    posix_spawn_file_actions_destroy(&actions);
    const auto time = [](const timeval &value) { return double(value.tv_sec) + double(value.tv_usec) / 1e6; };
    return { seconds(CLOCK_MONOTONIC) - start, time(usage.ru_utime) + time(usage.ru_stime) };
}

Cost costOfSource(ConnectionSource &source, const Listener &listener, ConnectionSample &sample)
{
    const double start = seconds(CLOCK_MONOTONIC);
    const double processor = seconds(CLOCK_PROCESS_CPUTIME_ID);
    sample = source.connections(listener, listed);
    return { seconds(CLOCK_MONOTONIC) - start, seconds(CLOCK_PROCESS_CPUTIME_ID) - processor };
}

double median(const QList<Cost> &costs, double Cost::*what)
{
    std::vector<double> values;
    for (const Cost &cost : costs)
        values.push_back(cost.*what);
    std::ranges::sort(values);
    return values[values.size() / 2];
}

void compare(const Listening &to, int pairs)
{
    Listener listener;
    listener.key.port = to.port;
    listener.endpoints = { { *IpAddress::parse(QStringLiteral("127.0.0.1")), false, QString(), QString() } };
    listener.tables = SocketTable::Tcp4;
    listener.owner = std::make_shared<Owner>();
    const auto source = platform::makeConnectionSource();
    QList<Cost> ours;
    QList<Cost> theirs;
    ConnectionSample sample;
    for (int i = 0; i < pairs; ++i) {
        ours.append(costOfSource(*source, listener, sample));
        theirs.append(costOfSs(to.port));
    }
    std::printf("  seen               %d connections from %d addresses, %lld listed\n", sample.toListener,
                sample.remoteAddresses, static_cast<long long>(sample.connections.size()));
    std::printf("  sample             %.1f ms, processor %.1f ms (medians of %d)\n", median(ours, &Cost::clock) * 1000,
                median(ours, &Cost::processor) * 1000, pairs);
    std::printf("  ss -tnH sport      %.1f ms, processor %.1f ms\n", median(theirs, &Cost::clock) * 1000,
                median(theirs, &Cost::processor) * 1000);
    std::printf("  ratio              %.2f, processor %.2f\n", median(ours, &Cost::clock) / median(theirs, &Cost::clock),
                median(ours, &Cost::processor) / median(theirs, &Cost::processor));
    std::fflush(stdout);
}

} // namespace

int main(int argc, char **argv)
{
    int to = 50000;
    int elsewhere = 50000;
    int pairs = 9;
    for (int i = 1; i < argc; i += 2) {
        const int value = i + 1 < argc ? std::atoi(argv[i + 1]) : 0;
        int *target = std::strcmp(argv[i], "--to") == 0 ? &to
            : std::strcmp(argv[i], "--elsewhere") == 0  ? &elsewhere
            : std::strcmp(argv[i], "--pairs") == 0      ? &pairs
                                                        : nullptr;
        if (target == nullptr || value <= 0) {
            std::fprintf(stderr, "usage: bench-connections [--to N] [--elsewhere N] [--pairs N]\n");
            return 2;
        }
        *target = value;
    }
    leaveTheMachinesNetwork();
    raiseLoopback();
    const Listening busy = listenAnywhere();
    const Listening quiet = listenAnywhere();
    const Listening other = listenAnywhere();
    const Holders toBusy(busy, to);
    const Holders toOther(other, elsewhere);
    std::printf("a listener with %d connections, %d elsewhere\n", to, elsewhere);
    compare(busy, pairs);
    std::printf("a listener without connections beside them\n");
    compare(quiet, pairs);
    return 0;
}
