// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/unit_catalogue.h"

#include "process/control_group.h"

#include <algorithm>

namespace portolan {

namespace {

constexpr QLatin1String socketSuffix { ".socket" };
constexpr QLatin1String serviceSuffix { ".service" };

/// A socket says most about a port, then a timer, then a path.
int triggerRank(const QString &name)
{
    return name.endsWith(socketSuffix) ? 0 : name.endsWith(QLatin1String(".timer")) ? 1 : 2;
}

QString serviceOf(const QString &socketUnit, const Trigger &trigger)
{
    if (trigger.perConnection)
        return socketUnit.chopped(socketSuffix.size()) + QLatin1Char('@') + serviceSuffix;
    const auto service = std::ranges::find_if(trigger.units, [](const QString &unit) { return unit.endsWith(serviceSuffix); });
    return service == trigger.units.end() ? QString() : *service;
}

} // namespace

bool SocketUnit::starts(const QString &unit) const
{
    if (!perConnection)
        return !service.isEmpty() && unit == service;
    return unit.startsWith(QStringView(service).chopped(serviceSuffix.size())) && unit.endsWith(serviceSuffix);
}

UnitCatalogue::UnitCatalogue(const QList<systemd::UnitListing> &units, const QHash<QString, Trigger> &triggers)
{
    for (const systemd::UnitListing &unit : units) {
        // A bare name takes the path of a control group here: only units that can have one are kept.
        if (unitOfControlGroup(QLatin1Char('/') + unit.name) == unit.name)
            m_units.insert(unit.name, { unit.name, unit.description, unit.activeState, unit.subState, {} });
        const auto trigger = triggers.constFind(unit.name);
        const bool listens = unit.activeState == QLatin1String("active");
        if (trigger != triggers.constEnd() && listens && !trigger->addresses.isEmpty())
            m_socketUnits.append({ unit.name, serviceOf(unit.name, *trigger), trigger->perConnection, trigger->addresses });
    }
    std::ranges::sort(m_socketUnits, {}, &SocketUnit::name);
    for (qsizetype i = 0; i < m_socketUnits.size(); ++i) {
        for (const ListenAddress &address : m_socketUnits[i].addresses) {
            if (!m_byPort.contains(address.port, i))
                m_byPort.insert(address.port, i);
        }
    }
    for (const systemd::UnitListing &unit : units) {
        const auto trigger = triggers.constFind(unit.name);
        if (trigger == triggers.constEnd())
            continue;
        for (const QString &name : trigger->units) {
            const auto started = m_units.find(name);
            if (started == m_units.end())
                continue;
            QString &by = started->triggeredBy;
            if (by.isEmpty() || std::pair(triggerRank(unit.name), unit.name) < std::pair(triggerRank(by), by))
                by = unit.name;
        }
    }
}

std::optional<UnitFacts> UnitCatalogue::unit(const QString &name) const
{
    const auto found = m_units.constFind(name);
    return found == m_units.constEnd() ? std::nullopt : std::optional(*found);
}

const SocketUnit *UnitCatalogue::socketUnitAt(const SocketEntry &socket) const
{
    if (!socket.networkNamespace.isEmpty())
        return nullptr;
    const SocketUnit *found = nullptr;
    const auto [begin, end] = m_byPort.equal_range(socket.port);
    for (auto index = begin; index != end; ++index) {
        const SocketUnit &unit = m_socketUnits[*index];
        const bool fits = std::ranges::any_of(unit.addresses, [&](const ListenAddress &address) { return address.fits(socket); });
        if (fits && (!found || unit.name < found->name))
            found = &unit;
    }
    return found;
}

} // namespace portolan
