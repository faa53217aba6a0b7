// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/linux/process_reader.h"

#include "platform/linux/proc_file.h"
#include "process/control_group.h"
#include "process/interpreter.h"
#include "text/text.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <charconv>
#include <cstdio>
#include <ctime>

namespace portolan::platform {

namespace {

constexpr qsizetype maximumCommandLine = 256 * 1024;
constexpr int maximumAncestors = 64;
constexpr QByteArrayView deletedSuffix(" (deleted)");

using FileStatus = struct stat;

/// The kernel appends " (deleted)" to the target of a link whose file is gone, but a file may
/// really be called so. Then it is found under that name, as that process sees the file system.
bool isDeleted(int processFolder, const QByteArray &link)
{
    if (!link.endsWith(deletedSuffix))
        return false;
    FileStatus running {};
    FileStatus named {};
    if (::fstatat(processFolder, "exe", &running, 0) != 0)
        return true;
    const QByteArray path = "root" + link;
    return ::fstatat(processFolder, path.constData(), &named, 0) != 0 || named.st_ino != running.st_ino
        || named.st_dev != running.st_dev;
}

/// Whether a file stands where the running program's file was, as that process sees the file system.
bool isReplaced(int processFolder, QByteArrayView executable)
{
    FileStatus now {};
    const QByteArray path = "root" + executable.toByteArray();
    return ::fstatat(processFolder, path.constData(), &now, 0) == 0 && S_ISREG(now.st_mode);
}

/// What an interpreter runs. A relative path counts only where such a file is found: the process may
/// have changed its working folder since it was started.
QString readScript(int processFolder, const ProcessInfo &process)
{
    const QStringView interpreter = QStringView(process.executable).sliced(process.executable.lastIndexOf(u'/') + 1);
    const QString given = scriptArgument(interpreter, process.commandLine);
    if (given.isEmpty())
        return {};
    const QString workingFolder = text::fromKernel(readLinkAt(processFolder, "cwd"));
    const QString script = scriptOf(interpreter, process.commandLine, workingFolder);
    if (given.startsWith(u'/'))
        return script;
    FileStatus status {};
    const QByteArray path = "root" + text::toKernel(script);
    return ::fstatat(processFolder, path.constData(), &status, 0) == 0 && S_ISREG(status.st_mode) ? script : QString();
}

qint64 readBootTime(const QByteArray &procRoot)
{
    const QByteArray bytes = readFileAt(AT_FDCWD, QByteArray(procRoot + "/stat").constData());
    const qsizetype line = bytes.indexOf("\nbtime ");
    if (line < 0)
        return 0;
    qint64 seconds = 0;
    const char *const start = bytes.constData() + line + 7;
    const auto [end, error] = std::from_chars(start, bytes.constData() + bytes.size(), seconds);
    return error == std::errc() && seconds > 0 ? seconds * 1000 : 0;
}

} // namespace

QStringList parseCommandLine(QByteArrayView bytes)
{
    QStringList arguments;
    // A process that rewrote its title may have left any number of zeros behind it.
    while (!bytes.isEmpty() && bytes.back() == '\0' && bytes.size() >= 2 && bytes[bytes.size() - 2] == '\0')
        bytes.chop(1);
    while (!bytes.isEmpty()) {
        const qsizetype end = bytes.indexOf('\0');
        arguments.append(text::fromKernel(end < 0 ? bytes : bytes.first(end)));
        bytes = end < 0 ? QByteArrayView() : bytes.sliced(end + 1);
    }
    return arguments;
}

ProcessReader::ProcessReader(const QByteArray &procRoot)
    : m_bootTime(readBootTime(procRoot))
{
    if (const long ticks = ::sysconf(_SC_CLK_TCK); ticks > 0)
        m_ticksPerSecond = ticks;
}

std::optional<ProcessMark> ProcessReader::mark(int processFolder) const
{
    const auto stat = readProcessStat(processFolder, "stat");
    FileStatus status {};
    // The folder belongs to the effective user, proc(5).
    if (!stat || ::fstat(processFolder, &status) != 0)
        return std::nullopt;
    return ProcessMark { *stat, status.st_uid, readLinkAt(processFolder, "exe") };
}

std::optional<ProcessMark> ProcessReader::mark(int procFolder, qint32 pid) const
{
    std::array<char, 32> path;
    const auto below = [&](const char *name) {
        std::snprintf(path.data(), path.size(), "%d/%s", pid, name);
        return path.data();
    };
    // The start time is read last: had another process taken the pid before, it would show.
    ProcessMark mark;
    FileStatus status {};
    if (::fstatat(procFolder, below(""), &status, 0) != 0)
        return std::nullopt;
    mark.uid = status.st_uid;
    mark.executableLink = readLinkAt(procFolder, below("exe"));
    const auto stat = readProcessStat(procFolder, below("stat"));
    if (!stat)
        return std::nullopt;
    mark.stat = *stat;
    return mark;
}

quint64 ProcessReader::now() const
{
    timespec time {};
    ::clock_gettime(CLOCK_BOOTTIME, &time);
    return quint64(time.tv_sec) * quint64(m_ticksPerSecond) + quint64(time.tv_nsec) * quint64(m_ticksPerSecond) / 1'000'000'000;
}

ProcessPtr ProcessReader::read(int procFolder, int processFolder, const ProcessMark &mark)
{
    auto info = std::make_shared<ProcessInfo>();
    info->key = { mark.stat.pid, mark.stat.startTicks };
    info->startedAt = startOf(mark.stat);
    info->name = text::fromKernel(mark.stat.comm);
    info->executableDeleted = isDeleted(processFolder, mark.executableLink);
    const QByteArrayView link(mark.executableLink);
    const QByteArrayView executable = info->executableDeleted ? link.chopped(deletedSuffix.size()) : link;
    info->executableReplaced = info->executableDeleted && isReplaced(processFolder, executable);
    info->executable = text::fromKernel(executable);
    info->commandLine = parseCommandLine(readFileAt(processFolder, "cmdline", maximumCommandLine));
    info->script = readScript(processFolder, *info);
    info->uid = mark.uid;
    info->user = m_users.name(mark.uid);
    info->terminal = terminalName(mark.stat.terminal);
    info->ancestors = ancestors(procFolder, mark.stat);
    const QByteArray groups = readFileAt(processFolder, "cgroup");
    info->cgroup = text::fromKernel(controlGroupPath(groups));
    info->unit = unitOfControlGroup(info->cgroup);
    return info;
}

QDateTime ProcessReader::startOf(const ProcessStat &stat) const
{
    if (m_bootTime == 0)
        return {};
    return QDateTime::fromMSecsSinceEpoch(m_bootTime + qint64(stat.startTicks) * 1000 / m_ticksPerSecond, Qt::UTC);
}

QList<Ancestor> ProcessReader::ancestors(int procFolder, const ProcessStat &stat)
{
    QList<Ancestor> chain;
    quint64 youngest = stat.startTicks;
    qint32 parent = stat.parent;
    while (parent > 0 && chain.size() < maximumAncestors) {
        auto known = m_parents.constFind(parent);
        if (known == m_parents.constEnd())
            known = m_parents.insert(parent, readParent(procFolder, parent));
        // A parent is never younger than its child: this pid was taken by another meanwhile.
        if (!known->has_value() || (*known)->facts.key.startTicks > youngest)
            break;
        chain.append((*known)->facts);
        youngest = (*known)->facts.key.startTicks;
        parent = (*known)->parent;
    }
    return chain;
}

std::optional<ProcessReader::Parent> ProcessReader::readParent(int procFolder, qint32 pid)
{
    const QByteArray folder = QByteArray::number(pid);
    FileStatus status {};
    if (::fstatat(procFolder, folder.constData(), &status, 0) != 0)
        return std::nullopt;
    const QByteArray groups = readFileAt(procFolder, QByteArray(folder + "/cgroup").constData());
    // Last: had another process taken the pid before, its start time would show that.
    const auto stat = readProcessStat(procFolder, QByteArray(folder + "/stat").constData());
    if (!stat)
        return std::nullopt;
    const QString unit = unitOfControlGroup(text::fromKernel(controlGroupPath(groups)));
    return Parent { { { pid, stat->startTicks },
                      text::fromKernel(stat->comm),
                      startOf(*stat),
                      status.st_uid,
                      m_users.name(status.st_uid),
                      unit,
                      terminalName(stat->terminal) },
                    stat->parent };
}

} // namespace portolan::platform
