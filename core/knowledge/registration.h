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

    friend bool operator==(const Registration &, const Registration &) = default;
};

} // namespace portolan
