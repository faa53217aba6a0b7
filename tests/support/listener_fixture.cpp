// SPDX-License-Identifier: GPL-3.0-or-later
// Opens the sockets its arguments name, tells which, and keeps them until standard input closes.
//
//   listener-fixture [options] SOCKET...
//
//   SOCKET         tcp4:ADDRESS:PORT  udp4:ADDRESS:PORT  tcp6:[ADDRESS%INTERFACE]:PORT  udp6:...
//                  Port 0 lets the kernel choose. tcp6/udp6 accept IPv4 too where the address
//                  allows; tcp6only/udp6only set IPV6_V6ONLY. A v4-mapped address ([::ffff:...])
//                  is bound as such.
//   --fork N       N children hold the sockets as well
//   --forkdrop N   N children hold them, this process closes its own
//   --reuseport N  every SOCKET is opened N times with SO_REUSEPORT
//   --pass         hands the sockets over SCM_RIGHTS to a child that was started before they were
//                  made and keeps them too
//   --threads N    N threads run besides (they are no processes)
//   --leaderexits  the first thread ends, another keeps the sockets
//   --name TEXT    changes the process's name; \xHH stands for one byte
//   --connect      connects once to the first TCP socket and keeps both ends
//   --ignoreterm   ignores SIGTERM
//   --device NAME  SO_BINDTODEVICE
//   --user UID     opens the sockets as this user
//   --dropto UID   becomes this user after they are open
//   --workeruser UID  the children of --fork and --forkdrop become this user
//   --execnext PROGRAM  becomes PROGRAM, with the sockets open, when a line is written to it
//   --             what follows is not read
//
// When everything is open one JSON line is written:
//   {"pid": 1, "children": [2], "sockets": [{"transport": "tcp", "family": 4, "port": 3155, "inode": 99}]}
#include <arpa/inet.h>
#include <net/if.h>
#include <netinet/in.h>
#include <pthread.h>
#include <signal.h>
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
#include <vector>

