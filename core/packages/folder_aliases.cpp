// SPDX-License-Identifier: GPL-3.0-or-later
#include "packages/folder_aliases.h"

#include "platform/linux/proc_file.h"

#include <fcntl.h>

#include <array>

namespace portolan {

namespace {

// Those that distributions made links of: usrmerge, and later /usr/sbin into /usr/bin.
constexpr std::array folders { "/bin",    "/sbin",   "/lib",      "/lib32",    "/lib64",
                               "/libx32", "/libo32", "/usr/sbin", "/usr/lib64" };

} // namespace

FolderAliases::FolderAliases(const QByteArray &root)
{
    for (const char *folder : folders) {
        const QByteArray link = platform::readLinkAt(AT_FDCWD, QByteArray(root + folder).constData());
        if (link.isEmpty() || link.contains(".."))
            continue;
        const QByteArray name(folder);
        const QByteArray target = link.startsWith('/') ? link : name.first(name.lastIndexOf('/') + 1) + link;
        m_aliases.append({ name + '/', target.endsWith('/') ? target : target + '/' });
    }
}

QByteArray FolderAliases::resolved(const QByteArray &path) const
{
    QByteArray result = path;
    // In the order of the list an alias's target may be one that comes later, never an earlier one.
    for (const Alias &alias : m_aliases) {
        if (result.startsWith(alias.name))
            result.replace(0, alias.name.size(), alias.target);
    }
    return result;
}

} // namespace portolan
