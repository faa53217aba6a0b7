// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace portolan::compiler {

struct RegistrySources
{
    QString registry; ///< path of IANA's CSV or XML
    QString names; ///< path of names and descriptions that are newer (registry_names.h), or empty
    QString date; ///< when it was published; empty: what the XML says, else the newest date of a row
};

/// Makes the project's table at `target`; the exit code. What the names add and change is printed.
[[nodiscard]] int importRegistry(const RegistrySources &sources, const QString &target);

} // namespace portolan::compiler
