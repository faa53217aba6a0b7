// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/unit_stop_plan.h"

#include "process/control_group.h"
#include "services/unit_place.h"
#include "text/text.h"

#include <QFile>

namespace portolan {

std::optional<UnitStopPlan> unitStopPlan(const Owner &owner, const QString &ownUnit)
{
    const auto place = unitPlace(unitControlGroup(owner));
    const bool isPersons = place && place->person;
    if (owner.reason == OwnerReason::HeldForUnit && !owner.socketUnit.isEmpty())
        return UnitStopPlan { {}, owner.socketUnit, isPersons };
    const bool isService = owner.unit.endsWith(QLatin1String(".service")) && !owner.unit.startsWith(QLatin1String("user@"));
    if (!isService || !owner.unitFacts || owner.unit == ownUnit)
        return std::nullopt;
    return UnitStopPlan { owner.unit, owner.socketUnit, isPersons };
}

const QString &ownUnit()
{
    static const QString unit = [] {
        QFile file(QStringLiteral("/proc/self/cgroup"));
        if (!file.open(QIODevice::ReadOnly))
            return QString();
        return unitOfControlGroup(text::fromKernel(controlGroupPath(file.readAll())));
    }();
    return unit;
}

} // namespace portolan
