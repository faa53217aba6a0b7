// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "knowledge/registration.h"

#include <QList>

namespace portolan {

/// One row that two registries do not share.
struct RegistryChange
{
    enum class Kind : quint8 { Added, Removed, Changed };
    Kind kind = Kind::Added;
    Registration before; ///< empty for Added
    Registration after; ///< empty for Removed

    [[nodiscard]] const Registration &row() const { return kind == Kind::Removed ? before : after; }
};

struct RegistryDifference
{
    /// By port, names without a port last.
    QList<RegistryChange> changes;
    int added = 0;
    int removed = 0;
    int changed = 0;
};

/// What the second registry has other than the first, whatever the order of their rows. Of the rows
/// that differ, those of one service, port and transport belong together and have changed; then those
/// of one port and transport; the rest was removed or added.
[[nodiscard]] RegistryDifference compareRegistries(QList<Registration> before, QList<Registration> after);

} // namespace portolan
