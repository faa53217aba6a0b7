// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/endpoint.h"
#include "snapshot/listener.h"

#include <compare>
#include <optional>

namespace portolan {

/// Where a listener stands: what stays of its key when processes, sockets and namespaces are
/// others. Orders by port first.
struct AcceptedPlace
{
    quint16 port = 0;
    Transport transport = Transport::Tcp;
    QString networkNamespace; ///< as people see it; empty: the host's own

    explicit AcceptedPlace(const Listener &listener);

    friend bool operator==(const AcceptedPlace &, const AcceptedPlace &) = default;
    friend std::strong_ordering operator<=>(const AcceptedPlace &a, const AcceptedPlace &b)
    {
        if (const auto order = a.port <=> b.port; order != 0)
            return order;
        if (const auto order = a.transport <=> b.transport; order != 0)
            return order;
        return a.networkNamespace.compare(b.networkNamespace) <=> 0;
    }
};

/// What an accepted listener is known by: never a pid, a start time or a socket. Two that are equal
/// stand for one another.
struct AcceptedIdentity
{
    AcceptedPlace place;
    QString program; ///< script or executable; the part of the kernel for its own sockets; may be empty
    QString unit;
    QString container;
    QString user;
    Exposure exposure = Exposure::Loopback;

    explicit AcceptedIdentity(const Listener &listener);

    friend bool operator==(const AcceptedIdentity &, const AcceptedIdentity &) = default;
};

/// The program that certainly holds it: a path, or empty where that cannot be told.
[[nodiscard]] QString certainProgram(const Owner &owner);

/// Whether the owner runs the program that was accepted. An upgrade of a package, a container of the
/// same name or image and a restart are the same; nullopt where it cannot be seen.
[[nodiscard]] std::optional<bool> isSameProgram(const Owner &accepted, const Owner &now);

/// Whether it runs as the user who was accepted; users that the service manager or a container makes
/// up anew each time are the same.
[[nodiscard]] bool isSameUser(const Owner &accepted, const Owner &now);

/// Whether the file of the same program holds other bytes than those that were accepted, and no
/// package's upgrade put them there. False where either is not known.
[[nodiscard]] bool hasOtherBytes(const Owner &accepted, const Owner &now);

/// Whether a passing UDP port is meant, which a client opens to ask a question and gets from the
/// kernel: its number means nothing.
[[nodiscard]] bool isPassingPort(const Listener &listener);

} // namespace portolan
