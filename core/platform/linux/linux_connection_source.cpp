// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/linux/linux_connection_source.h"

#include "platform/linux/descriptor_scan.h"
#include "platform/linux/file_descriptor.h"
#include "platform/linux/proc_file.h"
#include "platform/linux/proc_net_parser.h"
#include "platform/linux/process_stat.h"

#include <fcntl.h>
#include <netinet/tcp.h>
#include <sys/socket.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <optional>
#include <utility>

namespace portolan::platform {

namespace {

constexpr quint32 connectedTcp = 1u << TCP_ESTABLISHED | 1u << TCP_SYN_SENT | 1u << TCP_SYN_RECV | 1u << TCP_FIN_WAIT1
    | 1u << TCP_FIN_WAIT2 | 1u << TCP_TIME_WAIT | 1u << TCP_CLOSE_WAIT | 1u << TCP_LAST_ACK | 1u << TCP_CLOSING;
constexpr quint32 connectedUdp = 1u << TCP_ESTABLISHED;

std::optional<ConnectionState> stateOf(const InetSocket &socket)
{
    if (socket.transport == Transport::Udp)
        return socket.state == TCP_ESTABLISHED ? std::optional(ConnectionState::Connected) : std::nullopt;
    switch (socket.state) {
    case TCP_ESTABLISHED:
        return ConnectionState::Established;
    case TCP_SYN_SENT:
        return ConnectionState::SynSent;
    case TCP_SYN_RECV:
        return ConnectionState::SynReceived;
    case TCP_FIN_WAIT1:
        return ConnectionState::FinWait1;
    case TCP_FIN_WAIT2:
        return ConnectionState::FinWait2;
    case TCP_TIME_WAIT:
        return ConnectionState::TimeWait;
    case TCP_CLOSE_WAIT:
        return ConnectionState::CloseWait;
    case TCP_LAST_ACK:
        return ConnectionState::LastAck;
    case TCP_CLOSING:
        return ConnectionState::Closing;
    default:
        return std::nullopt;
    }
}

/// Whether a connection with this local address came in through the listener.
bool reaches(const Listener &listener, const IpAddress &local)
{
    return std::ranges::any_of(listener.endpoints, [&](const Endpoint &endpoint) {
        if (!endpoint.address.isAny())
            return endpoint.address == local;
        return endpoint.dualStack || endpoint.address.family() == local.family();
    });
}

} // namespace

LinuxConnectionSource::LinuxConnectionSource(QByteArray procRoot)
    : m_procRoot(std::move(procRoot))
{
}

ConnectionSample LinuxConnectionSource::connections(const Listener &listener, int limit)
{
    ConnectionSample sample;
    const QList<InetSocket> sockets = read(sample.complete);
    const QSet<quint64> own = socketsOf(*listener.owner, sample.complete);

    QList<Connection> others;
    for (const InetSocket &socket : sockets) {
        const auto state = stateOf(socket);
        if (!state)
            continue;
        const IpAddress local = socket.localAddress.folded();
        const bool incoming = socket.transport == listener.transport() && socket.localPort == listener.port()
            && reaches(listener, local) && *state != ConnectionState::SynSent;
        if (!incoming && (socket.inode == 0 || !own.contains(socket.inode)))
            continue;
        int &count = incoming ? sample.toListener : sample.others;
        QList<Connection> &list = incoming ? sample.connections : others;
        ++count;
        if (list.size() < limit) {
            list.append({ socket.transport, local, socket.localPort, socket.remoteAddress.folded(), socket.remotePort,
                          *state, socket.inode });
        }
    }
    const qsizetype room = std::max<qsizetype>(limit - sample.connections.size(), 0);
    sample.connections += others.first(std::min(room, others.size()));
    return sample;
}

QList<InetSocket> LinuxConnectionSource::read(bool &complete)
{
    QList<InetSocket> sockets;
    bool refused = false;
    for (const Transport transport : { Transport::Tcp, Transport::Udp }) {
        for (const quint8 family : { quint8(AF_INET), quint8(AF_INET6) }) {
            const SockDiagDump dump
                = m_client.dump(family, transport, transport == Transport::Tcp ? connectedTcp : connectedUdp);
            refused |= dump.error != 0;
            complete &= !dump.interrupted;
            sockets += dump.sockets;
        }
    }
    if (!refused)
        return sockets;

    sockets.clear();
    complete = true;
    for (const char *name : { "tcp", "tcp6", "udp", "udp6" }) {
        const QByteArray path = m_procRoot + "/net/" + name;
        const QByteArray bytes = readFileAt(AT_FDCWD, path.constData());
        const bool missing = bytes.isNull() && errno == ENOENT;
        complete &= !bytes.isNull() || missing;
        sockets += parseProcNet(bytes, name[0] == 't' ? Transport::Tcp : Transport::Udp).sockets;
    }
    return sockets;
}

QSet<quint64> LinuxConnectionSource::socketsOf(const Owner &owner, bool &complete) const
{
    QSet<quint64> inodes;
    if (owner.attribution != Attribution::Observed)
        return inodes;
    for (const ProcessPtr &process : owner.processes) {
        const QByteArray path = m_procRoot + '/' + QByteArray::number(process->key.pid);
        const FileDescriptor folder(::open(path.constData(), O_PATH | O_DIRECTORY | O_CLOEXEC));
        const auto stat = folder.isValid() ? readProcessStat(folder.get(), "stat") : std::nullopt;
        if (!stat || stat->startTicks != process->key.startTicks)
            continue; // ended: it has no connections any more
        const DescriptorScan result = scanDescriptors(
            folder.get(), [&](quint64 inode, qint32, qint32) { inodes.insert(inode); });
        complete &= result != DescriptorScan::Refused;
    }
    return inodes;
}

} // namespace portolan::platform
