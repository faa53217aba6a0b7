// SPDX-License-Identifier: GPL-3.0-or-later
#include "packages/dpkg_database.h"

#include "packages/dpkg_files.h"
#include "packages/folder_aliases.h"
#include "platform/linux/proc_file.h"
#include "text/text.h"

#include <QMultiHash>

#include <fcntl.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <optional>
#include <utility>

namespace portolan {

namespace {

using platform::FileDescriptor;
using platform::readFileAt;

constexpr QByteArrayView listSuffix(".list");

FileDescriptor openFolder(const QByteArray &path)
{
    return FileDescriptor(::open(path.constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
}

/// One name under which a file may be in a list.
struct Wanted
{
    qsizetype file = 0;
    bool isAlias = false;
    QByteArray onlyPackage; ///< where not empty: this one's list alone counts
    QByteArray notPackage; ///< this one's list does not count
};

struct Match
{
    Wanted wanted;
    QByteArray package; ///< as the files in info/ are named
    QByteArray path; ///< as in the list, by the folders' real names
};

/// The name of a package without its architecture.
QByteArray bareName(const QByteArray &package)
{
    const qsizetype colon = package.indexOf(':');
    return colon < 0 ? package : package.first(colon);
}

bool counts(const Wanted &wanted, const QByteArray &package)
{
    const QByteArray name = bareName(package);
    return (wanted.onlyPackage.isEmpty() || name == wanted.onlyPackage)
        && (wanted.notPackage.isEmpty() || name != wanted.notPackage);
}

/// One look-up: what is wanted, what was found, what it says.
class LookUp
{
public:
    LookUp(const QByteArray &root, const QByteArray &folder, const std::atomic_bool &cancelled)
        : m_aliases(root)
        , m_folder(folder)
        , m_cancelled(cancelled)
    {
    }

    /// False when something could not be read.
    bool run(const QList<const ProgramFile *> &files)
    {
        const QByteArray diversions = readFileAt(AT_FDCWD, QByteArray(m_folder + "/diversions").constData());
        if (diversions.isNull() && errno != ENOENT)
            return false;
        const auto parsed = dpkg::parseDiversions(diversions);
        if (!parsed)
            return false;
        m_diversions = *parsed;
        for (qsizetype i = 0; i < files.size(); ++i) {
            if (!files[i]->isOurs())
                continue;
            want(files[i]->path, { i, false, {}, {} });
            if (!files[i]->alias.isEmpty())
                want(files[i]->alias, { i, true, {}, {} });
        }
        return m_wanted.isEmpty() || (readLists() && (m_matches.isEmpty() || readStatus()));
    }

    /// Of the file at that place in the list.
    PackageAnswer answer(qsizetype file)
    {
        PackageAnswer answer;
        bool byAlias = true;
        for (const Match &match : std::as_const(m_matches)) {
            if (match.wanted.file != file)
                continue;
            const auto status = m_status.constFind(match.package);
            if (status == m_status.constEnd() || status->state == dpkg::State::Changing)
                return { false, std::nullopt };
            if (status->state == dpkg::State::Absent)
                continue;
            const auto digest = digestOf(match);
            // The name is one of a link. Only if the package shipped a file there is it to be judged.
            if (match.wanted.isAlias && !digest)
                continue;
            if (std::exchange(byAlias, byAlias && match.wanted.isAlias)) {
                answer.entry = PackageEntry { QStringLiteral("dpkg"), text::fromKernel(status->name),
                                              text::fromKernel(status->version), digest };
            }
        }
        return answer;
    }

private:
    void want(const QByteArray &name, Wanted wanted)
    {
        QByteArray listed = m_aliases.resolved(name);
        for (const dpkg::Diversion &diversion : std::as_const(m_diversions)) {
            if (m_aliases.resolved(diversion.to) == listed) {
                listed = m_aliases.resolved(diversion.from);
                wanted.notPackage = diversion.package;
                break;
            }
            if (m_aliases.resolved(diversion.from) == listed) {
                wanted.onlyPackage = diversion.package;
                break;
            }
        }
        m_wanted.insert(listed, wanted);
    }

    bool readLists()
    {
        const FileDescriptor info = openFolder(m_folder + "/info");
        if (!info.isValid())
            return false;
        QList<QByteArray> names;
        const bool listed = platform::listFolder(info.get(), [&names](const char *name, quint64, unsigned char) {
            if (QByteArrayView(name).endsWith(listSuffix))
                names.append(name);
        });
        return listed && std::ranges::all_of(names, [this, &info](const QByteArray &name) {
            return !m_cancelled && readList(info.get(), name);
        });
    }

    bool readList(int info, const QByteArray &name)
    {
        const QByteArray bytes = readFileAt(info, name.constData());
        return !bytes.isNull() && dpkg::eachListedPath(bytes, [this, &name](const QByteArray &path) {
            const QByteArray real = m_aliases.resolved(path);
            const auto [begin, end] = std::as_const(m_wanted).equal_range(real);
            for (auto wanted = begin; wanted != end; ++wanted) {
                const QByteArray package = name.chopped(listSuffix.size());
                if (counts(*wanted, package))
                    m_matches.append({ *wanted, package, wanted.key() });
            }
        });
    }

    bool readStatus()
    {
        const QByteArray bytes = readFileAt(AT_FDCWD, QByteArray(m_folder + "/status").constData());
        QSet<QByteArray> packages;
        for (const Match &match : std::as_const(m_matches))
            packages.insert(match.package);
        m_status = dpkg::parseStatus(bytes, packages);
        return !bytes.isNull();
    }

    std::optional<FileDigest> digestOf(const Match &match)
    {
        auto known = m_checksums.constFind(match.package);
        if (known == m_checksums.constEnd()) {
            const QByteArray path = m_folder + "/info/" + match.package + ".md5sums";
            const auto checksums = dpkg::parseChecksums(readFileAt(AT_FDCWD, path.constData()));
            dpkg::Checksums byRealName;
            for (auto entry = checksums.constBegin(); entry != checksums.constEnd(); ++entry)
                byRealName.insert(m_aliases.resolved(entry.key()), entry.value());
            known = m_checksums.insert(match.package, byRealName);
        }
        const auto checksum = known->constFind(match.path);
        return checksum == known->constEnd() ? std::nullopt : std::optional(*checksum);
    }

    FolderAliases m_aliases;
    QByteArray m_folder;
    const std::atomic_bool &m_cancelled;
    QList<dpkg::Diversion> m_diversions;
    QMultiHash<QByteArray, Wanted> m_wanted; ///< by the path in a list, by the folders' real names
    QList<Match> m_matches;
    QHash<QByteArray, dpkg::PackageStatus> m_status;
    QHash<QByteArray, dpkg::Checksums> m_checksums; ///< by package
};

} // namespace

DpkgDatabase::DpkgDatabase(const QByteArray &root)
    : m_root(root)
    , m_folder(root + "/var/lib/dpkg")
{
}

DatabaseStamp DpkgDatabase::stamp() const
{
    DatabaseStamp stamp;
    for (const char *name : { "/status", "/info", "/diversions", "/updates" }) {
        const auto status = fileStatus(AT_FDCWD, QByteArray(m_folder + name).constData());
        stamp.append(status ? status->identity : FileIdentity());
    }
    return stamp;
}

bool DpkgDatabase::isAtWork() const
{
    const FileDescriptor updates = openFolder(m_folder + "/updates");
    bool noted = false;
    if (!updates.isValid())
        return errno != ENOENT;
    const bool listed = platform::listFolder(updates.get(), [&noted](const char *name, quint64, unsigned char) {
        noted = noted || platform::numericName(name) >= 0;
    });
    return noted || !listed;
}

QList<PackageAnswer> DpkgDatabase::owners(const QList<const ProgramFile *> &files, const std::atomic_bool &cancelled)
{
    QList<PackageAnswer> answers(files.size());
    if (!fileStatus(AT_FDCWD, QByteArray(m_folder + "/status").constData()) && errno == ENOENT)
        return answers;
    const DatabaseStamp before = stamp();
    LookUp lookUp(m_root, m_folder, cancelled);
    if (isAtWork() || !lookUp.run(files))
        return QList<PackageAnswer>(files.size(), { false, std::nullopt });
    for (qsizetype i = 0; i < files.size(); ++i)
        answers[i] = lookUp.answer(i);
    if (isAtWork() || stamp() != before)
        return QList<PackageAnswer>(files.size(), { false, std::nullopt });
    return answers;
}

} // namespace portolan
