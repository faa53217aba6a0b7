// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "packages/package_database.h"

#include <memory>
#include <vector>

namespace portolan {

/// Several package systems as one: asked in order, the first one that knows a file counts. Where one of
/// them cannot be read, those after it are not asked: what they say might be wrong.
class PackageBook : public PackageDatabase
{
public:
    explicit PackageBook(std::vector<std::unique_ptr<PackageDatabase>> databases);

    [[nodiscard]] DatabaseStamp stamp() const override;
    [[nodiscard]] QList<PackageAnswer> owners(const QList<const ProgramFile *> &files,
                                              const std::atomic_bool &cancelled) override;

private:
    std::vector<std::unique_ptr<PackageDatabase>> m_databases;
};

/// All package systems that this system may have.
[[nodiscard]] std::unique_ptr<PackageDatabase> systemPackages();

} // namespace portolan
