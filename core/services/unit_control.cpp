// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/unit_control.h"

#include "services/unit_job.h"

#include <atomic>
#include <utility>

namespace portolan {

UnitControl::UnitControl(ManagerBus bus, const UnitStopPatience &patience)
    : m_bus(std::move(bus))
    , m_patience(patience)
{
}

UnitStopOutcome UnitControl::stop(const QStringList &units) const
{
    static std::atomic<quint64> count = 0;
    UnitStopOutcome outcome { UnitStopResult::NotReachable, units.value(0) };
    if (m_bus.address.isEmpty())
        return outcome;
    const QString name = QStringLiteral("portolan-stop-%1").arg(++count);
    {
        const QDBusConnection connection = QDBusConnection::connectToBus(m_bus.address, name);
        if (connection.isConnected()) {
            UnitJob job(connection, m_patience);
            for (const QString &unit : units) {
                outcome = job.stop(unit);
                if (outcome.result != UnitStopResult::Stopped)
                    break;
            }
        }
    }
    QDBusConnection::disconnectFromBus(name);
    return outcome;
}

} // namespace portolan
