// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/linux/namespace_files.h"

#include "platform/linux/file_descriptor.h"
#include "platform/linux/proc_file.h"
#include "text/text.h"

#include <fcntl.h>
#include <linux/magic.h>
#include <linux/nsfs.h>
#include <sched.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <sys/vfs.h>

#include <utility>

namespace portolan::platform {

namespace {

/// The file is made first and the namespace mounted on it after that: a change is looked at twice.
constexpr int looksPerChange = 2;
constexpr qsizetype maximumFiles = 4096;

/// Number of the network namespace that the file keeps; 0 when it keeps none.
quint64 networkNamespaceOf(int folder, const char *name)
{
    // O_NONBLOCK: anything may lie there, a pipe too.
    const FileDescriptor file(::openat(folder, name, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK));
    struct statfs system
    {
    };
    struct stat status
    {
    };
    if (!file.isValid() || ::fstatfs(file.get(), &system) != 0 || system.f_type != NSFS_MAGIC
        || ::ioctl(file.get(), NS_GET_NSTYPE) != CLONE_NEWNET || ::fstat(file.get(), &status) != 0)
        return 0;
    return status.st_ino;
}

} // namespace

NamespaceFiles::NamespaceFiles()
    : NamespaceFiles({ { QByteArrayLiteral("/run/netns"), true }, { QByteArrayLiteral("/run/docker/netns"), false } })
{
}

NamespaceFiles::NamespaceFiles(QList<Folder> folders)
    : m_folders(std::move(folders))
{
}

bool NamespaceFiles::refresh()
{
    QList<qint64> changedAt;
    for (const Folder &folder : std::as_const(m_folders)) {
        struct stat status
        {
        };
        const bool there = ::stat(folder.path.constData(), &status) == 0;
        changedAt.append(there ? status.st_mtim.tv_sec * 1'000'000'000 + status.st_mtim.tv_nsec : 0);
    }
    if (std::exchange(m_changedAt, changedAt) != changedAt)
        m_looksLeft = looksPerChange;
    if (m_looksLeft == 0)
        return false;
    --m_looksLeft;
    m_files = read();
    return true;
}

QList<NamespaceFile> NamespaceFiles::read() const
{
    QList<NamespaceFile> files;
    for (const Folder &folder : m_folders) {
        const FileDescriptor directory(::open(folder.path.constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
        if (!directory.isValid())
            continue;
        listFolder(directory.get(), [&](const char *name, quint64, unsigned char) {
            if (files.size() >= maximumFiles)
                return;
            if (const quint64 inode = networkNamespaceOf(directory.get(), name); inode != 0) {
                files.append({ folder.path + '/' + name,
                               folder.namesForPeople ? text::fromKernel(QByteArrayView(name)) : QString(), inode });
            }
        });
    }
    return files;
}

} // namespace portolan::platform
