// SPDX-License-Identifier: GPL-3.0-or-later
#include "packages/program_facts.h"

#include "text/text.h"

#include <linux/magic.h>
#include <sys/vfs.h>

#include <algorithm>
#include <array>
#include <fcntl.h>

namespace portolan {

namespace {

/// As deep as a program stands below the top of its build.
constexpr int deepestBuild = 8;

/// What build systems leave at the top of a build, or of the project they build in.
constexpr std::array buildFiles { "CMakeCache.txt", "build.ninja", "config.status", "Cargo.toml", "go.mod", "build.zig" };

/// Kinds of file systems on which permissions are made up: everything there seems to be everybody's.
constexpr std::array<unsigned long, 9> withoutPermissions {
    MSDOS_SUPER_MAGIC, EXFAT_SUPER_MAGIC, V9FS_MAGIC, FUSE_SUPER_MAGIC, SMB_SUPER_MAGIC, CIFS_SUPER_MAGIC, SMB2_SUPER_MAGIC,
    0x5346544eUL, // NTFS
    0x786f4256UL, // folders that VirtualBox shares
};

bool hasPermissions(const ProgramFile &file, const QByteArray &path)
{
    const platform::FileDescriptor descriptor(::openat(file.process.get(), path.constData(), O_PATH | O_CLOEXEC));
    struct statfs system {};
    return descriptor.isValid() && ::fstatfs(descriptor.get(), &system) == 0
        && std::ranges::find(withoutPermissions, static_cast<unsigned long>(system.f_type)) == withoutPermissions.end();
}

QByteArray folderOf(const QByteArray &path)
{
    return path.left(path.lastIndexOf('/'));
}

/// The file or folder in which everybody can put something else in the program's place; empty when nobody can.
QByteArray writablePlace(const ProgramFile &file)
{
    const auto statusOf = [&file](const QByteArray &path) { return fileStatus(file.process.get(), ("root" + path).constData()); };
    for (qsizetype slash = file.path.indexOf('/', 1); slash > 0; slash = file.path.indexOf('/', slash + 1)) {
        const QByteArray folder = file.path.left(slash);
        const auto status = statusOf(folder);
        if (!status)
            return {};
        if (status->isWritableByAll())
            return hasPermissions(file, "root" + folder) ? folder : QByteArray();
        if (!status->isPassableByAll())
            return {};
    }
    const auto status = statusOf(file.path);
    return status && status->isRegular && status->isWritableByAll() && hasPermissions(file, "root" + file.path) ? file.path
                                                                                                                : QByteArray();
}

/// "/tmp/go-build17/b001/exe/server", where "go run" builds.
bool isGoRun(const QByteArray &path)
{
    const QList<QByteArray> parts = path.split('/');
    const auto isNumbered = [](const QByteArray &part, const char *start) {
        return part.startsWith(start) && part.size() > qsizetype(qstrlen(start))
            && std::all_of(part.cbegin() + qstrlen(start), part.cend(), [](char c) { return c >= '0' && c <= '9'; });
    };
    const qsizetype count = parts.size();
    return count >= 5 && parts[count - 2] == "exe" && isNumbered(parts[count - 3], "b") && isNumbered(parts[count - 4], "go-build");
}

/// The top of the build that the program came out of, as far as it is its own user's.
QByteArray buildTree(const ProgramFile &file, quint32 user)
{
    QByteArray folder = folderOf(file.path);
    if (isGoRun(file.path))
        return folderOf(folderOf(folder));
    for (int depth = 0; depth < deepestBuild && folder.lastIndexOf('/') >= 0; ++depth, folder = folderOf(folder)) {
        const auto status = fileStatus(file.process.get(), ("root" + folder).constData());
        if (!status || status->uid != user || status->isWritableByAll())
            return {};
        for (const char *name : buildFiles) {
            const auto mark = fileStatus(file.process.get(), ("root" + folder + '/' + name).constData());
            if (mark && mark->isRegular && mark->uid == user)
                return folder;
        }
    }
    return {};
}

} // namespace

ProgramFacts programFacts(const ProgramFile &file, bool isScript)
{
    ProgramFacts facts;
    const auto own = fileStatus(file.process.get(), file.below.constData());
    // The folder's owner is the process's effective user, or root where it may not be looked into (proc(5)).
    const auto process = fileStatus(file.process.get(), "");
    if (own)
        facts.uid = own->uid;
    // Of a file that is gone, its place tells nothing.
    if (file.isDeleted && !file.isReplaced)
        return facts;
    facts.writable = text::fromKernel(writablePlace(file));
    if (own && process && own->uid == process->uid && !isScript)
        facts.buildTree = text::fromKernel(buildTree(file, process->uid));
    return facts;
}

} // namespace portolan
