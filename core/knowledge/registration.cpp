// SPDX-License-Identifier: GPL-3.0-or-later
#include "knowledge/registration.h"

#include <array>

namespace portolan {

namespace {

constexpr std::array transportNames = { "", "tcp", "udp", "sctp", "dccp" };

} // namespace

QLatin1String registryTransportName(RegistryTransport transport)
{
    return QLatin1String(transportNames.at(static_cast<std::size_t>(transport)));
}

std::optional<RegistryTransport> registryTransportFromName(QStringView name)
{
    for (std::size_t i = 0; i < transportNames.size(); ++i) {
        if (name == QLatin1String(transportNames.at(i)))
            return static_cast<RegistryTransport>(i);
    }
    return std::nullopt;
}

QLatin1String registrationStatusName(RegistrationStatus status)
{
    switch (status) {
    case RegistrationStatus::Assigned:
        return QLatin1String("assigned");
    case RegistrationStatus::Unassigned:
        return QLatin1String("unassigned");
    case RegistrationStatus::Reserved:
        break;
    }
    return QLatin1String("reserved");
}

RegistrationStatus statusOf(const QString &service, const QString &description)
{
    if (!service.isEmpty())
        return RegistrationStatus::Assigned;
    if (description.startsWith(QLatin1String("Reserved"), Qt::CaseInsensitive))
        return RegistrationStatus::Reserved;
    if (description.startsWith(QLatin1String("any private"), Qt::CaseInsensitive))
        return RegistrationStatus::Assigned;
    return RegistrationStatus::Unassigned;
}

} // namespace portolan
