// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/service_facts.h"

#include "process/control_group.h"

#include <unistd.h>

namespace portolan {

namespace {

/// The first process is the system's manager wherever it keeps itself.
std::optional<UnitPlace> placeOf(const Owner &owner)
{
    const ProcessInfo *leader = owner.leader();
    if (owner.attribution == Attribution::Observed && leader && leader->key.pid == 1)
        return UnitPlace { managerScope, std::nullopt };
    return unitPlace(owner);
}

bool runs(const std::optional<UnitFacts> &facts)
{
    return facts && !facts->activeState.isEmpty() && facts->activeState != QLatin1String("inactive")
        && facts->activeState != QLatin1String("failed");
}

} // namespace

ServiceFacts::ServiceFacts(const ManagerBus &system, const ManagerBus &persons, const UnitWatcherLimits &limits)
    : m_person(::geteuid())
    , m_system(system, limits)
    , m_persons(persons, limits)
{
}

void ServiceFacts::addTo(Owner &owner, const SocketEntry &socket)
{
    const auto place = placeOf(owner);
    ServiceManager *manager = place ? managerOf(*place) : nullptr;
    if (!manager)
        return;
    if (!owner.unit.isEmpty())
        owner.unitFacts = manager->unit(owner.unit);

    const UnitCataloguePtr catalogue = manager->catalogue();
    const SocketUnit *socketUnit = catalogue ? catalogue->socketUnitAt(socket) : nullptr;
    if (!socketUnit)
        return;
    // A socket can be made in the manager's own group or in the unit's, and is the service's afterwards.
    const bool isKept = place->unit == managerScope || place->unit == socketUnit->name;
    if (!isKept && !socketUnit->starts(place->unit))
        return;
    owner.socketUnit = socketUnit->name;
    if (isKept && !socketUnit->service.isEmpty())
        nameService(owner, *socketUnit, *manager);
}

void ServiceFacts::nameService(Owner &owner, const SocketUnit &socketUnit, ServiceManager &manager)
{
    const auto service = manager.unit(socketUnit.service);
    const bool isPassedOn = !socketUnit.perConnection && runs(service);
    if (!isPassedOn) {
        owner.reason = OwnerReason::HeldForUnit;
    } else if (owner.attribution == Attribution::Observed) {
        return; // it was seen that the manager alone holds it
    } else {
        // The service holds it as well; its processes are not in the group that the socket was made in.
        owner.attribution = Attribution::None;
        owner.reason = OwnerReason::ControlGroupOnly;
        owner.processes.clear();
    }
    owner.unit = socketUnit.service;
    owner.unitFacts = service;
}

ServiceManager *ServiceFacts::managerOf(const UnitPlace &place)
{
    if (!place.person)
        return &m_system;
    return *place.person == m_person ? &m_persons : nullptr;
}

quint64 ServiceFacts::revision() const
{
    return m_system.revision() + m_persons.revision();
}

bool ServiceFacts::waitForAnswers(std::chrono::milliseconds patience)
{
    const auto end = std::chrono::steady_clock::now() + patience;
    if (!m_system.waitForAnswers(patience))
        return false;
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(end - std::chrono::steady_clock::now());
    return m_persons.waitForAnswers(std::max(left, std::chrono::milliseconds(0)));
}

} // namespace portolan
