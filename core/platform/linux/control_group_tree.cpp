// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/linux/control_group_tree.h"

#include "platform/linux/file_descriptor.h"
#include "platform/linux/proc_file.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>

#include <charconv>

namespace portolan::platform {

namespace {

constexpr quint64 ticksBetweenWalks = 30;

/// mountinfo writes space, tab, newline and backslash as three octal digits.
QByteArray unescaped(const QByteArray &text)
{
    QByteArray result;
    result.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        const auto isOctal = [&](qsizetype position) { return text[position] >= '0' && text[position] <= '7'; };
        if (text[i] == '\\' && i + 3 < text.size() && isOctal(i + 1) && isOctal(i + 2) && isOctal(i + 3)) {
            result.append(char((text[i + 1] - '0') * 64 + (text[i + 2] - '0') * 8 + (text[i + 3] - '0')));
            i += 3;
        } else {
            result.append(text[i]);
        }
    }
    return result;
}

} // namespace

QByteArray unifiedMountPoint(QByteArrayView mountinfo)
{
    QByteArray part;
    const QList<QByteArray> lines = mountinfo.toByteArray().split('\n');
    for (const QByteArray &line : lines) {
        const QList<QByteArray> fields = line.split(' ');
        const qsizetype separator = fields.indexOf(QByteArrayLiteral("-"));
        if (separator < 6 || separator + 1 >= fields.size() || fields.at(separator + 1) != "cgroup2")
            continue;
        if (fields.at(3) == "/")
            return unescaped(fields.at(4));
        if (part.isEmpty())
            part = unescaped(fields.at(4));
    }
    return part;
}

ControlGroupTree::ControlGroupTree(const QByteArray &procRoot)
    : m_mountPoint(unifiedMountPoint(readFileAt(AT_FDCWD, QByteArray(procRoot + "/self/mountinfo").constData())))
{
}

bool ControlGroupTree::stillHas(const QByteArray &path, quint64 id) const
{
    struct stat status
    {
    };
    return ::stat(QByteArray(m_mountPoint + path).constData(), &status) == 0 && status.st_ino == id;
}

std::optional<QByteArray> ControlGroupTree::path(quint64 id)
{
    if (!isMounted() || id == 0)
        return std::nullopt;
    const auto known = m_paths.constFind(id);
    if (known != m_paths.constEnd() && stillHas(*known, id))
        return *known;

    // A group that was removed keeps its id as long as a socket of it lives.
    const auto unknown = m_unknownSince.constFind(id);
    if (unknown != m_unknownSince.constEnd() && m_tick - *unknown < ticksBetweenWalks)
        return std::nullopt;
    if (m_walkedAt != m_tick)
        walk();
    const auto found = m_paths.constFind(id);
    if (found != m_paths.constEnd()) {
        m_unknownSince.remove(id);
        return *found;
    }
    m_unknownSince.insert(id, m_tick);
    return std::nullopt;
}

void ControlGroupTree::walk()
{
    m_walkedAt = m_tick;
    m_paths.clear();
    // Of sockets that are long gone.
    m_unknownSince.removeIf([this](const auto &entry) { return m_tick - entry.value() >= ticksBetweenWalks; });
    struct stat status
    {
    };
    if (::stat(m_mountPoint.constData(), &status) != 0)
        return;
    m_paths.insert(status.st_ino, QByteArrayLiteral("/"));
    QList<QByteArray> waiting { QByteArray() };
    while (!waiting.isEmpty() && m_paths.size() < maximumFolders) {
        const QByteArray folder = waiting.takeLast();
        const FileDescriptor directory(
            ::open(QByteArray(m_mountPoint + folder).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW));
        if (!directory.isValid())
            continue;
        listFolder(directory.get(), [&](const char *name, quint64 inode, unsigned char type) {
            if (type != DT_DIR)
                return;
            const QByteArray path = folder + '/' + name;
            m_paths.insert(inode, path);
            waiting.append(path);
        });
    }
}

QList<qint32> ControlGroupTree::processes(const QByteArray &path) const
{
    // "domain threaded" groups refuse the read; their processes are then not known this way.
    const QByteArray bytes = readFileAt(AT_FDCWD, QByteArray(m_mountPoint + path + "/cgroup.procs").constData());
    QList<qint32> pids;
    const char *position = bytes.constData();
    const char *const end = position + bytes.size();
    while (position < end) {
        qint32 pid = 0;
        const auto [next, error] = std::from_chars(position, end, pid);
        // 0 stands for a process outside of this pid namespace.
        if (error == std::errc() && pid > 0)
            pids.append(pid);
        position = next == position ? position + 1 : next;
    }
    return pids;
}

} // namespace portolan::platform
