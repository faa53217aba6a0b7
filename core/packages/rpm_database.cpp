// SPDX-License-Identifier: GPL-3.0-or-later
#include "packages/rpm_database.h"

#include "packages/command.h"
#include "packages/folder_aliases.h"
#include "packages/rpm_records.h"

#include <QMultiHash>
#include <QSet>

#include <fcntl.h>

#include <algorithm>
#include <array>

namespace portolan {

namespace {

using platform::FileDescriptor;

// The names of the database in the formats SQLite, NDB and Berkeley DB.
constexpr std::array fileNames { "/rpmdb.sqlite", "/Packages.db", "/Packages" };
/// Files asked about in one run: each prints all files of its package.
constexpr qsizetype runSize = 64;

bool isWriteLocked(const QByteArray &path)
{
    const FileDescriptor file(::open(path.constData(), O_RDONLY | O_CLOEXEC));
    struct flock lock = {};
    lock.l_type = F_RDLCK;
    lock.l_whence = SEEK_SET;
    return file.isValid() && ::fcntl(file.get(), F_GETLK, &lock) == 0 && lock.l_type != F_UNLCK;
}

/// A name that reaches rpm as it is, and that a package may really have.
bool canBeAsked(const QByteArray &path)
{
    return std::ranges::none_of(path, [](char c) { return static_cast<unsigned char>(c) < 0x20; })
        && QString::fromUtf8(path).toUtf8() == path;
}

using Entries = QMultiHash<QByteArray, PackageEntry>;

/// While a package is being upgraded, its old and its new version both list the file.
PackageAnswer answerFrom(const Entries &entries, const QByteArray &path)
{
    const QList<PackageEntry> found = entries.values(path);
    if (found.isEmpty())
        return {};
    const bool upgrading = std::ranges::any_of(found, [&found](const PackageEntry &entry) {
        return entry.name == found.first().name && !(entry == found.first());
    });
    return upgrading ? PackageAnswer { false, std::nullopt } : PackageAnswer { true, found.first() };
}

} // namespace

RpmDatabase::RpmDatabase(const QString &program, const QList<QByteArray> &folders)
    : m_program(program)
    , m_folders(folders)
{
}

RpmDatabase::Place RpmDatabase::place() const
{
    for (const QByteArray &folder : m_folders) {
        for (const char *name : fileNames) {
            const auto status = fileStatus(AT_FDCWD, QByteArray(folder + name).constData());
            if (status && status->isRegular)
                return { folder, status->identity };
        }
    }
    return {};
}

DatabaseStamp RpmDatabase::stamp() const
{
    return { place().file };
}

QList<PackageAnswer> RpmDatabase::owners(const QList<const ProgramFile *> &files, const std::atomic_bool &cancelled)
{
    const Place before = place();
    if (before.folder.isEmpty() || !fileStatus(AT_FDCWD, m_program.toUtf8().constData()))
        return QList<PackageAnswer>(files.size());

    QList<PackageAnswer> answers(files.size(), { false, std::nullopt });
    const QByteArray lock = before.folder + "/.rpm.lock";
    if (isWriteLocked(lock))
        return answers;
    QSet<QByteArray> wanted;
    for (const ProgramFile *file : files) {
        if (file->isOurs() && canBeAsked(file->path))
            wanted.insert(file->path);
    }
    const QList<QByteArray> paths = wanted.values();
    const FolderAliases aliases { QByteArray() };
    Entries entries;
    for (qsizetype begin = 0; begin < paths.size(); begin += runSize) {
        QStringList arguments { QStringLiteral("--dbpath"), QString::fromUtf8(before.folder), QStringLiteral("-qf"),
                                QStringLiteral("--queryformat"), rpm::queryFormat() };
        for (const QByteArray &path : paths.sliced(begin, std::min(runSize, paths.size() - begin)))
            arguments.append(QString::fromUtf8(path));
        const CommandOutput output = runCommand(m_program, arguments, cancelled);
        if (!output.isWhole || !rpm::isHarmless(output.errors))
            return answers;
        for (const rpm::Record &record : rpm::parseRecords(output.output)) {
            const QByteArray path = aliases.resolved(record.path);
            if (wanted.contains(path) && !entries.contains(path, record.entry))
                entries.insert(path, record.entry);
        }
    }
    if (!(place().file == before.file) || isWriteLocked(lock))
        return answers;
    for (qsizetype i = 0; i < files.size(); ++i)
        answers[i] = files[i]->isOurs() ? answerFrom(entries, files[i]->path) : PackageAnswer();
    return answers;
}

} // namespace portolan
