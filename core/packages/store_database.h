// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "packages/file_database.h"

#include <QByteArrayView>

namespace portolan {

/// The stores of Nix and Guix: each package has a folder <store>/<hash>-<name>-<version>.
class StoreDatabase : public FileDatabase
{
protected:
    [[nodiscard]] std::optional<PackageEntry> owner(const ProgramFile &file) const override;
};

/// The package that a path in a store belongs to; nullopt when it is not in one.
[[nodiscard]] std::optional<PackageEntry> packageInStore(QByteArrayView path);

} // namespace portolan
