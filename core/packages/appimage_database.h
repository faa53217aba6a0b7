// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "packages/file_database.h"

#include <QByteArrayView>

namespace portolan {

/// An AppImage mounts itself at <temporary folder>/.mount_<letters> while it runs; the table of mounts
/// names the image.
class AppImageDatabase : public FileDatabase
{
protected:
    [[nodiscard]] std::optional<PackageEntry> owner(const ProgramFile &file) const override;
};

/// Whose mounted image `path` is in, by /proc/<pid>/mountinfo of proc(5); nullopt when it is in none.
[[nodiscard]] std::optional<PackageEntry> mountedAppImage(QByteArrayView mountinfo, QByteArrayView path);

} // namespace portolan
