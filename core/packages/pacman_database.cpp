// SPDX-License-Identifier: GPL-3.0-or-later
#include "packages/pacman_database.h"

#include "packages/folder_aliases.h"
#include "packages/gzip.h"
#include "packages/pacman_files.h"
#include "platform/linux/proc_file.h"
#include "text/text.h"

#include <QMultiHash>

#include <dirent.h>
#include <fcntl.h>

#include <cerrno>
#include <utility>

namespace portolan {

namespace {

using platform::FileDescriptor;
using platform::readFileAt;

constexpr qsizetype largestTree = 64 * 1024 * 1024;

/// nullopt when it is not whole.
std::optional<PackageEntry> readEntry(int local, const QByteArray &package, const QByteArray &path)
{
    const auto description = pacman::parseDescription(readFileAt(local, QByteArray(package + "/desc").constData()));
    if (!description)
        return std::nullopt;
    const auto tree = gunzip(readFileAt(local, QByteArray(package + "/mtree").constData()), largestTree);
    return PackageEntry { QStringLiteral("pacman"), text::fromKernel(description->name),
                          text::fromKernel(description->version),
                          tree ? pacman::digestInTree(*tree, path) : std::nullopt };
}

} // namespace

PacmanDatabase::PacmanDatabase(const QByteArray &root)
    : m_root(root)
    , m_folder(root + "/var/lib/pacman")
{
}

DatabaseStamp PacmanDatabase::stamp() const
{
    DatabaseStamp stamp;
    for (const char *name : { "/local", "/db.lck" }) {
        const auto status = fileStatus(AT_FDCWD, QByteArray(m_folder + name).constData());
        stamp.append(status ? status->identity : FileIdentity());
    }
    return stamp;
}

QList<PackageAnswer> PacmanDatabase::owners(const QList<const ProgramFile *> &files, const std::atomic_bool &cancelled)
{
    QList<PackageAnswer> answers(files.size(), { false, std::nullopt });
    const FileDescriptor local(::open(QByteArray(m_folder + "/local").constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!local.isValid())
        return errno == ENOENT ? QList<PackageAnswer>(files.size()) : answers;
    const DatabaseStamp before = stamp();
    if (fileStatus(AT_FDCWD, QByteArray(m_folder + "/db.lck").constData()))
        return answers;

    const FolderAliases aliases(m_root);
    QMultiHash<QByteArray, qsizetype> wanted;
    for (qsizetype i = 0; i < files.size(); ++i) {
        if (files[i]->isOurs())
            wanted.insert(aliases.resolved(files[i]->path), i);
    }
    QList<QByteArray> packages;
    bool whole = platform::listFolder(local.get(), [&packages](const char *name, quint64, unsigned char type) {
        if (type == DT_DIR || type == DT_UNKNOWN)
            packages.append(name);
    });
    QList<PackageAnswer> found(files.size());
    for (qsizetype i = 0; whole && i < packages.size(); ++i) {
        const QByteArray bytes = readFileAt(local.get(), QByteArray(packages[i] + "/files").constData());
        if (bytes.isNull() && errno == ENOTDIR)
            continue; // the file that tells the database's version
        whole = !cancelled && !bytes.isNull() && pacman::eachListedPath(bytes, [&](const QByteArray &path) {
            const QByteArray real = aliases.resolved(path);
            const auto [begin, end] = std::as_const(wanted).equal_range(real);
            for (auto file = begin; file != end; ++file) {
                auto entry = readEntry(local.get(), packages[i], path);
                if (entry && pacman::isSettingsFile(bytes, path))
                    entry->digest.reset();
                found[*file] = { entry.has_value(), entry };
            }
        });
    }
    return whole && stamp() == before ? found : answers;
}

} // namespace portolan