namespace {

struct Opened
{
    std::string transport;
    int family = 4;
    int descriptor = -1;
    int port = 0;
    unsigned long inode = 0;
};

[[noreturn]] void fail(const std::string &what)
{
    std::fprintf(stderr, "listener-fixture: %s: %s\n", what.c_str(), std::strerror(errno));
    std::exit(1);
}

[[noreturn]] void wrongUsage(const std::string &what)
{
    std::fprintf(stderr, "listener-fixture: %s\n", what.c_str());
    std::exit(2);
}

void setOption(int descriptor, int level, int option, int value)
{
    if (::setsockopt(descriptor, level, option, &value, sizeof value) != 0)
        fail("setsockopt");
}

struct Request
{
    bool tcp = true;
    bool six = false;
    bool sixOnly = false;
    sockaddr_storage address {};
    socklen_t length = 0;
};

Request parse(const std::string &text)
{
    Request request;
    const size_t colon = text.find(':');
    const std::string kind = text.substr(0, colon);
    if (colon == std::string::npos || kind.size() < 4)
        wrongUsage("not a socket: " + text);
    request.tcp = kind.starts_with("tcp");
    request.six = kind[3] == '6';
    request.sixOnly = kind.ends_with("only");
    const size_t portColon = text.rfind(':');
    std::string host = text.substr(colon + 1, portColon - colon - 1);
    const auto port = htons(static_cast<in_port_t>(std::stoi(text.substr(portColon + 1))));
    if (!request.six) {
        auto *address = reinterpret_cast<sockaddr_in *>(&request.address);
        address->sin_family = AF_INET;
        address->sin_port = port;
        request.length = sizeof *address;
        if (::inet_pton(AF_INET, host.c_str(), &address->sin_addr) != 1)
            wrongUsage("not an IPv4 address: " + host);
        return request;
    }
    if (host.size() >= 2 && host.front() == '[' && host.back() == ']')
        host = host.substr(1, host.size() - 2);
    auto *address = reinterpret_cast<sockaddr_in6 *>(&request.address);
    if (const size_t percent = host.find('%'); percent != std::string::npos) {
        address->sin6_scope_id = ::if_nametoindex(host.substr(percent + 1).c_str());
        if (address->sin6_scope_id == 0)
            fail("interface " + host.substr(percent + 1));
        host.resize(percent);
    }
    address->sin6_family = AF_INET6;
    address->sin6_port = port;
    request.length = sizeof *address;
    if (::inet_pton(AF_INET6, host.c_str(), &address->sin6_addr) != 1)
        wrongUsage("not an IPv6 address: " + host);
    return request;
}

Opened open(Request request, bool reusePort, int fixedPort, const std::string &device)
{
    Opened opened;
    opened.transport = request.tcp ? "tcp" : "udp";
    opened.family = request.six ? 6 : 4;
    opened.descriptor = ::socket(request.six ? AF_INET6 : AF_INET, request.tcp ? SOCK_STREAM : SOCK_DGRAM, 0);
    if (opened.descriptor < 0)
        fail("socket");
    if (request.tcp)
        setOption(opened.descriptor, SOL_SOCKET, SO_REUSEADDR, 1);
    if (reusePort)
        setOption(opened.descriptor, SOL_SOCKET, SO_REUSEPORT, 1);
    if (request.six)
        setOption(opened.descriptor, IPPROTO_IPV6, IPV6_V6ONLY, request.sixOnly ? 1 : 0);
    if (!device.empty()
        && ::setsockopt(opened.descriptor, SOL_SOCKET, SO_BINDTODEVICE, device.c_str(), socklen_t(device.size())) != 0)
        fail("SO_BINDTODEVICE");
    // The port stands at the same place in both families' addresses.
    auto *common = reinterpret_cast<sockaddr_in *>(&request.address);
    if (fixedPort != 0)
        common->sin_port = htons(static_cast<in_port_t>(fixedPort));
    auto *address = reinterpret_cast<sockaddr *>(&request.address);
    if (::bind(opened.descriptor, address, request.length) != 0)
        fail("bind");
    if (request.tcp && ::listen(opened.descriptor, 16) != 0)
        fail("listen");
    if (::getsockname(opened.descriptor, address, &request.length) != 0)
        fail("getsockname");
    opened.port = ntohs(common->sin_port);
    struct stat status
    {
    };
    if (::fstat(opened.descriptor, &status) != 0)
        fail("fstat");
    opened.inode = status.st_ino;
    return opened;
}

void waitForEnd()
{
    char byte = 0;
    ssize_t count = 0;
    do {
        count = ::read(STDIN_FILENO, &byte, 1);
    } while (count > 0 || (count < 0 && errno == EINTR));
}

void *pauseForever(void *)
{
    waitForEnd();
    std::_Exit(0);
}

void sendDescriptors(int channel, const std::vector<Opened> &sockets)
{
    for (const Opened &opened : sockets) {
        char byte = 'x';
        iovec data { &byte, 1 };
        alignas(cmsghdr) std::array<char, CMSG_SPACE(sizeof(int))> control {};
        msghdr message {};
        message.msg_iov = &data;
        message.msg_iovlen = 1;
        message.msg_control = control.data();
        message.msg_controllen = control.size();
        cmsghdr *header = CMSG_FIRSTHDR(&message);
        header->cmsg_level = SOL_SOCKET;
        header->cmsg_type = SCM_RIGHTS;
        header->cmsg_len = CMSG_LEN(sizeof(int));
        std::memcpy(CMSG_DATA(header), &opened.descriptor, sizeof(int));
        if (::sendmsg(channel, &message, 0) != 1)
            fail("sendmsg");
        if (::read(channel, &byte, 1) != 1)
            fail("the receiver ended");
    }
}

void receiveDescriptors(int channel)
{
    for (;;) {
        char byte = 0;
        iovec data { &byte, 1 };
        alignas(cmsghdr) std::array<char, CMSG_SPACE(sizeof(int))> control {};
        msghdr message {};
        message.msg_iov = &data;
        message.msg_iovlen = 1;
        message.msg_control = control.data();
        message.msg_controllen = control.size();
        // Ends when the sender closes its end; the descriptors stay open till then.
        if (::recvmsg(channel, &message, 0) <= 0)
            return;
        if (::write(channel, &byte, 1) != 1)
            return;
    }
}

void becomeUser(int uid)
{
    if (::setgid(gid_t(uid)) != 0 || ::setuid(uid_t(uid)) != 0)
        fail("setuid");
}

std::string unescaped(const std::string &text)
{
    std::string result;
    for (size_t i = 0; i < text.size(); ++i) {
        if (text.compare(i, 2, "\\x") == 0 && i + 3 < text.size()) {
            result += static_cast<char>(std::stoi(text.substr(i + 2, 2), nullptr, 16));
            i += 3;
        } else {
            result += text[i];
        }
    }
    return result;
}

} // namespace

