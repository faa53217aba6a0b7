// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/linux/linux_process_source.h"

#include "platform/linux/descriptor_scan.h"
#include "platform/linux/proc_file.h"
#include "text/text.h"

#include <fcntl.h>
#include <linux/capability.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <utility>

namespace portolan::platform {

namespace {

/// Inode of the first pid namespace, PROC_PID_INIT_INO in the kernel's proc_ns.h.
constexpr QByteArrayView initialPidNamespace("pid:[4026531836]");

/// Each takes two descriptors, of which a process has 1024 by default.
constexpr qsizetype maximumWatches = 128;
/// Calls in which every watched process is compared in every detail once.
constexpr quint64 callsPerDetailedLook = 8;

FileDescriptor openProcess(int proc, qint32 pid)
{
    std::array<char, 16> name;
    std::snprintf(name.data(), name.size(), "%d", pid);
    return FileDescriptor(::openat(proc, name.data(), O_PATH | O_DIRECTORY | O_CLOEXEC));
}

/// Whether /proc hides other users' processes, proc(5), "hidepid".
bool isMountedHiding(const QByteArray &mountinfo, const QByteArray &procRoot)
{
    for (const QByteArray &line : mountinfo.split('\n')) {
        const QList<QByteArray> fields = line.split(' ');
        if (fields.size() < 7 || fields.at(4) != procRoot)
            continue;
        for (const QByteArray &option : fields.last().split(',')) {
            if (option.startsWith("hidepid="))
                return option != "hidepid=0" && option != "hidepid=off";
        }
    }
    return false;
}

/// Whether the rights reach every user's processes: CAP_SYS_PTRACE, capabilities(7), in the first
/// user namespace, which maps all 2^32 - 1 ids, user_namespaces(7).
bool mayLookInside(const QByteArray &status, const QByteArray &userMap)
{
    constexpr QByteArrayView label("\nCapEff:\t");
    const qsizetype at = status.indexOf(label);
    const qsizetype end = at < 0 ? -1 : status.indexOf('\n', at + label.size());
    if (end < 0)
        return false;
    const quint64 capabilities = status.mid(at + label.size(), end - at - label.size()).toULongLong(nullptr, 16);
    return ((capabilities >> CAP_SYS_PTRACE) & 1) != 0 && userMap.simplified() == "0 0 4294967295";
}

} // namespace

LinuxProcessSource::LinuxProcessSource(const QByteArray &procRoot, std::shared_ptr<const NetworkNamespaces> namespaces)
    : m_proc(::open(procRoot.constData(), O_PATH | O_DIRECTORY | O_CLOEXEC))
    , m_procRoot(procRoot)
    , m_namespaces(std::move(namespaces))
    , m_groups(procRoot)
    , m_reader(procRoot)
    , m_load(::openat(m_proc.get(), "loadavg", O_RDONLY | O_CLOEXEC))
    , m_initialNamespace(readLinkAt(m_proc.get(), "self/ns/pid") == initialPidNamespace)
{
}

OwnerSample LinuxProcessSource::owners(const QList<SocketEntry> &sockets)
{
    ++m_call;
    m_reader.nextTick();
    m_groups.nextTick();
    m_kernel.nextTick();
    m_candidates.clear();
    m_groupPaths.clear();
    m_living.clear();
    m_suspects.clear();
    m_found.clear();
    m_missed = false;
    m_factsChanged = m_told.nextCall();

    checkPermissions();
    remember(sockets);
    verifyHolders();
    search();
    searchOnceMore(sockets);

    OwnerSample sample;
    sample.privileged = m_listable && (m_mayLookInside || (m_told.isOn() && !m_hidden));
    sample.owners.reserve(sockets.size());
    for (const SocketEntry &entry : sockets) {
        const auto socket = m_sockets.find(entry.inode);
        if (socket == m_sockets.end()) {
            sample.owners.append(ownerOf(entry, nullptr));
            continue;
        }
        if (!socket->owner || socket->changed || m_factsChanged || m_told.isOn()
            || socket->holders.isEmpty())
            socket->owner = ownerOf(entry, &*socket);
        socket->changed = false;
        socket->lost = false;
        sample.owners.append(socket->owner);
    }
    m_told.endCall();
    m_owners.prune();
    pruneWatches();

    if (!m_listable) {
        sample.completeness = Completeness::Partial;
        sample.remarks.append(Remark::ProcUnreadable);
    }
    if (m_refused > 0 && !m_told.isComplete())
        sample.remarks.append(Remark::OwnersHidden);
    if (m_hidden)
        sample.remarks.append(Remark::ProcessesHidden);
    if (!m_groups.isMounted())
        sample.remarks.append(Remark::NoControlGroups);
    return sample;
}

void LinuxProcessSource::checkPermissions()
{
    const quint32 user = ::geteuid();
    if (user == m_effectiveUser)
        return;
    m_effectiveUser = user;
    m_mayLookInside = mayLookInside(readFileAt(m_proc.get(), "self/status"), readFileAt(m_proc.get(), "self/uid_map"));
    m_hidden = user != 0
        && isMountedHiding(readFileAt(m_proc.get(), "self/mountinfo"), m_procRoot);
    for (Process &process : m_processes)
        process.scannedAt = 0;
}

void LinuxProcessSource::remember(const QList<SocketEntry> &sockets)
{
    m_unresolved = 0;
    qsizetype asked = 0;
    const quint64 now = m_reader.now();
    for (const SocketEntry &entry : sockets) {
        if (entry.inode == 0)
            continue;
        Socket &socket = m_sockets[entry.inode];
        // What was said to have ended and is still here went to a process that was not found yet.
        if (socket.askedAt == 0 || socket.lookAgain) {
            socket.newSince = m_call;
            socket.seenAt = socket.askedAt == 0 ? now : socket.seenAt;
            socket.lookAgain = false;
            ++m_unresolved;
        }
        socket.changed |= socket.cgroupId != entry.cgroupId;
        socket.cgroupId = entry.cgroupId;
        asked += socket.askedAt != m_call ? 1 : 0;
        socket.askedAt = m_call;
    }
    if (m_sockets.size() != asked)
        m_sockets.removeIf([this](const auto &entry) { return entry.value().askedAt != m_call; });
}

void LinuxProcessSource::verifyHolders()
{
    // The links are read before the identities: a process that passes both was the known one
    // from the first to the second.
    QSet<qint32> used;
    qint32 lastPid = 0;
    const ProcessWatch *watch = nullptr;
    for (auto socket = m_sockets.begin(); socket != m_sockets.end(); ++socket) {
        if (socket->holders.isEmpty())
            continue;
        const quint64 inode = socket.key();
        const qsizetype dropped = socket->holders.removeIf([&](const Holder &holder) {
            if (holder.pid != lastPid) {
                lastPid = holder.pid;
                used.insert(holder.pid);
                const auto process = m_processes.constFind(holder.pid);
                watch = process == m_processes.constEnd() ? nullptr : process->watch.get();
            }
            if (watch ? holdsSocket(watch->folder(), holder.thread, holder.descriptor, inode)
                      : holdsSocket(m_proc.get(), holder.pid, holder.thread, holder.descriptor, inode))
                return false;
            m_suspects.insert(holder.pid);
            return true;
        });
        socket->changed |= dropped > 0;
    }
    QSet<qint32> gone;
    for (const qint32 pid : std::as_const(used)) {
        if (!check(pid))
            gone.insert(pid);
    }
    dropHolders(gone);
}

void LinuxProcessSource::dropHolders(const QSet<qint32> &pids)
{
    for (Socket &socket : m_sockets) {
        if (!pids.isEmpty()
            && socket.holders.removeIf([&](const Holder &holder) { return pids.contains(holder.pid); }) > 0)
            socket.changed = true;
        if (socket.holders.isEmpty() && socket.changed && socket.newSince != m_call) {
            socket.newSince = m_call;
            socket.lost = true;
            ++m_unresolved;
        }
    }
}

bool LinuxProcessSource::check(qint32 pid)
{
    Process &process = m_processes[pid];
    if (process.checkedAt == m_call)
        return process.info != nullptr;
    process.checkedAt = m_call;

    if (process.info && isUnchanged(pid, process))
        return true;
    process.watch.reset();
    FileDescriptor folder = openProcess(m_proc.get(), pid);
    const auto mark = folder.isValid() ? m_reader.mark(folder.get()) : std::nullopt;
    const bool same = mark && process.info && mark->stat.startTicks == process.info->key.startTicks;
    const ProcessPtr before = std::exchange(process.info, nullptr);
    if (!mark) {
        m_factsChanged |= before != nullptr;
        return false;
    }
    readFacts(process, std::move(folder), *mark);
    if (before && *before == *process.info)
        process.info = before;
    else
        m_factsChanged |= before != nullptr;
    return same || !before;
}

bool LinuxProcessSource::isUnchanged(qint32 pid, const Process &process)
{
    if (!process.watch) {
        const auto mark = m_reader.mark(m_proc.get(), pid);
        return mark && *mark == process.mark;
    }
    if ((m_call + quint64(pid)) % callsPerDetailedLook != 0 && process.mark.stat.startTicks != 0)
        return process.watch->looksLike(process.mark);
    const auto mark = m_reader.mark(process.watch->folder());
    return mark && *mark == process.mark;
}

void LinuxProcessSource::readFacts(Process &process, FileDescriptor folder, const ProcessMark &mark)
{
    process.mark = mark;
    process.info = m_reader.read(m_proc.get(), folder.get(), mark);
    // In the middle of execve(2) the new program's arguments are not in place yet: look again.
    if (process.info->commandLine.isEmpty())
        process.mark.stat.startTicks = 0;
    if (m_watched.size() < maximumWatches || m_watched.contains(mark.stat.pid)) {
        process.watch = ProcessWatch::of(std::move(folder));
        if (!m_watched.contains(mark.stat.pid))
            m_watched.append(mark.stat.pid);
    }
}

void LinuxProcessSource::pruneWatches()
{
    m_watched.removeIf([this](qint32 pid) {
        const auto process = m_processes.find(pid);
        if (process == m_processes.end())
            return true;
        if (process->checkedAt != m_call)
            process->watch.reset();
        return !process->watch;
    });
}

bool LinuxProcessSource::processesMayHaveChanged()
{
    // The last field is the pid that was given out last, proc(5).
    std::array<char, 128> buffer;
    const ssize_t length = ::pread(m_load.get(), buffer.data(), buffer.size(), 0);
    const QByteArrayView load(buffer.data(), std::max(length, ssize_t(0)));
    const QByteArray last = load.sliced(load.lastIndexOf(' ') + 1).toByteArray();
    const bool changed = last.isEmpty() || last != m_lastPid;
    m_lastPid = last;
    return changed;
}

bool LinuxProcessSource::listProcesses()
{
    const auto pids = listPids(m_proc.get());
    m_listable = pids && !pids->isEmpty();
    if (!m_listable)
        return false;
    m_pids = *pids;
    m_inNoGroup.clear();
    for (const qint32 pid : std::as_const(m_pids))
        m_processes[pid].listedAt = m_call;
    QSet<qint32> gone;
    m_processes.removeIf([&](const auto &entry) {
        const Process &process = entry.value();
        if (process.listedAt == m_call)
            return false;
        m_refused -= process.refused ? 1 : 0;
        if (process.info)
            gone.insert(entry.key());
        return true;
    });
    if (!gone.isEmpty())
        dropHolders(gone);
    return true;
}

OwnerPtr LinuxProcessSource::ownerOf(const SocketEntry &entry, Socket *socket)
{
    OwnerParts parts;
    if (socket != nullptr && !socket->holders.isEmpty()) {
        for (const Holder &holder : socket->holders) {
            const auto process = m_processes.constFind(holder.pid);
            if (process != m_processes.constEnd() && process->info)
                parts.processes.append(process->info);
        }
    }
    addTold(parts.processes, entry.inode);
    if (!parts.processes.isEmpty()) {
        sortHolders(parts.processes);
        parts.attribution = Attribution::Observed;
        parts.reason = OwnerReason::None;
    } else {
        m_told.miss(entry.inode);
        parts = withoutHolder(entry, socket);
    }
    parts.uid = entry.uid;
    parts.user = m_reader.userName(entry.uid);
    parts.cgroupId = entry.cgroupId;
    parts.cgroup = groupPath(entry.cgroupId);
    return m_owners.owner(parts);
}

void LinuxProcessSource::addTold(QList<ProcessPtr> &processes, quint64 inode)
{
    for (const ToldProcess &told : m_told.holders(inode)) {
        if (std::ranges::any_of(processes, [&](const ProcessPtr &known) { return known->key == told.key; }))
            continue;
        // Believed of this very process only, not of another that got its pid.
        const ProcessPtr info = check(told.key.pid) ? m_processes[told.key.pid].info : nullptr;
        if (info && info->key == told.key)
            processes.append(m_told.completed(info, told));
        else if (!m_hidden) // where it is hidden, no other answer would be believed either
            m_told.doubt();
    }
}

} // namespace portolan::platform
