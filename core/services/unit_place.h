// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "snapshot/owner.h"

#include <QString>
#include <QtGlobal>

#include <optional>

namespace portolan {

/// A unit and the service manager that it belongs to.
struct UnitPlace
{
    QString unit;
    /// The person whose own manager, `systemd --user`, runs it; nullopt: the system's manager.
    std::optional<quint32> person;

    friend bool operator==(const UnitPlace &, const UnitPlace &) = default;
};

/// The scope that every service manager keeps itself in, systemd.special(7).
inline constexpr QLatin1String managerScope { "init.scope" };

/// Reads a control group's path: below slices stands a unit of the system's manager; where that is a
/// person's manager ("user@1000.service"), below slices again one of that. What lies deeper was delegated
/// and says nothing: a service manager inside of a container has units of the same names. nullopt when
/// the path has no unit. A pure function; the naming is documented in systemd.slice(5) and user@.service(5).
[[nodiscard]] std::optional<UnitPlace> unitPlace(const QString &controlGroup);

/// Of the unit that an owner is said to be in; nullopt when that is not the unit of a manager of this system.
[[nodiscard]] std::optional<UnitPlace> unitPlace(const Owner &owner);

} // namespace portolan
