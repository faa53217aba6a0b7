// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QtGlobal>

#include <optional>

namespace portolan {

/// The bus that a service manager is found on.
struct ManagerBus
{
    QString address; ///< as the D-Bus specification defines it; empty: there is none
    /// Whose manager it has to be; nullopt: the bus itself sees to that, as the system's does.
    std::optional<quint32> user;
};

/// DBUS_SYSTEM_BUS_ADDRESS, else the well-known place.
[[nodiscard]] ManagerBus systemManagerBus();
/// That of the person who runs Portolan: DBUS_SESSION_BUS_ADDRESS, else in XDG_RUNTIME_DIR.
[[nodiscard]] ManagerBus personsManagerBus();

} // namespace portolan
