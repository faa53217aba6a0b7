// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/linux/descriptor_scan.h"

#include "platform/linux/file_descriptor.h"
#include "platform/linux/proc_file.h"
#include "platform/linux/process_stat.h"

#include <fcntl.h>

#include <array>
#include <cerrno>
#include <charconv>
#include <cstdio>

namespace portolan::platform {

namespace {

using Found = std::function<void(quint64 inode, qint32 thread, qint32 descriptor)>;

/// "socket:[" + 20 digits + "]" and more: longer links are no sockets.
constexpr size_t linkSize = 40;

DescriptorScan scanFolder(int folder, const char *path, qint32 thread, const Found &found, bool &any)
{
    const FileDescriptor descriptors(::openat(folder, path, O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!descriptors.isValid())
        return errno == EACCES || errno == EPERM ? DescriptorScan::Refused : DescriptorScan::Gone;
    bool refused = false;
    const bool whole = listFolder(descriptors.get(), [&](const char *name, quint64, unsigned char) {
        any = true;
        std::array<char, linkSize> link;
        const ssize_t length = ::readlinkat(descriptors.get(), name, link.data(), link.size());
        if (length < 0) {
            refused |= errno == EACCES || errno == EPERM;
            return;
        }
        if (const auto inode = socketInode({ link.data(), size_t(length) }))
            found(*inode, thread, numericName(name));
    });
    return refused ? DescriptorScan::Refused : whole ? DescriptorScan::Read : DescriptorScan::Gone;
}

bool isSocket(int folder, const char *path, quint64 inode)
{
    std::array<char, linkSize> link;
    const ssize_t length = ::readlinkat(folder, path, link.data(), link.size());
    return length > 0 && socketInode({ link.data(), size_t(length) }) == inode;
}

} // namespace

std::optional<quint64> socketInode(std::string_view link)
{
    constexpr std::string_view prefix = "socket:[";
    if (link.size() < prefix.size() + 2 || !link.starts_with(prefix) || link.back() != ']')
        return std::nullopt;
    quint64 inode = 0;
    const char *const end = link.data() + link.size() - 1;
    const auto [stop, error] = std::from_chars(link.data() + prefix.size(), end, inode);
    return error == std::errc() && stop == end ? std::optional(inode) : std::nullopt;
}

DescriptorScan scanDescriptors(int processFolder, const Found &found)
{
    bool any = false;
    const DescriptorScan result = scanFolder(processFolder, "fd", 0, found, any);
    if (any || result == DescriptorScan::Gone)
        return result;
    // When the first thread ended, its folder belongs to root and is refused to its own user.
    if (result == DescriptorScan::Refused) {
        const auto stat = readProcessStat(processFolder, "stat");
        if (!stat || stat->state != 'Z')
            return result;
    }
    const FileDescriptor tasks(::openat(processFolder, "task", O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!tasks.isValid())
        return result;
    DescriptorScan ofThreads = result;
    listFolder(tasks.get(), [&](const char *name, quint64, unsigned char) {
        std::array<char, 32> path;
        std::snprintf(path.data(), path.size(), "%s/fd", name);
        // Threads share one table, but which of them live is not known: the first that has it does.
        if (!any)
            ofThreads = scanFolder(tasks.get(), path.data(), numericName(name), found, any);
    });
    return any ? ofThreads : result == DescriptorScan::Read ? DescriptorScan::Empty : result;
}

bool holdsSocket(int procFolder, qint32 pid, qint32 thread, qint32 descriptor, quint64 inode)
{
    std::array<char, 64> path;
    if (thread == 0)
        std::snprintf(path.data(), path.size(), "%d/fd/%d", pid, descriptor);
    else
        std::snprintf(path.data(), path.size(), "%d/task/%d/fd/%d", pid, thread, descriptor);
    return isSocket(procFolder, path.data(), inode);
}

bool holdsSocket(int processFolder, qint32 thread, qint32 descriptor, quint64 inode)
{
    std::array<char, 48> path;
    if (thread == 0)
        std::snprintf(path.data(), path.size(), "fd/%d", descriptor);
    else
        std::snprintf(path.data(), path.size(), "task/%d/fd/%d", thread, descriptor);
    return isSocket(processFolder, path.data(), inode);
}

} // namespace portolan::platform
