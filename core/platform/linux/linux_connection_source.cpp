// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/linux/linux_connection_source.h"

#include "platform/linux/connection_tally.h"
#include "platform/linux/descriptor_scan.h"
#include "platform/linux/proc_file.h"
#include "platform/linux/proc_net_parser.h"
#include "platform/linux/process_stat.h"

#include <fcntl.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <utility>

namespace portolan::platform {

namespace {

constexpr quint32 connectedTcp = 1u << TCP_ESTABLISHED | 1u << TCP_SYN_SENT | 1u << TCP_SYN_RECV | 1u << TCP_FIN_WAIT1
    | 1u << TCP_FIN_WAIT2 | 1u << TCP_TIME_WAIT | 1u << TCP_CLOSE_WAIT | 1u << TCP_LAST_ACK | 1u << TCP_CLOSING;
constexpr quint32 connectedUdp = 1u << TCP_ESTABLISHED;

/// Reading so many takes a few milliseconds.
constexpr qint64 fewSockets = 4000;

struct Table
{
    SocketTable table;
    Transport transport;
    quint8 family;
    const char *name; ///< below /proc/net
};
constexpr std::array allTables { Table { SocketTable::Tcp4, Transport::Tcp, AF_INET, "tcp" },
                                 Table { SocketTable::Tcp6, Transport::Tcp, AF_INET6, "tcp6" },
                                 Table { SocketTable::Udp4, Transport::Udp, AF_INET, "udp" },
                                 Table { SocketTable::Udp6, Transport::Udp, AF_INET6, "udp6" } };

/// A process folder, when it still is the one of that process; invalid otherwise.
FileDescriptor openProcess(int procFolder, const ProcessKey &key)
{
    FileDescriptor folder(
        ::openat(procFolder, QByteArray::number(key.pid).constData(), O_PATH | O_DIRECTORY | O_CLOEXEC));
    const auto stat = folder.isValid() ? readProcessStat(folder.get(), "stat") : std::nullopt;
    return stat && stat->startTicks == key.startTicks ? std::move(folder) : FileDescriptor();
}

SocketTables tablesOf(const Listener &listener)
{
    if (listener.tables)
        return listener.tables;
    return SocketTables(socketTable(listener.transport(), IpAddress::Family::IPv4))
        | socketTable(listener.transport(), IpAddress::Family::IPv6);
}

} // namespace

LinuxConnectionSource::LinuxConnectionSource(std::shared_ptr<const NetworkNamespaces> namespaces,
                                             const QByteArray &procRoot)
    : m_namespaces(std::move(namespaces))
    , m_proc(::open(procRoot.constData(), O_PATH | O_DIRECTORY | O_CLOEXEC))
{
}

ConnectionSample LinuxConnectionSource::connections(const Listener &listener, int limit)
{
    const bool elsewhere = !listener.key.networkNamespace.isEmpty();
    std::optional<QSet<quint64>> own;
    if (!elsewhere && areSocketsFew())
        own = socketsOf(*listener.owner);

    const Reading reading = elsewhere ? readElsewhere(listener)
        : own                         ? read(allSocketTables, 0, true)
                                      : read(tablesOf(listener), listener.port(), hasFewConnections(listener));
    static const QSet<quint64> none;
    ConnectionTally tally(listener, own ? *own : none, limit);
    for (const InetSocket &socket : reading.sockets)
        tally.add(socket);
    ConnectionSample sample = tally.take();
    sample.coverage = reading.coverage;
    m_countedListener = listener.key;
    m_counted = sample.toListener;
    if (reading.tellsTraffic && listener.transport() == Transport::Tcp)
        m_meter.measure(listener.key, tally.traffic(), sample);
    else
        m_meter.forget();
    if (own)
        sample.others = sample.others.value_or(0);
    return sample;
}

bool LinuxConnectionSource::areSocketsFew() const
{
    const SocketCounts counts = parseSocketCounts(readFileAt(m_proc.get(), "net/sockstat"),
                                                  readFileAt(m_proc.get(), "net/sockstat6"));
    // A kernel without IPv6 tells nothing of it.
    const qint64 sum = qint64(counts.tcp4) + counts.udp4 + std::max(counts.tcp6, 0) + std::max(counts.udp6, 0);
    return counts.tcp4 >= 0 && counts.udp4 >= 0 && sum <= fewSockets;
}

bool LinuxConnectionSource::hasFewConnections(const Listener &listener) const
{
    return m_countedListener == listener.key && m_counted <= fewSockets;
}

LinuxConnectionSource::Reading LinuxConnectionSource::read(SocketTables tables, quint16 port, bool traffic)
{
    const auto reading = readNetlink(m_client, tables, port, traffic);
    return reading ? *reading : readProcNet(m_proc.get(), "net/", tables);
}

std::optional<LinuxConnectionSource::Reading> LinuxConnectionSource::readNetlink(SockDiagClient &client,
                                                                                 SocketTables tables, quint16 port,
                                                                                 bool traffic)
{
    Reading reading;
    reading.tellsTraffic = traffic;
    for (const Table &table : allTables) {
        if (!tables.testFlag(table.table))
            continue;
        const quint32 states = table.transport == Transport::Tcp ? connectedTcp : connectedUdp;
        const SockDiagDump dump = client.dump(table.family, table.transport, states, port, traffic);
        if (dump.error != 0)
            return std::nullopt;
        if (dump.interrupted)
            reading.coverage = ConnectionCoverage::Partial;
        reading.sockets += dump.sockets;
    }
    return reading;
}

LinuxConnectionSource::Reading LinuxConnectionSource::readElsewhere(const Listener &listener)
{
    const SocketTables tables = tablesOf(listener);
    const NetworkNamespace *space = m_namespaces ? m_namespaces->find(listener.key.networkNamespace) : nullptr;
    if (!space)
        return { {}, ConnectionCoverage::Unreadable };

    std::optional<Reading> reading;
    if (::geteuid() == 0) {
        m_visitor.run([&] {
            SockDiagClient client;
            if (enterNetworkNamespace(m_proc.get(), *space))
                reading = readNetlink(client, tables, listener.port(), hasFewConnections(listener));
        });
    }
    if (reading)
        return *reading;
    const QByteArray process = processIn(m_proc.get(), *space);
    if (!process.isEmpty())
        reading = readProcNet(m_proc.get(), process + "/net/", tables);
    // It may have moved or ended, and its number be another's, meanwhile.
    if (!reading || NetworkNamespaces::identityOf(m_proc.get(), process.constData()) != space->identity)
        return { {}, ConnectionCoverage::Unreadable };
    return *reading;
}

LinuxConnectionSource::Reading LinuxConnectionSource::readProcNet(int directory, const QByteArray &below,
                                                                  SocketTables tables)
{
    Reading reading;
    bool any = false;
    for (const Table &table : allTables) {
        if (!tables.testFlag(table.table))
            continue;
        const QByteArray bytes = readFileAt(directory, QByteArray(below + table.name).constData());
        // A kernel without IPv6 has no such table.
        if (bytes.isNull() && !(errno == ENOENT && table.family == AF_INET6))
            reading.coverage = ConnectionCoverage::Partial;
        any |= !bytes.isNull();
        reading.sockets += parseProcNet(bytes, table.transport).sockets;
    }
    if (!any)
        reading.coverage = ConnectionCoverage::Unreadable;
    return reading;
}

std::optional<QSet<quint64>> LinuxConnectionSource::socketsOf(const Owner &owner) const
{
    if (owner.attribution != Attribution::Observed)
        return std::nullopt;
    QSet<quint64> inodes;
    for (const ProcessPtr &process : owner.processes) {
        const FileDescriptor folder = openProcess(m_proc.get(), process->key);
        if (!folder.isValid())
            continue; // ended: it has no connections any more
        if (scanDescriptors(folder.get(), [&](quint64 inode, qint32, qint32) { inodes.insert(inode); })
            == DescriptorScan::Refused)
            return std::nullopt;
    }
    return inodes;
}

} // namespace portolan::platform
