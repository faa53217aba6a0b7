// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "packages/file_database.h"

#include <QByteArrayView>

namespace portolan {

/// Flatpak puts a file /.flatpak-info into the root folder of what it runs. It tells the application, its
/// runtime and where both are deployed; it counts only where the program is the same file as the one
/// in that deployment.
class FlatpakDatabase : public FileDatabase
{
protected:
    [[nodiscard]] std::optional<PackageEntry> owner(const ProgramFile &file) const override;
};

/// Where a flatpak's program comes from.
struct FlatpakOrigin
{
    QByteArray id; ///< "org.example.App"
    QByteArray branch;
    QByteArray deployment; ///< folder with its files, on this system
    QByteArray file; ///< path of the program in there
};

/// Of a program at `path` inside the sandbox; nullopt when `info` does not account for it.
[[nodiscard]] std::optional<FlatpakOrigin> flatpakOrigin(QByteArrayView info, QByteArrayView path);

/// The newest release in an AppStream description, which lists the newest first; empty when there is none.
[[nodiscard]] QString newestRelease(QByteArrayView xml);

} // namespace portolan
