// SPDX-License-Identifier: GPL-3.0-or-later
// Processes that come and go with listening sockets, and a record of who held which.
//
//   churn-fixture RECORD COUNT [CGROUP]
//
//   RECORD  a file of churn_record.h's layout, zeroed and large enough; every process writes into it
//           which socket it holds, before it lets go of it or ends
//   COUNT   processes to start, a dozen at a time, each living for as long as a few samples take
//   CGROUP  a folder in the control group tree: every fourth process gets a group of its own there
//
// They open a socket and end, leave it to children, execute another program, change their user, or
// pass it to another process and end.
#include "churn_record.h"

#include <fcntl.h>
#include <netinet/in.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>

using portolan::test::ChurnRecord;
using portolan::test::churnCapacity;

namespace {

constexpr std::uint32_t alive = 12;
constexpr uid_t otherUser = 65534;

ChurnRecord *record = nullptr;

[[noreturn]] void fail(const char *what)
{
    std::perror(what);
    std::_Exit(1);
}

void pause(long microseconds)
{
    const timespec time { 0, microseconds * 1000L };
    ::nanosleep(&time, nullptr);
}

/// Lives on for that many samples, and into the middle of another: on a busy machine everything is
/// slower, but the same happens.
void live(int samples)
{
    const std::uint32_t end = record->samples + static_cast<std::uint32_t>(samples);
    for (std::uint32_t taken = record->samples; taken < end && !record->over; taken = record->samples)
        record->waitForSample(taken);
    pause(::getpid() % 16 * 100);
}

/// Field 22 of /proc/self/stat, proc(5).
std::uint64_t startTicks()
{
    std::array<char, 1024> line {};
    const int file = ::open("/proc/self/stat", O_RDONLY | O_CLOEXEC);
    const ssize_t length = ::read(file, line.data(), line.size() - 1);
    ::close(file);
    const char *field = length > 0 ? std::strrchr(line.data(), ')') : nullptr;
    for (int number = 2; field != nullptr && number < 22; ++number)
        field = std::strchr(field + 1, ' ');
    return field != nullptr ? std::strtoull(field + 1, nullptr, 10) : 0;
}

pid_t startProcess()
{
    ++record->running;
    const pid_t pid = ::fork();
    if (pid < 0)
        fail("fork");
    return pid;
}

void holds(int descriptor)
{
    struct stat status
    {
    };
    if (::fstat(descriptor, &status) != 0)
        fail("fstat");
    const std::uint32_t place = record->used.fetch_add(1);
    if (place >= churnCapacity)
        std::_Exit(1);
    record->entries[place] = { status.st_ino, startTicks(), ::getpid() };
    record->written.fetch_add(1);
}

int openListener(bool tcp)
{
    const int descriptor = ::socket(AF_INET, tcp ? SOCK_STREAM : SOCK_DGRAM, 0);
    if (descriptor < 0)
        fail("socket");
    // Nobody can see it before it is bound.
    holds(descriptor);
    sockaddr_in address {};
    address.sin_family = AF_INET;
    if (::bind(descriptor, reinterpret_cast<sockaddr *>(&address), sizeof address) != 0
        || (tcp && ::listen(descriptor, 1) != 0))
        fail("bind");
    return descriptor;
}

void leaveToChildren(int descriptor, int samples)
{
    for (int i = 0; i < 2; ++i) {
        if (startProcess() == 0) {
            holds(descriptor);
            live(samples + i);
            std::_Exit(0);
        }
    }
}

void passOn(int samples)
{
    std::array<int, 2> ends {};
    if (::socketpair(AF_UNIX, SOCK_STREAM, 0, ends.data()) != 0)
        fail("socketpair");
    const pid_t receiver = startProcess();
    const int channel = ends[receiver == 0 ? 0 : 1];
    ::close(ends[receiver == 0 ? 1 : 0]);
    char byte = 'x';
    iovec data { &byte, 1 };
    alignas(cmsghdr) std::array<char, CMSG_SPACE(sizeof(int))> control {};
    msghdr message {};
    message.msg_iov = &data;
    message.msg_iovlen = 1;
    message.msg_control = control.data();
    message.msg_controllen = control.size();
    if (receiver == 0) {
        if (::recvmsg(channel, &message, 0) != 1 || CMSG_FIRSTHDR(&message) == nullptr)
            std::_Exit(1);
        int descriptor = -1;
        std::memcpy(&descriptor, CMSG_DATA(CMSG_FIRSTHDR(&message)), sizeof descriptor);
        holds(descriptor);
        live(samples);
        std::_Exit(0);
    }
    const int descriptor = openListener(true);
    live(samples / 2);
    cmsghdr *header = CMSG_FIRSTHDR(&message);
    header->cmsg_level = SOL_SOCKET;
    header->cmsg_type = SCM_RIGHTS;
    header->cmsg_len = CMSG_LEN(sizeof(int));
    std::memcpy(CMSG_DATA(header), &descriptor, sizeof descriptor);
    if (::sendmsg(channel, &message, 0) != 1)
        fail("sendmsg");
}

[[noreturn]] void liveOnce(int number)
{
    const int samples = 1 + number / 6 % 3;
    switch (number % 6) {
    case 0:
        openListener(true);
        live(samples);
        break;
    case 1:
        leaveToChildren(openListener(true), samples);
        break;
    case 2: {
        const int descriptor = openListener(false);
        live(samples);
        ::fcntl(descriptor, F_SETFD, 0);
        ::execlp("sleep", "sleep", "0.05", static_cast<char *>(nullptr));
        fail("sleep");
    }
    case 3:
        openListener(true);
        live(samples);
        if (::setuid(otherUser) != 0)
            fail("setuid");
        live(samples);
        break;
    case 4:
        passOn(samples);
        break;
    default:
        openListener(false);
        break;
    }
    std::_Exit(0);
}

void enterGroup(const std::string &group)
{
    const int file = ::open((group + "/cgroup.procs").c_str(), O_WRONLY | O_CLOEXEC);
    if (file < 0 || ::write(file, "0", 1) != 1)
        fail("cgroup.procs");
    ::close(file);
}

} // namespace

