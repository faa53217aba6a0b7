// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "snapshot/listener.h"

#include <QHash>
#include <QList>

namespace portolan {

/// Remembers which program held a port before the one that holds it now, for as long as the object
/// lives. Programs are told apart by the file or script they run: a daemon that restarts is no change.
class PortMemory
{
public:
    /// Beyond so many ports, or twice as many as are held, those that nobody holds any more are forgotten.
    static constexpr qsizetype maximumPorts = 16384;

    /// The last owner of the port that ran another program; null when none was seen. To be called for
    /// each listener that is new or not as it was in the snapshot before. `listeners` are a snapshot's,
    /// sorted by key; a port that several of them share, on different addresses, has no owner before.
    [[nodiscard]] OwnerPtr ownerBefore(const QList<ListenerPtr> &listeners, qsizetype index);

private:
    struct Port
    {
        OwnerPtr now;
        OwnerPtr before;
    };

    void forget(const QList<ListenerPtr> &listeners);

    QHash<ListenerKey, Port> m_ports; ///< by key without owner
    qsizetype m_forgetAt = maximumPorts;
};

} // namespace portolan
