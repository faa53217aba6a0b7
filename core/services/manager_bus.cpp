// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/manager_bus.h"

#include <unistd.h>

namespace portolan {

ManagerBus systemManagerBus()
{
    const QString address = qEnvironmentVariable("DBUS_SYSTEM_BUS_ADDRESS");
    return { address.isEmpty() ? QStringLiteral("unix:path=/run/dbus/system_bus_socket") : address, std::nullopt };
}

ManagerBus personsManagerBus()
{
    ManagerBus bus { qEnvironmentVariable("DBUS_SESSION_BUS_ADDRESS"), ::geteuid() };
    const QString folder = qEnvironmentVariable("XDG_RUNTIME_DIR");
    // A folder with other characters would need the escapes of the address's own grammar.
    if (bus.address.isEmpty() && !folder.isEmpty() && !folder.contains(u',') && !folder.contains(u';') && !folder.contains(u'%'))
        bus.address = QLatin1String("unix:path=") + folder + QLatin1String("/bus");
    return bus;
}

} // namespace portolan
