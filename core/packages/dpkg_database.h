// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "packages/package_database.h"

namespace portolan {

/// dpkg's own files, read directly: that takes a few hundredths of a second for any number of programs,
/// knows checksums, and sees whether dpkg is at work. dpkg replaces each of its files in one go, and
/// notes what it is about to do in updates/ before it does it; so nothing is answered while there is a
/// note, or when a file changed while it was read.
class DpkgDatabase : public PackageDatabase
{
public:
    /// `root` ends without a slash; "" is this system.
    explicit DpkgDatabase(const QByteArray &root = {});

    [[nodiscard]] DatabaseStamp stamp() const override;
    [[nodiscard]] QList<PackageAnswer> owners(const QList<const ProgramFile *> &files,
                                              const std::atomic_bool &cancelled) override;

private:
    [[nodiscard]] bool isAtWork() const;

    QByteArray m_root;
    QByteArray m_folder;
};

} // namespace portolan
