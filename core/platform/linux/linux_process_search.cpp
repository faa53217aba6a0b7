// SPDX-License-Identifier: GPL-3.0-or-later
// The search for holders, and what is concluded when there is none to be seen.
#include "platform/linux/linux_process_source.h"

#include "monitor/candidate_choice.h"
#include "platform/linux/descriptor_scan.h"
#include "platform/linux/proc_file.h"
#include "platform/linux/proc_net_parser.h"
#include "process/control_group.h"
#include "text/text.h"

#include <fcntl.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <sys/stat.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <iterator>
#include <tuple>
#include <utility>
#include <vector>

namespace portolan::platform {

namespace {

/// Calls in which every process is looked into once without a reason: some minutes.
constexpr qsizetype callsPerTurn = 400;
/// New processes looked into in one call when nothing is missing; the slow walk sees the others.
constexpr int maximumNewProcesses = 128;
constexpr int maximumRelatives = 1024;
/// Walks over all processes before a socket that lives is said to have no holder among them.
constexpr int maximumRounds = 2;
/// Refused processes whose network namespaces are compared with a socket's.
constexpr qsizetype maximumRefused = 4;
/// Candidates looked at in one group or namespace.
constexpr qsizetype maximumCandidates = 64;
/// A user with more processes outside of all groups gives no hint.
constexpr qsizetype maximumInNoGroup = 16;
/// kthreadd, the parent of the kernel's threads.
constexpr qint32 kernelThreads = 2;
/// Stands for every socket, where it is not told which ones live.
constexpr quint64 anySocket = 0;

void name(OwnerParts &parts, const KernelPart &part)
{
    parts.kernelPart = text::fromKernel(part.name);
    parts.kernelInterface = text::fromKernel(part.interface);
}

} // namespace

void LinuxProcessSource::scan(qint32 pid)
{
    Process &process = m_processes[pid];
    if (process.scannedAt == m_call)
        return;
    process.scannedAt = m_call;
    std::array<char, 16> name;
    std::snprintf(name.data(), name.size(), "%d", pid);
    FileDescriptor folder(::openat(m_proc.get(), name.data(), O_PATH | O_DIRECTORY | O_CLOEXEC));
    if (!folder.isValid()) {
        m_missed = true;
        return;
    }

    std::vector<std::pair<Socket *, Holder>> found;
    const DescriptorScan result
        = scanDescriptors(folder.get(), [&](quint64 inode, qint32 thread, qint32 descriptor) {
              const auto socket = m_sockets.find(inode);
              if (socket != m_sockets.end())
                  found.emplace_back(&*socket, Holder { pid, thread, descriptor });
          });
    m_missed |= result == DescriptorScan::Gone || (result == DescriptorScan::Empty && !isKernelThread(pid));
    const bool refused = result == DescriptorScan::Refused;
    m_refused += int(refused) - int(process.refused);
    process.refused = refused;
    if (found.empty())
        return;

    const auto mark = m_reader.mark(folder.get());
    if (!mark) {
        m_missed = true;
        return;
    }
    if (process.info && process.info->key.startTicks != mark->stat.startTicks) {
        dropHolders({ pid });
        process.info.reset();
        process.watch.reset();
    }
    if (!process.info) {
        readFacts(process, std::move(folder), *mark);
        process.checkedAt = m_call;
    }
    for (auto &[socket, holder] : found) {
        if (std::ranges::any_of(socket->holders, [&](const Holder &known) { return known.pid == pid; }))
            continue;
        if (socket->holders.isEmpty() && socket->newSince == m_call)
            --m_unresolved;
        if (socket->newSince == m_call)
            m_found.insert(pid);
        socket->holders.append(holder);
        socket->changed = true;
    }
}

void LinuxProcessSource::search()
{
    const bool changed = processesMayHaveChanged();
    if ((changed || m_unresolved > 0) && !listProcesses())
        return;
    if (m_call == 1) {
        // One walk over everything shows every holder, however it came by the socket.
        for (const qint32 pid : std::as_const(m_pids))
            scan(pid);
        searchLateComers();
        return;
    }
    for (const qint32 pid : std::as_const(m_suspects))
        scan(pid);
    if (m_unresolved > 0) {
        QSet<quint64> groups;
        for (const Socket &socket : std::as_const(m_sockets)) {
            if (socket.newSince == m_call && socket.holders.isEmpty())
                groups.insert(socket.cgroupId);
        }
        searchNew(groups);
    }
    int budget = maximumNewProcesses;
    if (changed) {
        for (const qint32 pid : std::as_const(m_pids)) {
            if (m_processes.value(pid).scannedAt == 0 && --budget >= 0)
                scan(pid);
        }
    }
    searchRelatives();
    searchSlice();
}

void LinuxProcessSource::searchNew(const QSet<quint64> &groups)
{
    const auto scanWhere = [this](const auto &matches) {
        for (const qint32 pid : std::as_const(m_pids)) {
            if (m_unresolved <= 0)
                return;
            if (matches(pid))
                scan(pid);
        }
    };
    for (const quint64 group : groups) {
        const auto path = m_groups.path(group);
        // The root group holds everything that no group was made for: no better than the rest.
        if (!path || *path == "/")
            continue;
        for (const qint32 pid : m_groups.processes(*path))
            scan(pid);
    }
    scanWhere([this](qint32 pid) { return m_processes.value(pid).scannedAt == 0; });
    scanWhere([this](qint32 pid) { return m_processes.value(pid).info != nullptr; });
    scanWhere([](qint32) { return true; });
    searchLateComers();
}

void LinuxProcessSource::searchLateComers()
{
    // A holder that forked and ended during the walk left its child behind us.
    if (m_unresolved <= 0 || !processesMayHaveChanged() || !listProcesses())
        return;
    for (const qint32 pid : std::as_const(m_pids)) {
        if (m_processes.value(pid).scannedAt == 0)
            scan(pid);
    }
}

void LinuxProcessSource::searchOnceMore(const QList<SocketEntry> &sockets)
{
    // A holder that ended before it was looked into may have passed the socket to one that had been,
    // or to a child. Where some may not be looked into nothing is concluded from a search in vain.
    if (!m_missed || m_hidden || m_refused > maximumRefused)
        return;
    const auto isMissing = [this](const SocketEntry &entry) {
        const auto socket = m_sockets.find(entry.inode);
        return socket != m_sockets.end() && socket->holders.isEmpty() && socket->newSince == m_call && stillLives(entry);
    };
    // The first picture must be fast: the next one looks again.
    if (m_call == 1) {
        for (const SocketEntry &entry : sockets) {
            if (isMissing(entry))
                m_sockets[entry.inode].lookAgain = true;
        }
        return;
    }
    for (int round = 0; round < maximumRounds && m_missed && m_unresolved > 0; ++round) {
        m_living.clear();
        m_missed = false;
        if (std::ranges::none_of(sockets, isMissing) || !listProcesses())
            break;
        for (const qint32 pid : std::as_const(m_pids)) {
            if (m_unresolved <= 0)
                break;
            Process &process = m_processes[pid];
            process.scannedAt = std::min(process.scannedAt, m_call - 1);
            scan(pid);
        }
    }
    m_living.clear();
}

bool LinuxProcessSource::holdsNew(qint32 pid) const
{
    return m_found.contains(pid);
}

QList<qint32> LinuxProcessSource::children(qint32 pid) const
{
    const QByteArray tasks = QByteArray::number(pid) + "/task";
    const FileDescriptor folder(::openat(m_proc.get(), tasks.constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    QList<qint32> pids;
    if (!folder.isValid())
        return pids;
    listFolder(folder.get(), [&](const char *name, quint64, unsigned char) {
        std::array<char, 32> path;
        std::snprintf(path.data(), path.size(), "%s/children", name);
        for (const QByteArray &word : readFileAt(folder.get(), path.data()).split(' ')) {
            if (const qint32 child = numericName(word.constData()); child > 0)
                pids.append(child);
        }
    });
    return pids;
}

qint32 LinuxProcessSource::parentOf(qint32 pid) const
{
    const auto process = m_processes.constFind(pid);
    return process != m_processes.constEnd() && process->info ? process->mark.stat.parent : 0;
}

void LinuxProcessSource::searchRelatives()
{
    if (m_found.isEmpty())
        return;
    // Up as long as the parent holds it too, one further (it may have handed the socket to
    // several children and closed it), then down.
    QSet<qint32> roots;
    const QSet<qint32> found = m_found;
    for (qint32 pid : found) {
        for (qint32 parent = parentOf(pid); parent > 1; parent = parentOf(pid)) {
            scan(parent);
            pid = parent;
            if (!holdsNew(parent))
                break;
        }
        roots.insert(pid);
    }
    QList<qint32> waiting(roots.cbegin(), roots.cend());
    QSet<qint32> seen = roots;
    while (!waiting.isEmpty() && seen.size() < maximumRelatives) {
        for (const qint32 child : children(waiting.takeLast())) {
            if (seen.contains(child))
                continue;
            seen.insert(child);
            scan(child);
            waiting.append(child);
        }
    }
    // In a group of its own, a service may have started its workers in any way.
    QSet<quint64> groups;
    for (const Socket &socket : std::as_const(m_sockets)) {
        if (socket.newSince == m_call && !socket.holders.isEmpty())
            groups.insert(socket.cgroupId);
    }
    for (const quint64 group : std::as_const(groups)) {
        const auto path = m_groups.path(group);
        if (!path || *path == "/")
            continue;
        for (const qint32 pid : m_groups.processes(*path))
            scan(pid);
    }
}

void LinuxProcessSource::searchSlice()
{
    const qsizetype sliceSize = (m_pids.size() + callsPerTurn - 1) / callsPerTurn;
    for (qsizetype i = 0; i < sliceSize; ++i) {
        m_slicePosition = (m_slicePosition + 1) % m_pids.size();
        scan(m_pids.at(m_slicePosition));
    }
}

OwnerParts LinuxProcessSource::withoutHolder(const SocketEntry &entry, Socket *socket)
{
    OwnerParts parts;
    if (socket == nullptr) {
        parts.reason = OwnerReason::KernelSocket;
        name(parts, kernelPartOf(entry.transport, entry.port, {}));
        return parts;
    }
    if (!m_listable) {
        parts.reason = OwnerReason::NotSearched;
        return parts;
    }
    if (socket->lost || (socket->newSince == m_call && !stillLives(entry))) {
        parts.reason = OwnerReason::Ended;
        socket->lookAgain = true;
        return parts;
    }
    if (socket->newSince == m_call && m_refused > 0)
        socket->beyondRefused = isBeyondRefused(entry);
    const bool allSearched
        = (!m_hidden && (m_refused == 0 || socket->beyondRefused)) || m_told.isUnheld(entry.inode);
    // While processes come and go a socket can be passed on behind the search: what the kernel holds
    // stays, so it is called so only when one more call finds no holder either.
    const bool doubtful = m_call > 1 && socket->newSince == m_call && (m_missed || !socket->searchedInVain);
    if (allSearched && m_initialNamespace && !doubtful) {
        // Nobody escapes a search of all processes but the kernel and those in namespaces above.
        parts.reason = OwnerReason::KernelSocket;
        name(parts, kernelPart(entry, *socket));
    } else if (entry.uid == 0 && kernelPart(entry, *socket).certain) {
        parts.attribution = Attribution::Inferred;
        parts.reason = OwnerReason::KernelSocket;
        name(parts, *socket->kernelPart);
    } else if (allSearched && doubtful) {
        socket->searchedInVain = true;
        socket->lookAgain = true;
    } else if (allSearched) {
        parts.reason = OwnerReason::OtherNamespace;
    } else {
        infer(parts, entry, *socket);
    }
    return parts;
}

const KernelPart &LinuxProcessSource::kernelPart(const SocketEntry &entry, Socket &socket)
{
    if (!socket.kernelPart) {
        socket.kernelPart = entry.networkNamespace.isEmpty() ? m_kernel.partOf(entry.transport, entry.port)
                                                             : kernelPartOf(entry.transport, entry.port, {});
    }
    return *socket.kernelPart;
}

void LinuxProcessSource::infer(OwnerParts &parts, const SocketEntry &entry, const Socket &socket)
{
    const bool inGroup = entry.cgroupId > rootControlGroup && !groupPath(entry.cgroupId).isEmpty();
    if (const NetworkNamespace *space = inGroup ? nullptr : otherNamespace(entry)) {
        parts = livingIn(*space, entry.uid);
        return;
    }
    const Candidates &group = candidates(entry.cgroupId, entry.uid);
    // What started later cannot have opened it; it may have inherited it.
    const auto isElder = [&](const ProcessPtr &process) { return process->key.startTicks <= socket.seenAt; };
    std::ranges::copy_if(group.processes, std::back_inserter(parts.processes), isElder);
    const bool elders = !parts.processes.isEmpty();
    if (!elders)
        parts.processes = group.processes;
    if (!inGroup && parts.processes.isEmpty()) {
        parts.reason = entry.uid == m_effectiveUser ? OwnerReason::NotFound : OwnerReason::OtherUser;
        return;
    }
    parts.attribution = Attribution::Inferred;
    parts.reason = parts.processes.isEmpty()               ? OwnerReason::ControlGroupOnly
        : inGroup && elders && parts.processes.size() == 1 ? OwnerReason::OneCandidate
                                                           : OwnerReason::SeveralCandidates;
}

bool LinuxProcessSource::stillLives(const SocketEntry &entry)
{
    const std::pair key(entry.networkNamespace, quint8(entry.transport));
    auto living = m_living.find(key);
    if (living == m_living.end()) {
        living = m_living.insert(key, entry.networkNamespace.isEmpty() ? livingHere(entry.transport)
                                                                       : livingThere(otherNamespace(entry), entry.transport));
    }
    return living->contains(entry.inode) || living->contains(anySocket);
}

QSet<quint64> LinuxProcessSource::livingHere(Transport transport)
{
    QSet<quint64> living;
    const quint32 states = 1u << (transport == Transport::Tcp ? TCP_LISTEN : TCP_CLOSE);
    for (const quint8 family : { quint8(AF_INET), quint8(AF_INET6) }) {
        const SockDiagDump dump = m_client.dump(family, transport, states);
        if (dump.error != 0 || dump.interrupted)
            living.insert(anySocket);
        for (const InetSocket &socket : dump.sockets)
            living.insert(socket.inode);
    }
    return living;
}

QSet<quint64> LinuxProcessSource::livingThere(const NetworkNamespace *space, Transport transport) const
{
    // Where no process lives, none can have ended.
    if (space == nullptr || space->processes.isEmpty())
        return { anySocket };
    QSet<quint64> living;
    for (const char *suffix : { "", "6" }) {
        const QByteArray path
            = QByteArray::number(space->processes.first()) + "/net/" + transportName(transport) + suffix;
        const QByteArray table = readFileAt(m_proc.get(), path.constData());
        if (table.isNull() && errno != ENOENT)
            living.insert(anySocket);
        for (const InetSocket &socket : parseProcNet(table, transport).sockets)
            living.insert(socket.inode);
    }
    return living;
}

const NetworkNamespace *LinuxProcessSource::otherNamespace(const SocketEntry &entry) const
{
    return m_namespaces && !entry.networkNamespace.isEmpty() ? m_namespaces->find(entry.networkNamespace) : nullptr;
}

bool LinuxProcessSource::isBeyondRefused(const SocketEntry &entry) const
{
    // Even root is refused some processes' descriptors at times, the first process's for one. The
    // tables of their network namespaces are open to all.
    if (m_refused > maximumRefused)
        return false;
    for (auto process = m_processes.cbegin(); process != m_processes.cend(); ++process) {
        if (!process->refused)
            continue;
        for (const char *suffix : { "", "6" }) {
            const QByteArray path
                = QByteArray::number(process.key()) + "/net/" + transportName(entry.transport) + suffix;
            const QByteArray table = readFileAt(m_proc.get(), path.constData());
            const QList<InetSocket> sockets = parseProcNet(table, entry.transport).sockets;
            if (table.isEmpty() || std::ranges::any_of(sockets, [&](const InetSocket &socket) {
                    return socket.inode == entry.inode;
                }))
                return false;
        }
    }
    return true;
}

const LinuxProcessSource::Candidates &LinuxProcessSource::candidates(quint64 cgroupId, quint32 uid)
{
    Candidates &group = m_candidates[{ cgroupId, uid }];
    if (std::exchange(group.known, true))
        return group;
    const auto path = m_groups.path(cgroupId);
    const bool inGroup = cgroupId > rootControlGroup && m_groups.isMounted();
    if (inGroup && !path)
        return group;
    const QList<qint32> pids = inGroup ? m_groups.processes(*path) : processesInNoGroup(cgroupId, uid);
    for (const qint32 pid : pids) {
        if (group.processes.size() >= maximumCandidates)
            break;
        // Where the descriptors could be read, the socket is not among them.
        const auto process = m_processes.constFind(pid);
        if (process != m_processes.constEnd() && process->scannedAt != 0 && !process->refused)
            continue;
        if (check(pid) && m_processes[pid].info)
            group.processes.append(m_processes[pid].info);
    }
    sortHolders(group.processes);
    return group;
}

OwnerParts LinuxProcessSource::livingIn(const NetworkNamespace &space, quint32 uid)
{
    OwnerParts parts;
    for (const qint32 pid : space.processes.first(std::min(space.processes.size(), maximumCandidates))) {
        // Where the descriptors could be read, the socket is not among them.
        const auto process = m_processes.constFind(pid);
        if (process != m_processes.constEnd() && process->scannedAt != 0 && !process->refused)
            continue;
        if (check(pid) && m_processes[pid].info)
            parts.processes.append(m_processes[pid].info);
    }
    std::ranges::sort(parts.processes, {}, [&](const ProcessPtr &process) {
        return std::tuple(process->uid != uid, isLauncher(*process), process->key.startTicks, process->key.pid);
    });
    parts.attribution = parts.processes.isEmpty() ? Attribution::None : Attribution::Inferred;
    parts.reason = parts.processes.isEmpty() ? OwnerReason::OtherUser
        : parts.processes.size() == 1        ? OwnerReason::OneInNamespace
                                             : OwnerReason::SeveralInNamespace;
    return parts;
}

QList<qint32> LinuxProcessSource::processesInNoGroup(quint64 cgroupId, quint32 uid)
{
    const auto known = m_inNoGroup.constFind({ cgroupId, uid });
    if (known != m_inNoGroup.constEnd())
        return *known;
    QList<qint32> all = m_pids;
    // Without a unified tree every socket is in its root, and so is every process.
    if (cgroupId == rootControlGroup && m_groups.isMounted()) {
        const auto root = m_groups.path(rootControlGroup);
        all = root ? m_groups.processes(*root) : QList<qint32>();
    }
    QList<qint32> pids;
    for (const qint32 pid : std::as_const(all)) {
        struct stat status
        {
        };
        const QByteArray folder = QByteArray::number(pid);
        if (::fstatat(m_proc.get(), folder.constData(), &status, 0) != 0 || status.st_uid != uid || isKernelThread(pid))
            continue;
        pids.append(pid);
        if (pids.size() > maximumInNoGroup) {
            pids.clear();
            break;
        }
    }
    m_inNoGroup.insert({ cgroupId, uid }, pids);
    return pids;
}

bool LinuxProcessSource::isKernelThread(qint32 pid)
{
    Process &process = m_processes[pid];
    if (!process.isKernelThread) {
        const auto stat = readProcessStat(m_proc.get(), QByteArray(QByteArray::number(pid) + "/stat").constData());
        if (!stat)
            return false;
        process.isKernelThread = m_initialNamespace && (pid == kernelThreads || stat->parent == kernelThreads);
    }
    return *process.isKernelThread;
}

QString LinuxProcessSource::groupPath(quint64 cgroupId)
{
    if (cgroupId == 0)
        return {};
    auto known = m_groupPaths.constFind(cgroupId);
    if (known == m_groupPaths.constEnd())
        known = m_groupPaths.insert(cgroupId, text::fromKernel(m_groups.path(cgroupId).value_or(QByteArray())));
    return *known;
}

} // namespace portolan::platform
