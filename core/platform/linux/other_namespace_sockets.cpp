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

namespace portolan::platform {

namespace {

/// For reading tables in one call, beyond which those wait that have been read before.
constexpr qint64 budgetNanoseconds = 8'000'000;
/// A namespace whose counts changed goes before one that was read this many calls earlier.
constexpr quint64 advantageOfChange = 10;
/// Namespaces without any socket, such as browsers make for each page, that are looked at in one call.
constexpr int maximumQuiet = 8;
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

    const std::vector<Visit> due = visits(namespaces);
    if (::geteuid() == 0)
        enterAll(due);
    readProc(due);
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

std::vector<OtherNamespaceSockets::Visit> OtherNamespaceSockets::visits(const QList<NetworkNamespace> &namespaces)
{
    std::vector<Visit> due;
    std::vector<Visit> quiet;
    for (const NetworkNamespace &space : namespaces) {
        Known &known = m_known[space.identity];
        (known.quiet ? quiet : due).push_back({ &space, &known, {}, {} });
    }
    std::ranges::sort(quiet, {}, [](const Visit &visit) { return visit.known->readAt; });
    quiet.resize(std::min<size_t>(quiet.size(), maximumQuiet));
    due.insert(due.end(), quiet.begin(), quiet.end());

    for (Visit &visit : due) {
        const QList<qint32> &processes = visit.space->processes;
        for (const qint32 pid : processes.first(std::min(processes.size(), maximumTries))) {
            const QByteArray name = QByteArray::number(pid);
            if (NetworkNamespaces::identityOf(m_proc.get(), name.constData()) == visit.space->identity) {
                visit.process = name;
                visit.counts
                    = parseSocketCounts(readFileAt(m_proc.get(), QByteArray(name + "/net/sockstat").constData()),
                                        readFileAt(m_proc.get(), QByteArray(name + "/net/sockstat6").constData()));
                break;
            }
        }
        Known &known = *visit.known;
        known.quiet = visit.counts == SocketCounts { 0, 0, 0, 0 } && known.sockets.isEmpty();
        if (known.quiet) {
            known.unread = {};
            known.readAt = m_call;
        }
    }
    std::erase_if(due, [](const Visit &visit) { return visit.known->quiet; });
    return due;
}

void OtherNamespaceSockets::enterAll(const std::vector<Visit> &visits)
{
    m_visitor.run([&] {
        for (const Visit &visit : visits) {
            if (!enterNetworkNamespace(m_proc.get(), *visit.space))
                continue;
            m_client.close();
            ListenerDump dump = dumpListeners(m_client);
            Known &known = *visit.known;
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

void OtherNamespaceSockets::readProc(const std::vector<Visit> &visits)
{
    struct Waiting
    {
        const Visit *visit;
        quint64 turn; ///< the smallest is first
    };
    std::vector<Waiting> waiting;
    for (const Visit &visit : visits) {
        Known &known = *visit.known;
        if (known.readAt == m_call)
            continue;
        if (visit.process.isEmpty()) {
            known.sockets.clear();
            known.unread = allSocketTables;
            continue;
        }
        const bool seemsUnchanged = visit.counts == known.counts && !known.unread;
        waiting.push_back({ &visit, known.readAt == 0 ? 0 : known.readAt + (seemsUnchanged ? advantageOfChange : 0) });
    }
    std::ranges::sort(waiting, {}, &Waiting::turn);

    QElapsedTimer elapsed;
    elapsed.start();
    for (const Waiting &next : waiting) {
        if (next.turn != 0 && elapsed.nsecsElapsed() > budgetNanoseconds)
            break;
        Known &known = *next.visit->known;
        known.counts = next.visit->counts;
        readTables(next.visit->process + "/net", known);
        // It may have moved or ended, and its number be another's, meanwhile.
        if (NetworkNamespaces::identityOf(m_proc.get(), next.visit->process.constData()) != next.visit->space->identity) {
            known.sockets.clear();
            known.unread = allSocketTables;
        }
        known.readAt = m_call;
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