int main(int argc, char **argv)
{
    if (argc < 3)
        return 2;
    const int file = ::open(argv[1], O_RDWR | O_CLOEXEC);
    void *memory = ::mmap(nullptr, sizeof(ChurnRecord), PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
    if (file < 0 || memory == MAP_FAILED)
        fail(argv[1]);
    record = static_cast<ChurnRecord *>(memory);
    const int count = std::atoi(argv[2]);
    const std::string groups = argc > 3 ? argv[3] : "";
    // Orphans come back here.
    ::prctl(PR_SET_CHILD_SUBREAPER, 1);
    for (int number = 0; number < count; ++number) {
        while (record->running >= alive && ::waitpid(-1, nullptr, 0) > 0)
            --record->running;
        const std::string group = !groups.empty() && number % 4 == 0 ? groups + "/" + std::to_string(number) + ".service" : "";
        if (!group.empty())
            ::mkdir(group.c_str(), 0755);
        if (startProcess() == 0) {
            if (!group.empty())
                enterGroup(group);
            liveOnce(number);
        }
        record->started.store(std::uint32_t(number) + 1);
        // Gone as soon as nobody is in it.
        for (int old = number - 200; !groups.empty() && old >= 0 && old % 4 == 0; old = -1)
            ::rmdir((groups + "/" + std::to_string(old) + ".service").c_str());
    }
    while (::waitpid(-1, nullptr, 0) > 0 || errno == EINTR) { }
    for (int number = 0; !groups.empty() && number < count; number += 4)
        ::rmdir((groups + "/" + std::to_string(number) + ".service").c_str());
    return 0;
}
