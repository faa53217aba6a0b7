// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "packages/file_digest.h"
#include "packages/program_file.h"

#include <QList>
#include <QString>

#include <atomic>
#include <optional>

namespace portolan {

/// What a database says about the owner of a file.
struct PackageEntry
{
    QString manager;
    QString name;
    QString version; ///< empty when the database does not tell
    /// Of the file as it was shipped; none for settings, which are there to be changed.
    std::optional<FileDigest> digest;

    friend bool operator==(const PackageEntry &, const PackageEntry &) = default;
};

struct PackageAnswer
{
    /// False when the database could not be read right now (locked, half written, broken): the file
    /// may have an owner all the same, and is to be asked about again later.
    bool available = true;
    std::optional<PackageEntry> entry; ///< nullopt: the file belongs to no package of this database

    friend bool operator==(const PackageAnswer &, const PackageAnswer &) = default;
};

/// The files of a database that change whenever it does.
using DatabaseStamp = QList<FileIdentity>;

/// One package system's record of which file belongs to which package. Never wrong: where the record
/// cannot be read or speaks of another file, there is no answer. Blocks; used by one thread at a time.
class PackageDatabase
{
public:
    virtual ~PackageDatabase() = default;

    /// Cheap to ask for. Two equal ones mean that answers are still the same.
    [[nodiscard]] virtual DatabaseStamp stamp() const { return {}; }
    /// One answer for each file, in the order asked; all are looked up in one go. After `cancelled` was
    /// set it returns soon, with answers that are not available.
    [[nodiscard]] virtual QList<PackageAnswer> owners(const QList<const ProgramFile *> &files,
                                                      const std::atomic_bool &cancelled)
        = 0;
};

} // namespace portolan
