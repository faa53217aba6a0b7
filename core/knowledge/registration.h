// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace portolan {

/// The transports the registry knows. None: the row names no transport.
enum class RegistryTransport : quint8 { None, Tcp, Udp, Sctp, Dccp };

enum class RegistrationStatus : quint8 { Assigned, Unassigned, Reserved };

/// One row of the IANA Service Name and Transport Protocol Port Number Registry (RFC 6335).
/// Nothing is merged: a port may have many. Texts are as published; empty where the row is.
struct Registration
{
    /// Both nullopt for a service name without a port; equal for a single port.
    std::optional<quint16> portFrom;
    std::optional<quint16> portTo;
    RegistryTransport transport = RegistryTransport::None;
    RegistrationStatus status = RegistrationStatus::Assigned;
    QString service;
    QString description;
    QString assignee;
    QString registered; ///< "2008-11", "2011-07-18" or empty, as in the registry
    QString modified;
    QString reference;
    QString unauthorizedUse;
    QString assignmentNotes;
    QString contact;
    QString serviceCode; ///< DCCP service code (RFC 5595)

    [[nodiscard]] bool covers(quint16 port) const
    {
        return portFrom && portTo && *portFrom <= port && port <= *portTo;
    }
    [[nodiscard]] bool isSinglePort() const { return portFrom && portFrom == portTo; }

    friend bool operator==(const Registration &, const Registration &) = default;
};

/// "tcp", "udp", "sctp", "dccp", or empty for None, as in the registry.
[[nodiscard]] QLatin1String registryTransportName(RegistryTransport transport);
[[nodiscard]] std::optional<RegistryTransport> registryTransportFromName(QStringView name);
/// "assigned", "unassigned" or "reserved".
[[nodiscard]] QLatin1String registrationStatusName(RegistrationStatus status);
/// The registry has no column for it: a row with a service name is assigned; without one the
/// description says "Reserved", "Unassigned", "De-registered" and the like, or what the port is
/// assigned to ("any private mail system").
[[nodiscard]] RegistrationStatus statusOf(const QString &service, const QString &description);

} // namespace portolan