int main(int argc, char **argv)
{
    std::vector<Request> requests;
    int forks = 0;
    bool dropsOwn = false;
    int copies = 1;
    bool reusePort = false;
    bool passes = false;
    int threads = 0;
    bool leaderExits = false;
    bool connects = false;
    std::string device;
    std::string next;
    int user = -1;
    int dropTo = -1;
    int workerUser = -1;
    for (int i = 1; i < argc; ++i) {
        const std::string argument = argv[i];
        const auto value = [&]() -> std::string {
            if (i + 1 >= argc)
                wrongUsage(argument + " needs a value");
            return argv[++i];
        };
        if (argument == "--")
            break;
        if (argument == "--fork" || argument == "--forkdrop") {
            dropsOwn = argument == "--forkdrop";
            forks = std::stoi(value());
        } else if (argument == "--reuseport") {
            reusePort = true;
            copies = std::stoi(value());
        } else if (argument == "--pass") {
            passes = true;
        } else if (argument == "--threads") {
            threads = std::stoi(value());
        } else if (argument == "--leaderexits") {
            leaderExits = true;
        } else if (argument == "--name") {
            ::prctl(PR_SET_NAME, unescaped(value()).c_str());
        } else if (argument == "--connect") {
            connects = true;
        } else if (argument == "--ignoreterm") {
            ::signal(SIGTERM, SIG_IGN);
        } else if (argument == "--device") {
            device = value();
        } else if (argument == "--user") {
            user = std::stoi(value());
        } else if (argument == "--dropto") {
            dropTo = std::stoi(value());
        } else if (argument == "--workeruser") {
            workerUser = std::stoi(value());
        } else if (argument == "--execnext") {
            next = value();
        } else if (argument.starts_with("--")) {
            wrongUsage("unknown option " + argument);
        } else {
            requests.push_back(parse(argument));
        }
    }

    std::vector<pid_t> children;
    int channel = -1;
    if (passes) {
        std::array<int, 2> ends {};
        if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0)
            fail("socketpair");
        const pid_t receiver = ::fork();
        if (receiver == 0) {
            ::close(ends[1]);
            receiveDescriptors(ends[0]);
            std::_Exit(0);
        }
        ::close(ends[0]);
        channel = ends[1];
        children.push_back(receiver);
    }

    if (user >= 0)
        becomeUser(user);
    std::vector<Opened> sockets;
    for (const Request &request : requests) {
        int port = 0;
        for (int copy = 0; copy < copies; ++copy) {
            sockets.push_back(open(request, reusePort, port, device));
            port = sockets.back().port;
        }
    }
    if (passes)
        sendDescriptors(channel, sockets);
    if (connects) {
        for (const Opened &opened : sockets) {
            if (opened.transport != "tcp")
                continue;
            sockaddr_storage address {};
            socklen_t length = sizeof address;
            ::getsockname(opened.descriptor, reinterpret_cast<sockaddr *>(&address), &length);
            const int client = ::socket(address.ss_family, SOCK_STREAM, 0);
            if (::connect(client, reinterpret_cast<sockaddr *>(&address), length) != 0)
                fail("connect");
            if (::accept(opened.descriptor, nullptr, nullptr) < 0)
                fail("accept");
            break;
        }
    }
    for (int i = 0; i < forks; ++i) {
        const pid_t child = ::fork();
        if (child == 0) {
            if (workerUser >= 0)
                becomeUser(workerUser);
            waitForEnd();
            std::_Exit(0);
        }
        children.push_back(child);
    }
    for (int i = 0; i < threads; ++i) {
        pthread_t thread {};
        if (::pthread_create(&thread, nullptr, pauseForever, nullptr) != 0)
            fail("pthread_create");
    }
    if (dropTo >= 0)
        becomeUser(dropTo);
    if (dropsOwn) {
        for (const Opened &opened : sockets)
            ::close(opened.descriptor);
    }

    std::printf("{\"pid\": %d, \"children\": [", ::getpid());
    for (size_t i = 0; i < children.size(); ++i)
        std::printf("%s%d", i == 0 ? "" : ", ", children[i]);
    std::printf("], \"sockets\": [");
    for (size_t i = 0; i < sockets.size(); ++i) {
        std::printf("%s{\"transport\": \"%s\", \"family\": %d, \"port\": %d, \"inode\": %lu}", i == 0 ? "" : ", ",
                    sockets[i].transport.c_str(), sockets[i].family, sockets[i].port, sockets[i].inode);
    }
    std::printf("]}\n");
    std::fflush(stdout);

    if (leaderExits) {
        pthread_t thread {};
        if (::pthread_create(&thread, nullptr, pauseForever, nullptr) != 0)
            fail("pthread_create");
        ::pthread_exit(nullptr);
    }
    if (!next.empty()) {
        char byte = 0;
        if (::read(STDIN_FILENO, &byte, 1) == 1) {
            ::execl(next.c_str(), next.c_str(), static_cast<char *>(nullptr));
            fail(next);
        }
    }
    waitForEnd();
    if (channel >= 0)
        ::close(channel);
    for (const pid_t child : children)
        ::waitpid(child, nullptr, 0);
    return 0;
}
