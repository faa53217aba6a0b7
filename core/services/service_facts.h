// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitor/fact_source.h"
#include "services/service_manager.h"
#include "services/unit_place.h"

#include <QtGlobal>

namespace portolan {

/// What the service managers say: of the unit that an owner is in its description and state, and of a
/// listener the .socket unit that opened it. The system's manager is asked about its units, the person's
/// own manager about theirs, and nobody about other people's.
///
/// Where a manager alone holds the listener, its owner becomes the service that it is kept for, with
/// OwnerReason::HeldForUnit; how the holder is known does not change by that.
class ServiceFacts : public FactSource
{
public:
    explicit ServiceFacts(const ManagerBus &system = systemManagerBus(), const ManagerBus &persons = personsManagerBus(),
                          const UnitWatcherLimits &limits = {});

    void addTo(Owner &owner, const SocketEntry &socket) override;
    [[nodiscard]] quint64 revision() const override;
    bool waitForAnswers(std::chrono::milliseconds patience) override;

private:
    /// Null for another person's.
    [[nodiscard]] ServiceManager *managerOf(const UnitPlace &place);
    static void nameService(Owner &owner, const SocketUnit &socketUnit, ServiceManager &manager);

    const quint32 m_person;
    ServiceManager m_system;
    ServiceManager m_persons;
};

} // namespace portolan
