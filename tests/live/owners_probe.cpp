// SPDX-License-Identifier: GPL-3.0-or-later
// Samples through the system's sources and prints what they say as a line of JSON, in a process whose
// rights were cut first:
//   owners-probe [--user UID] [--no-netlink] [--no-links] [--again]
// With --again every line on standard input is answered by one more sample of the same sources.
#include "monitor/candidate_choice.h"
#include "monitor/owner_facts.h"
#include "platform/platform.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <grp.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <span>

using namespace portolan;

namespace {

bool installFilter(std::span<sock_filter> filter)
{
    const sock_fprog program { static_cast<unsigned short>(filter.size()), filter.data() };
    return ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0
        && ::prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) == 0;
}

/// Makes socket(AF_NETLINK, ...) fail with EPERM, as a sandbox does.
bool refuseNetlink()
{
    std::array<sock_filter, 6> filter { {
        BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(seccomp_data, nr)),
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_socket, 0, 3),
        BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(seccomp_data, args)),
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, AF_NETLINK, 0, 1),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EPERM),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
    } };
    return installFilter(filter);
}

/// Makes every link refuse to be read, as those of /proc/<pid>/fd do where a security module says so.
bool refuseLinks()
{
    std::array<sock_filter, 4> filter { {
        BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(seccomp_data, nr)),
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_readlinkat, 1, 0),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EPERM),
    } };
    return installFilter(filter);
}

bool becomeUser(uid_t uid)
{
    return ::setgroups(0, nullptr) == 0 && ::setgid(uid) == 0 && ::setuid(uid) == 0
        && ::prctl(PR_SET_DUMPABLE, 1, 0, 0, 0) == 0;
}

QJsonObject toJson(const SocketEntry &socket, const Owner &owner)
{
    QJsonArray pids;
    for (const ProcessPtr &process : owner.processes)
        pids.append(process->key.pid);
    return { { QStringLiteral("transport"), QString::fromLatin1(transportName(socket.transport)) },
             { QStringLiteral("address"), socket.address.toString() },
             { QStringLiteral("port"), socket.port },
             { QStringLiteral("namespace"), socket.namespaceName },
             { QStringLiteral("namespaceIdentity"), socket.networkNamespace },
             { QStringLiteral("uid"), qint64(socket.uid) },
             { QStringLiteral("inode"), qint64(socket.inode) },
             { QStringLiteral("attribution"), int(owner.attribution) },
             { QStringLiteral("reason"), int(owner.reason) },
             { QStringLiteral("user"), owner.user },
             { QStringLiteral("cgroup"), owner.cgroup },
             { QStringLiteral("container"), owner.container ? owner.container->id : QString() },
             { QStringLiteral("unit"), owner.unit },
             { QStringLiteral("kernelPart"), owner.kernelPart },
             { QStringLiteral("kernelInterface"), owner.kernelInterface },
             { QStringLiteral("pids"), pids } };
}

class Probe
{
public:
    QJsonObject sample()
    {
        const SocketSample sample = m_sources.sockets->sample();
        const OwnerSample owners = m_sources.processes->owners(sample.sockets);
        const QList<OwnerPtr> completed = m_facts.completed(sample.sockets, owners.owners);
        QJsonArray remarks;
        for (const Remark remark : sample.remarks + owners.remarks)
            remarks.append(int(remark));
        QJsonArray sockets;
        for (qsizetype i = 0; i < sample.sockets.size(); ++i)
            sockets.append(toJson(sample.sockets[i], *completed[i]));
        return { { QStringLiteral("backend"), int(sample.backend) },
                 { QStringLiteral("completeness"), int(sample.unread.isEmpty() ? Completeness::Complete : Completeness::Partial) },
                 { QStringLiteral("privileged"), owners.privileged },
                 { QStringLiteral("remarks"), remarks },
                 { QStringLiteral("sockets"), sockets } };
    }

private:
    static std::vector<std::unique_ptr<FactSource>> choice()
    {
        std::vector<std::unique_ptr<FactSource>> sources;
        sources.push_back(std::make_unique<CandidateChoice>(Knowledge::builtIn(), ::geteuid()));
        return sources;
    }

    Sampler::Sources m_sources = platform::makeSources();
    OwnerFacts m_facts { choice() };
};

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    bool again = false;
    for (int i = 1; i < argc; ++i) {
        const bool done = std::strcmp(argv[i], "--user") == 0 && i + 1 < argc ? becomeUser(uid_t(std::atoi(argv[++i])))
            : std::strcmp(argv[i], "--no-netlink") == 0                       ? refuseNetlink()
            : std::strcmp(argv[i], "--no-links") == 0                         ? refuseLinks()
            : std::strcmp(argv[i], "--again") == 0                            ? (again = true)
                                                                              : false;
        if (!done) {
            std::fprintf(stderr, "owners-probe: %s: %s\n", argv[i], std::strerror(errno));
            return 1;
        }
    }
    Probe probe;
    std::array<char, 16> line {};
    do {
        std::puts(QJsonDocument(probe.sample()).toJson(QJsonDocument::Compact).constData());
        std::fflush(stdout);
    } while (again && std::fgets(line.data(), line.size(), stdin) != nullptr);
    return 0;
}
