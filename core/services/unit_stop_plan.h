// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/manager_bus.h"
#include "snapshot/owner.h"

#include <QString>

#include <optional>

namespace portolan {

/// How a listener ends by its unit.
struct UnitStopPlan
{
    /// The service; empty while it has not started, and the .socket unit alone holds the listener.
    QString service;
    /// The .socket unit that would start the service again at the next connection; empty when none would.
    QString socketUnit;
    /// Of a manager of the person's own.
    bool isPersons = false;

    [[nodiscard]] ManagerBus bus() const { return isPersons ? personsManagerBus() : systemManagerBus(); }

    friend bool operator==(const UnitStopPlan &, const UnitStopPlan &) = default;
};

/// nullopt when the owner has no service of its own that its manager could be asked to stop: it is in a
/// session, is a manager itself, no manager knows the unit, or the unit is `ownUnit`, in which Portolan runs.
[[nodiscard]] std::optional<UnitStopPlan> unitStopPlan(const Owner &owner, const QString &ownUnit);

/// The unit that this process is in, read from /proc/self/cgroup once; empty when it is in none.
[[nodiscard]] const QString &ownUnit();

} // namespace portolan
