// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/linux/linux_socket_source.h"

#include "platform/linux/listening_sockets.h"
#include "platform/linux/proc_file.h"
#include "platform/linux/proc_net_parser.h"

#include <QSet>

#include <fcntl.h>

#include <array>
#include <cerrno>
#include <utility>

namespace portolan::platform {

namespace {

/// A refusal rarely ends, and asking may make the kernel look for a module each time.
constexpr int samplesBetweenRetries = 60;

} // namespace

LinuxSocketSource::LinuxSocketSource(const QByteArray &procRoot)
    : LinuxSocketSource(std::make_shared<NetworkNamespaces>(procRoot), procRoot)
{
}

LinuxSocketSource::LinuxSocketSource(std::shared_ptr<NetworkNamespaces> namespaces, const QByteArray &procRoot)
    : m_procRoot(procRoot)
    , m_namespaces(std::move(namespaces))
    , m_others(procRoot)
{
}

SocketSample LinuxSocketSource::sample()
{
    SocketSample sample = sampleOwn();
    m_namespaces->refresh();
    m_others.addTo(sample, m_namespaces->others());
    return sample;
}

SocketSample LinuxSocketSource::sampleOwn()
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
    ListenerDump dump = dumpListeners(m_client);
    if (dump.error != 0)
        return false;
    sample.sockets = std::move(dump.sockets);
    sample.unread = dump.interrupted;
    if (dump.interrupted)
        sample.remarks.append(Remark::DumpInterrupted);
    return true;
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
            sample.unread.add({}, socketTable(table.transport, table.family));
            if (!sample.remarks.contains(Remark::TableUnreadable))
                sample.remarks.append(Remark::TableUnreadable);
            continue;
        }
        const ProcNetTable parsed = parseProcNet(bytes, table.transport);
        for (const InetSocket &socket : parsed.sockets) {
            if (!isListener(socket) || (socket.inode != 0 && seen.contains(socket.inode)))
                continue;
            seen.insert(socket.inode);
            sample.sockets.append(listenerEntry(socket));
        }
    }
}

} // namespace portolan::platform
