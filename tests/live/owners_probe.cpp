// SPDX-License-Identifier: GPL-3.0-or-later
// Samples once through the system's sources and prints what they say as JSON, in a process whose
// rights were cut first:
//   owners-probe [--user UID] [--no-netlink]
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

using namespace portolan;

namespace {

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
    const sock_fprog program { filter.size(), filter.data() };
    return ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0
        && ::prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) == 0;
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
             { QStringLiteral("pids"), pids } };
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    for (int i = 1; i < argc; ++i) {
        const bool done = std::strcmp(argv[i], "--user") == 0 && i + 1 < argc ? becomeUser(uid_t(std::atoi(argv[++i])))
            : std::strcmp(argv[i], "--no-netlink") == 0                       ? refuseNetlink()
                                                                              : false;
        if (!done) {
            std::fprintf(stderr, "owners-probe: %s: %s\n", argv[i], std::strerror(errno));
            return 1;
        }
    }
    const Sampler::Sources sources = platform::makeSources();
    const SocketSample sample = sources.sockets->sample();
    const OwnerSample owners = sources.processes->owners(sample.sockets);

    QJsonArray remarks;
    for (const Remark remark : sample.remarks + owners.remarks)
        remarks.append(int(remark));
    QJsonArray sockets;
    for (qsizetype i = 0; i < sample.sockets.size(); ++i)
        sockets.append(toJson(sample.sockets[i], *owners.owners[i]));
    const QJsonObject document { { QStringLiteral("backend"), int(sample.backend) },
                                 { QStringLiteral("completeness"), int(sample.unread.isEmpty() ? Completeness::Complete : Completeness::Partial) },
                                 { QStringLiteral("privileged"), owners.privileged },
                                 { QStringLiteral("remarks"), remarks },
                                 { QStringLiteral("sockets"), sockets } };
    std::fputs(QJsonDocument(document).toJson(QJsonDocument::Compact).constData(), stdout);
    return 0;
}
