// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/linux/network_namespaces.h"

#include "platform/linux/proc_file.h"
#include "process/control_group.h"
#include "text/text.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <map>
#include <utility>

namespace portolan::platform {

namespace {

/// Processes tried until one is found that still lives in the namespace.
constexpr qsizetype maximumTries = 4;

/// After its birth a process is looked at again after 1, 2, 4 ... calls, up to this.
constexpr quint64 longestDelay = 8;
constexpr int maximumLooks = 256;
/// Processes looked at in turn at every call.
constexpr int sliceSize = 2;
/// Members of a namespace that are asked for their container.
constexpr qsizetype maximumAsked = 16;
constexpr qsizetype shortIdLength = 12;

/// Inode number of a process's net/tcp; 0 when it is gone.
quint64 spaceOfProcess(int procFolder, const char *process)
{
    std::array<char, 48> path;
    std::snprintf(path.data(), path.size(), "%s/net/tcp", process);
    struct stat status
    {
    };
    return ::fstatat(procFolder, path.data(), &status, 0) == 0 ? status.st_ino : 0;
}

quint64 spaceOfProcess(int procFolder, qint32 pid)
{
    std::array<char, 16> name;
    std::snprintf(name.data(), name.size(), "%d", pid);
    return spaceOfProcess(procFolder, name.data());
}

QString identityText(quint64 space)
{
    return QLatin1String("net/") + QString::number(space);
}

/// The number in "net:[4026531840]"; 0 when the link may not be read.
quint64 numberOfNamespace(int procFolder, qint32 pid)
{
    const QByteArray link = readLinkAt(procFolder, QByteArray(QByteArray::number(pid) + "/ns/net").constData());
    return link.startsWith("net:[") && link.endsWith(']') ? link.mid(5, link.size() - 6).toULongLong() : 0;
}

QByteArray fileBelow(int procFolder, qint32 pid, const char *name)
{
    return readFileAt(procFolder, QByteArray(QByteArray::number(pid) + '/' + name).constData(), 64 * 1024);
}

} // namespace

NetworkNamespaces::NetworkNamespaces(const QByteArray &procRoot, NamespaceFiles files)
    : m_proc(::open(procRoot.constData(), O_PATH | O_DIRECTORY | O_CLOEXEC))
    , m_files(std::move(files))
{
}

QString NetworkNamespaces::identityOf(int procFolder, const char *process)
{
    const quint64 space = spaceOfProcess(procFolder, process);
    return space == 0 ? QString() : identityText(space);
}

const NetworkNamespace *NetworkNamespaces::find(const QString &identity) const
{
    const auto found = std::ranges::lower_bound(m_others, identity, {}, &NetworkNamespace::identity);
    return found != m_others.end() && found->identity == identity ? &*found : nullptr;
}

void NetworkNamespaces::refresh()
{
    ++m_call;
    if (m_own == 0)
        m_own = spaceOfProcess(m_proc.get(), "thread-self");
    if (m_own == 0)
        return; // without one's own, none can be told to be another
    m_changed |= m_files.refresh();
    const quint64 revision = m_directory ? m_directory->revision() : 0;
    m_changed |= std::exchange(m_directoryRevision, revision) != revision;
    // The last field is the pid that was given out last, proc(5).
    const QByteArray load = readFileAt(m_proc.get(), "loadavg");
    const QByteArray last = load.mid(load.lastIndexOf(' ') + 1);
    if (std::exchange(m_lastPid, last) != last || last.isEmpty())
        listProcesses();
    lookAtNew();
    lookInTurn();
    verifyRepresentatives();
    if (std::exchange(m_changed, false) || m_call <= m_allSettledAt)
        rebuild();
}

void NetworkNamespaces::listProcesses()
{
    const auto pids = listPids(m_proc.get());
    if (!pids)
        return;
    m_pids = *pids;
    for (const qint32 pid : std::as_const(m_pids)) {
        Process &process = m_processes[pid];
        if (process.listedAt == 0)
            m_looks.append({ pid, m_call, 1 });
        process.listedAt = m_call;
    }
    m_processes.removeIf([this](const auto &entry) {
        const Process &process = entry.value();
        if (process.listedAt == m_call)
            return false;
        m_changed |= process.space != 0 && process.space != m_own;
        return true;
    });
}

void NetworkNamespaces::lookAtNew()
{
    if (m_looks.isEmpty())
        return;
    // Nothing is new at the first call: who was there before us has long moved.
    const bool first = m_call == 1;
    int looked = 0;
    QList<Look> waiting;
    for (const Look &next : std::as_const(m_looks)) {
        if (next.due > m_call || (!first && looked >= maximumLooks)) {
            waiting.append(next);
            continue;
        }
        ++looked;
        look(next.pid);
        if (!first && next.delay <= longestDelay && m_processes.contains(next.pid))
            waiting.append({ next.pid, m_call + next.delay, next.delay * 2 });
    }
    m_looks = std::move(waiting);
}

void NetworkNamespaces::lookInTurn()
{
    for (int i = 0; i < sliceSize && i < m_pids.size(); ++i) {
        m_position = (m_position + 1) % m_pids.size();
        look(m_pids.at(m_position));
    }
}

void NetworkNamespaces::look(qint32 pid)
{
    const auto process = m_processes.find(pid);
    if (process == m_processes.end())
        return;
    const quint64 space = spaceOfProcess(m_proc.get(), pid);
    const quint64 before = std::exchange(process->space, space);
    const auto isOther = [this](quint64 one) { return one != 0 && one != m_own; };
    m_changed |= before != space && (isOther(before) || isOther(space));
}

void NetworkNamespaces::verifyRepresentatives()
{
    bool lookedAtAll = false;
    for (auto space = m_spaces.begin(); space != m_spaces.end(); ++space) {
        const qint32 representative = space->representative;
        if (representative == 0 || spaceOfProcess(m_proc.get(), representative) == space.key())
            continue;
        m_changed = true;
        look(representative);
        // Another one may have come to live there unnoticed; who is gone must not be taken for alive.
        if (!std::exchange(lookedAtAll, true)) {
            listProcesses();
            for (const qint32 pid : std::as_const(m_pids))
                look(pid);
        }
    }
}

void NetworkNamespaces::rebuild()
{
    std::map<quint64, QList<qint32>> members;
    for (auto process = m_processes.cbegin(); process != m_processes.cend(); ++process) {
        if (process->space != 0 && process->space != m_own)
            members[process->space].append(process.key());
    }
    m_spaces.removeIf([&](const auto &entry) { return !members.contains(entry.key()); });
    m_others.clear();
    QList<quint64> known;
    for (auto &[inode, processes] : members) {
        std::ranges::sort(processes);
        Space &space = m_spaces[inode];
        if (const qsizetype at = processes.indexOf(space.representative); at > 0)
            processes.move(at, 0);
        identify(space, processes);
        space.representative = processes.first();
        known.append(space.inode);
        const auto file = std::ranges::find(m_files.files(), space.inode, &NamespaceFile::inode);
        const NamespaceFile *const kept = space.inode != 0 && file != m_files.files().end() ? &*file : nullptr;
        m_others.append({ identityText(inode), nameOf(space, kept), processes, kept ? kept->path : QByteArray(),
                          space.container });
    }
    if (::geteuid() == 0)
        addFilesWithoutProcess(known);
    std::ranges::sort(m_others, {}, &NetworkNamespace::identity);
}

void NetworkNamespaces::identify(Space &space, const QList<qint32> &processes)
{
    // The number of a namespace that ended is given out again: nothing is known of one whose
    // processes are all others.
    if (!processes.contains(space.representative)) {
        space = {};
        space.settledAt = m_call + longestDelay;
        space.inode = numberOfNamespace(m_proc.get(), processes.first());
        m_allSettledAt = space.settledAt;
    }
    if (space.container)
        return;
    if (m_call <= space.settledAt) {
        space.firstProcess = processes.first();
        space.processName = text::fromKernel(fileBelow(m_proc.get(), space.firstProcess, "comm").trimmed());
    }
    for (const qint32 pid : processes.first(std::min(processes.size(), maximumAsked))) {
        space.container = containerOfControlGroup(text::fromKernel(controlGroupPath(fileBelow(m_proc.get(), pid, "cgroup"))));
        if (space.container)
            return;
    }
}

QString NetworkNamespaces::nameOf(const Space &space, const NamespaceFile *file) const
{
    if (space.container) {
        const Container container = m_directory ? m_directory->completed(*space.container) : *space.container;
        return container.name.isEmpty() ? container.id.left(shortIdLength) : container.name;
    }
    if (file && !file->name.isEmpty())
        return file->name;
    if (!space.processName.isEmpty())
        return QStringLiteral("%1 (%2)").arg(space.processName, QString::number(space.firstProcess));
    return space.inode != 0 ? QStringLiteral("net:[%1]").arg(space.inode) : QString::number(space.firstProcess);
}

void NetworkNamespaces::addFilesWithoutProcess(const QList<quint64> &withProcess)
{
    QList<std::pair<const NamespaceFile *, quint64>> found;
    for (const NamespaceFile &file : m_files.files()) {
        if (!withProcess.contains(file.inode))
            found.append({ &file, 0 });
    }
    if (found.isEmpty())
        return;
    m_visitor.run([&] {
        for (auto &[file, space] : found) {
            if (NamespaceVisitor::enter(AT_FDCWD, file->path.constData()))
                space = spaceOfProcess(m_proc.get(), "thread-self");
        }
    });
    for (const auto &[file, space] : std::as_const(found)) {
        const QString identity = identityText(space);
        // A namespace's own number may not be shown, and two files may keep the same one.
        if (space == 0 || space == m_own
            || std::ranges::find(m_others, identity, &NetworkNamespace::identity) != m_others.end())
            continue;
        const QString name = file->name.isEmpty() ? QStringLiteral("net:[%1]").arg(file->inode) : file->name;
        m_others.append({ identity, name, {}, file->path, {} });
    }
}

bool enterNetworkNamespace(int procFolder, const NetworkNamespace &space)
{
    const auto arrived = [&] { return NetworkNamespaces::identityOf(procFolder, "thread-self") == space.identity; };
    for (const qint32 pid : space.processes.first(std::min(space.processes.size(), maximumTries))) {
        const QByteArray file = QByteArray::number(pid) + "/ns/net";
        if (NamespaceVisitor::enter(procFolder, file.constData()) && arrived())
            return true;
    }
    return !space.file.isEmpty() && NamespaceVisitor::enter(AT_FDCWD, space.file.constData()) && arrived();
}

QByteArray processIn(int procFolder, const NetworkNamespace &space)
{
    for (const qint32 pid : space.processes.first(std::min(space.processes.size(), maximumTries))) {
        const QByteArray name = QByteArray::number(pid);
        if (NetworkNamespaces::identityOf(procFolder, name.constData()) == space.identity)
            return name;
    }
    return {};
}

} // namespace portolan::platform
