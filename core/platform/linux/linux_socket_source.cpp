// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/linux/linux_socket_source.h"

#include "platform/linux/proc_file.h"
#include "platform/linux/proc_net_parser.h"
#include "text/text.h"

#include <QSet>

#include <fcntl.h>
#include <net/if.h>
#include <netinet/tcp.h>
#include <sys/socket.h>

#include <array>
#include <cerrno>
#include <utility>

namespace portolan::platform {

namespace {

/// A refusal rarely ends, and asking may make the kernel look for a module each time.
constexpr int samplesBetweenRetries = 60;

constexpr quint8 listeningState(Transport transport)
{
    return transport == Transport::Tcp ? TCP_LISTEN : TCP_CLOSE;
}

bool isListener(const InetSocket &socket)
{
    return socket.state == listeningState(socket.transport) && socket.localPort != 0;
}

SocketEntry entryOf(const InetSocket &socket)
{
    SocketEntry entry;
    entry.transport = socket.transport;
    entry.table = socketTable(socket.transport, socket.localAddress.family());
    entry.address = socket.localAddress.folded();
    entry.dualStack = socket.v6OnlyKnown && !socket.v6Only && socket.localAddress.isAny()
        && socket.localAddress.family() == IpAddress::Family::IPv6;
    entry.port = socket.localPort;
    entry.uid = socket.uid;
    entry.inode = socket.inode;
    entry.cgroupId = socket.cgroupId;
    return entry;
}

} // namespace

LinuxSocketSource::LinuxSocketSource(QByteArray procRoot)
    : m_procRoot(std::move(procRoot))
{
}

SocketSample LinuxSocketSource::sample()
{
    SocketSample sample;
    if (m_samplesUntilRetry > 0)
        --m_samplesUntilRetry;
    else if (sampleNetlink(sample))
        return sample;
    else
        m_samplesUntilRetry = samplesBetweenRetries;

    sample = {};
    sample.backend = Backend::LinuxProc;
    sample.remarks.append(Remark::NetlinkRefused);
    sampleProcNet(sample);
    return sample;
}

bool LinuxSocketSource::sampleNetlink(SocketSample &sample)
{
    m_interfaces.clear();
    for (const Transport transport : { Transport::Tcp, Transport::Udp }) {
        for (const quint8 family : { quint8(AF_INET), quint8(AF_INET6) }) {
            const SockDiagDump dump = m_client.dump(family, transport, 1u << listeningState(transport));
            if (dump.error != 0)
                return false;
            if (dump.interrupted) {
                if (!sample.unread)
                    sample.remarks.append(Remark::DumpInterrupted);
                sample.unread |= socketTable(transport, family == AF_INET ? IpAddress::Family::IPv4 : IpAddress::Family::IPv6);
            }
            sample.sockets.reserve(sample.sockets.size() + dump.sockets.size());
            for (const InetSocket &socket : dump.sockets)
                append(sample, socket);
        }
    }
    return true;
}

void LinuxSocketSource::append(SocketSample &sample, const InetSocket &socket)
{
    if (!isListener(socket))
        return;
    SocketEntry entry = entryOf(socket);
    if (socket.interfaceIndex != 0) {
        auto name = m_interfaces.find(socket.interfaceIndex);
        if (name == m_interfaces.end()) {
            std::array<char, IF_NAMESIZE> buffer {};
            // An interface that is gone keeps its number: the socket is still tied to it.
            name = m_interfaces.insert(socket.interfaceIndex,
                                       ::if_indextoname(socket.interfaceIndex, buffer.data()) != nullptr
                                           ? text::fromKernel(QByteArrayView(buffer.data()))
                                           : QString::number(socket.interfaceIndex));
        }
        entry.scope = *name;
    }
    sample.sockets.append(entry);
}

void LinuxSocketSource::sampleProcNet(SocketSample &sample) const
{
    struct Table
    {
        const char *name;
        Transport transport;
        IpAddress::Family family;
        bool mayBeMissing; ///< a kernel without IPv6 has no such table
    };
    static constexpr std::array tables { Table { "tcp", Transport::Tcp, IpAddress::Family::IPv4, false },
                                         Table { "tcp6", Transport::Tcp, IpAddress::Family::IPv6, true },
                                         Table { "udp", Transport::Udp, IpAddress::Family::IPv4, false },
                                         Table { "udp6", Transport::Udp, IpAddress::Family::IPv6, true } };
    // A table that changes while it is read may show a socket twice.
    QSet<quint64> seen;
    for (const Table &table : tables) {
        const QByteArray path = m_procRoot + "/net/" + table.name;
        const QByteArray bytes = readFileAt(AT_FDCWD, path.constData());
        if (bytes.isNull()) {
            if (errno == ENOENT && table.mayBeMissing)
                continue;
            sample.unread |= socketTable(table.transport, table.family);
            if (!sample.remarks.contains(Remark::TableUnreadable))
                sample.remarks.append(Remark::TableUnreadable);
            continue;
        }
        const ProcNetTable parsed = parseProcNet(bytes, table.transport);
        for (const InetSocket &socket : parsed.sockets) {
            if (!isListener(socket) || (socket.inode != 0 && seen.contains(socket.inode)))
                continue;
            seen.insert(socket.inode);
            sample.sockets.append(entryOf(socket));
        }
    }
}

} // namespace portolan::platform
