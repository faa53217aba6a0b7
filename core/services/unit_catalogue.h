// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/systemd_messages.h"
#include "snapshot/owner.h"

#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>

#include <memory>
#include <optional>

namespace portolan {

/// What a .socket, .timer or .path unit starts, and where a .socket unit listens.
struct Trigger
{
    QStringList units;
    QList<ListenAddress> addresses;
    /// A .socket unit that starts one service for each connection, from the template of its own name,
    /// systemd.socket(5): the manager never passes the listening socket on.
    bool perConnection = false;

    friend bool operator==(const Trigger &, const Trigger &) = default;
};

/// An active .socket unit that listens at internet addresses.
struct SocketUnit
{
    QString name;
    /// The service that it starts; of one for each connection, the template. Empty when it starts none.
    QString service;
    bool perConnection = false;
    QList<ListenAddress> addresses;

    /// Whether the unit is the service, or the service of one connection.
    [[nodiscard]] bool starts(const QString &unit) const;

    friend bool operator==(const SocketUnit &, const SocketUnit &) = default;
};

/// What one service manager says of its units at one time. An immutable value.
class UnitCatalogue
{
public:
    UnitCatalogue() = default;
    /// `triggers` by the name of the unit; units that are not listed do not count.
    UnitCatalogue(const QList<systemd::UnitListing> &units, const QHash<QString, Trigger> &triggers);

    /// Units that have processes or sockets; nullopt when there is no such unit.
    [[nodiscard]] std::optional<UnitFacts> unit(const QString &name) const;
    /// The unit that opened the socket, if one listens there; of the host's own network namespace only.
    [[nodiscard]] const SocketUnit *socketUnitAt(const SocketEntry &socket) const;
    [[nodiscard]] const QList<SocketUnit> &socketUnits() const { return m_socketUnits; }

private:
    QHash<QString, UnitFacts> m_units;
    QList<SocketUnit> m_socketUnits; ///< sorted by name
    QMultiHash<quint16, qsizetype> m_byPort;
};

using UnitCataloguePtr = std::shared_ptr<const UnitCatalogue>;

} // namespace portolan
