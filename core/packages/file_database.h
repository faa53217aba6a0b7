// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "packages/package_database.h"

namespace portolan {

/// A package system whose files tell by themselves, one by one, whose they are: by their place in a
/// store or a mounted image. Such systems keep no checksums of files to compare with.
class FileDatabase : public PackageDatabase
{
public:
    [[nodiscard]] QList<PackageAnswer> owners(const QList<const ProgramFile *> &files,
                                              const std::atomic_bool &cancelled) final
    {
        QList<PackageAnswer> answers;
        for (const ProgramFile *file : files)
            answers.append(cancelled ? PackageAnswer { false, std::nullopt } : PackageAnswer { true, owner(*file) });
        return answers;
    }

protected:
    [[nodiscard]] virtual std::optional<PackageEntry> owner(const ProgramFile &file) const = 0;
};

} // namespace portolan
