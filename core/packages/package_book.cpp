// SPDX-License-Identifier: GPL-3.0-or-later
#include "packages/package_book.h"

#include "packages/appimage_database.h"
#include "packages/dpkg_database.h"
#include "packages/flatpak_database.h"
#include "packages/pacman_database.h"
#include "packages/rpm_database.h"
#include "packages/snap_database.h"
#include "packages/store_database.h"

namespace portolan {

PackageBook::PackageBook(std::vector<std::unique_ptr<PackageDatabase>> databases)
    : m_databases(std::move(databases))
{
}

DatabaseStamp PackageBook::stamp() const
{
    DatabaseStamp stamp;
    for (const auto &database : m_databases)
        stamp += database->stamp();
    return stamp;
}

QList<PackageAnswer> PackageBook::owners(const QList<const ProgramFile *> &files, const std::atomic_bool &cancelled)
{
    QList<PackageAnswer> answers(files.size());
    for (const auto &database : m_databases) {
        QList<qsizetype> places;
        QList<const ProgramFile *> asked;
        for (qsizetype i = 0; i < files.size(); ++i) {
            if (answers[i].available && !answers[i].entry) {
                places.append(i);
                asked.append(files[i]);
            }
        }
        if (asked.isEmpty())
            break;
        const QList<PackageAnswer> found = database->owners(asked, cancelled);
        for (qsizetype i = 0; i < found.size(); ++i)
            answers[places[i]] = found[i];
    }
    return answers;
}

std::unique_ptr<PackageDatabase> systemPackages()
{
    std::vector<std::unique_ptr<PackageDatabase>> databases;
    // What a file tells by itself comes first: it is the cheaper answer, and no other system has such files.
    databases.push_back(std::make_unique<StoreDatabase>());
    databases.push_back(std::make_unique<SnapDatabase>());
    databases.push_back(std::make_unique<FlatpakDatabase>());
    databases.push_back(std::make_unique<AppImageDatabase>());
    databases.push_back(std::make_unique<DpkgDatabase>());
    databases.push_back(std::make_unique<RpmDatabase>());
    databases.push_back(std::make_unique<PacmanDatabase>());
    return std::make_unique<PackageBook>(std::move(databases));
}

} // namespace portolan
