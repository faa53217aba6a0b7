// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "packages/package_database.h"

namespace portolan {

/// pacman's own files, read directly. Nothing is answered while pacman holds its lock, or when the
/// database changed while it was read.
class PacmanDatabase : public PackageDatabase
{
public:
    /// `root` ends without a slash; "" is this system.
    explicit PacmanDatabase(const QByteArray &root = {});

    [[nodiscard]] DatabaseStamp stamp() const override;
    [[nodiscard]] QList<PackageAnswer> owners(const QList<const ProgramFile *> &files,
                                              const std::atomic_bool &cancelled) override;

private:
    QByteArray m_root;
    QByteArray m_folder;
};

} // namespace portolan
