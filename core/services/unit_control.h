// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/manager_bus.h"

#include <QString>
#include <QStringList>
#include <QtGlobal>

#include <chrono>

namespace portolan {

enum class UnitStopResult : quint8 {
    Stopped,
    StillStopping, ///< the manager is at it; it took longer than we waited
    Denied, ///< by the system's policy, or the person gave no password
    NoSuchUnit,
    Refused, ///< it may only be stopped together with another unit
    NotReachable, ///< there is no manager to ask, or it does not answer
    Failed, ///< the manager tried; see `detail`
};

struct UnitStopOutcome
{
    UnitStopResult result = UnitStopResult::Failed;
    QString unit; ///< that the result is about
    QString detail = {}; ///< what the manager says: a job's result or an error's name; empty when stopped
};

struct UnitStopPatience
{
    std::chrono::milliseconds answer { 120'000 }; ///< a person may be typing a password
    std::chrono::milliseconds job { 100'000 }; ///< systemd gives a service 90 s to end by default
};

/// Asks a service manager to stop units, as `systemctl stop` does: with "replace", and letting the
/// system ask the person for a password. Blocks; call it on a pool thread.
class UnitControl
{
public:
    explicit UnitControl(ManagerBus bus, const UnitStopPatience &patience = {});

    /// One after the other, until one does not stop; the outcome is the last one's.
    [[nodiscard]] UnitStopOutcome stop(const QStringList &units) const;

private:
    const ManagerBus m_bus;
    const UnitStopPatience m_patience;
};

} // namespace portolan
