// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "snapshot/owner.h"

#include <QHash>

namespace portolan::platform {

/// What an owner is made of. Processes are compared by object: an unchanged process is the same
/// object at every tick.
struct OwnerParts
{
    Attribution attribution = Attribution::None;
    OwnerReason reason = OwnerReason::NotFound;
    QList<ProcessPtr> processes;
    quint32 uid = 0;
    QString user;
    quint64 cgroupId = 0;
    QString cgroup;
    QString kernelPart; ///< see Owner
    QString kernelInterface;

    friend bool operator==(const OwnerParts &, const OwnerParts &) = default;
};

[[nodiscard]] size_t qHash(const OwnerParts &parts, size_t seed = 0) noexcept;

/// Makes owners of their parts; the same parts give the same object for as long as somebody else
/// holds it.
class OwnerCache
{
public:
    [[nodiscard]] OwnerPtr owner(const OwnerParts &parts);
    /// Forgets the owners that nobody else holds.
    void prune();

private:
    QHash<OwnerParts, OwnerPtr> m_owners;
};

/// Puts the leader first (see Owner::processes), the others by age.
void sortHolders(QList<ProcessPtr> &processes);

} // namespace portolan::platform
