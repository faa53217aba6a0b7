// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/linux/other_namespace_sockets.h"

#include "platform/linux/listening_sockets.h"
#include "platform/linux/proc_file.h"

#include <QElapsedTimer>
#include <QSet>

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <utility>
#include <vector>

namespace portolan::platform {

namespace {

/// For reading tables in one call, beyond which those wait that have been read before.
constexpr qint64 budgetNanoseconds = 8'000'000;
/// A namespace whose counts changed goes before one that was read this many calls earlier.
constexpr quint64 advantageOfChange = 10;
/// Processes tried until one is found that still lives in the namespace.
constexpr qsizetype maximumTries = 4;
/// Less than the kernel's buffer of one page: an answer that is shorter than this was the last.
constexpr qsizetype stepSize = 3072;
constexpr qsizetype maximumTable = 64 * 1024 * 1024;

struct Table
{
    const char *name;
    Transport transport;
    SocketTable table;
    int SocketCounts::*count;
};
constexpr std::array tables { Table { "tcp", Transport::Tcp, SocketTable::Tcp4, &SocketCounts::tcp4 },
                              Table { "tcp6", Transport::Tcp, SocketTable::Tcp6, &SocketCounts::tcp6 },
                              Table { "udp", Transport::Udp, SocketTable::Udp4, &SocketCounts::udp4 },
                              Table { "udp6", Transport::Udp, SocketTable::Udp6, &SocketCounts::udp6 } };

/// Reads the listeners of a table, all there are: where the kernel seems to have come to their end
/// but `expected` ones are missing, the table is read to its very end, which makes the kernel walk
/// through the connections of the whole machine. nullopt on error, errno says why.
std::optional<QList<InetSocket>> readListeners(int folder, const Table &table, QSet<quint64> expected)
{
    const FileDescriptor file(::openat(folder, table.name, O_RDONLY | O_CLOEXEC));
    if (!file.isValid())
        return std::nullopt;
    QByteArray bytes;
    while (bytes.size() < maximumTable) {
        const qsizetype used = bytes.size();
        bytes.resize(used + stepSize);
        const ssize_t count = ::read(file.get(), bytes.data() + used, size_t(stepSize));
        bytes.resize(used + std::max(qsizetype(count), qsizetype(0)));
        if (count < 0 && errno != EINTR)
            return std::nullopt;
        if (count == stepSize || count < 0)
            continue;
        QList<InetSocket> sockets = parseProcNet(bytes, table.transport).sockets;
        for (const InetSocket &socket : std::as_const(sockets))
            expected.remove(socket.inode);
        if (count > 0 && !expected.isEmpty())
            continue;
        sockets.removeIf([](const InetSocket &socket) { return !isListener(socket); });
        return sockets;
    }
    errno = EFBIG;
    return std::nullopt;
}

} // namespace

OtherNamespaceSockets::OtherNamespaceSockets(const QByteArray &procRoot)
    : m_proc(::open(procRoot.constData(), O_PATH | O_DIRECTORY | O_CLOEXEC))
{
}

void OtherNamespaceSockets::addTo(SocketSample &sample, const QList<NetworkNamespace> &namespaces)
{
    ++m_call;
    for (const NetworkNamespace &space : namespaces)
        m_known[space.identity].seenAt = m_call;
    if (m_known.size() != namespaces.size())
        m_known.removeIf([this](const auto &entry) { return entry.value().seenAt != m_call; });
    if (namespaces.isEmpty())
        return;

    if (::geteuid() == 0)
        enterAll(namespaces);
    readProc(namespaces);
    for (const NetworkNamespace &space : namespaces) {
        const Known &known = m_known[space.identity];
        sample.sockets.reserve(sample.sockets.size() + known.sockets.size());
        for (SocketEntry entry : known.sockets) {
            entry.networkNamespace = space.identity;
            entry.namespaceName = space.name;
            sample.sockets.append(entry);
        }
        sample.unread.add(space.identity, known.unread);
        if (known.unread && !sample.remarks.contains(Remark::NamespaceUnreadable))
            sample.remarks.append(Remark::NamespaceUnreadable);
    }
}

void OtherNamespaceSockets::enterAll(const QList<NetworkNamespace> &namespaces)
{
    m_visitor.run([&] {
        for (const NetworkNamespace &space : namespaces) {
            if (!enter(space))
                continue;
            m_client.close();
            ListenerDump dump = dumpListeners(m_client);
            Known &known = m_known[space.identity];
            known.readAt = m_call;
            if (dump.error != 0) {
                known.counts = {};
                readTables("thread-self/net", known);
                continue;
            }
            known.sockets = std::move(dump.sockets);
            known.unread = dump.interrupted;
        }
        m_client.close();
    });
}

bool OtherNamespaceSockets::enter(const NetworkNamespace &space) const
{
    const auto arrived = [&] { return NetworkNamespaces::identityOf(m_proc.get(), "thread-self") == space.identity; };
    for (const qint32 pid : space.processes.first(std::min(space.processes.size(), maximumTries))) {
        const QByteArray file = QByteArray::number(pid) + "/ns/net";
        if (NamespaceVisitor::enter(m_proc.get(), file.constData()) && arrived())
            return true;
    }
    return !space.file.isEmpty() && NamespaceVisitor::enter(AT_FDCWD, space.file.constData()) && arrived();
}

void OtherNamespaceSockets::readProc(const QList<NetworkNamespace> &namespaces)
{
    struct Waiting
    {
        Known *known;
        QByteArray process;
        QString identity;
        SocketCounts counts;
        quint64 turn; ///< the smallest is first
    };
    std::vector<Waiting> waiting;
    for (const NetworkNamespace &space : namespaces) {
        Known &known = m_known[space.identity];
        if (known.readAt == m_call)
            continue;
        QByteArray process;
        for (const qint32 pid : space.processes.first(std::min(space.processes.size(), maximumTries))) {
            const QByteArray name = QByteArray::number(pid);
            if (NetworkNamespaces::identityOf(m_proc.get(), name.constData()) == space.identity) {
                process = name;
                break;
            }
        }
        if (process.isEmpty()) {
            known = {};
            known.seenAt = m_call;
            known.unread = allSocketTables;
            continue;
        }
        const SocketCounts counts
            = parseSocketCounts(readFileAt(m_proc.get(), QByteArray(process + "/net/sockstat").constData()),
                                readFileAt(m_proc.get(), QByteArray(process + "/net/sockstat6").constData()));
        const bool first = known.readAt == 0;
        const quint64 turn = first ? 0 : known.readAt + (counts == known.counts && !known.unread ? advantageOfChange : 0);
        waiting.push_back({ &known, process, space.identity, counts, turn });
    }
    std::ranges::sort(waiting, {}, &Waiting::turn);

    QElapsedTimer elapsed;
    elapsed.start();
    for (const Waiting &next : waiting) {
        if (next.turn != 0 && elapsed.nsecsElapsed() > budgetNanoseconds)
            break;
        next.known->counts = next.counts;
        readTables(next.process + "/net", *next.known);
        // It may have moved or ended, and its number be another's, meanwhile.
        if (NetworkNamespaces::identityOf(m_proc.get(), next.process.constData()) != next.identity) {
            next.known->sockets.clear();
            next.known->unread = allSocketTables;
        }
        next.known->readAt = m_call;
    }
}

void OtherNamespaceSockets::readTables(const QByteArray &folderName, Known &known)
{
    const FileDescriptor folder(::openat(m_proc.get(), folderName.constData(), O_PATH | O_DIRECTORY | O_CLOEXEC));
    const QList<SocketEntry> before = std::exchange(known.sockets, {});
    known.unread = {};
    for (const Table &table : tables) {
        QSet<quint64> expected;
        for (const SocketEntry &entry : before) {
            if (entry.table == table.table)
                expected.insert(entry.inode);
        }
        if (known.counts.*table.count == 0 && expected.isEmpty())
            continue;
        const auto sockets = readListeners(folder.get(), table, expected);
        if (!sockets) {
            // A kernel without IPv6 has no such table.
            if (errno != ENOENT || !folder.isValid())
                known.unread |= table.table;
            continue;
        }
        // A table that changes while it is read may show a socket twice.
        QSet<quint64> seen;
        for (const InetSocket &socket : *sockets) {
            if (socket.inode != 0 && seen.contains(socket.inode))
                continue;
            seen.insert(socket.inode);
            known.sockets.append(listenerEntry(socket));
        }
    }
}

} // namespace portolan::platform
