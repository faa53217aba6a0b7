// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitor/full_view.h"
#include "monitor/socket_source.h"
#include "snapshot/owner.h"

#include <QList>

namespace portolan {

struct OwnerSample
{
    /// One per socket, in the order asked; never null. Sockets with the same holders share one
    /// object, and an unchanged owner is the same object as in the sample before.
    QList<OwnerPtr> owners;
    /// See Snapshot::privileged.
    bool privileged = false;
    Completeness completeness = Completeness::Complete;
    QList<Remark> remarks;
};

/// Finds who holds sockets. Keeps what it learnt between calls. Used by one thread at a time;
/// may block.
class ProcessSource
{
public:
    virtual ~ProcessSource() = default;
    [[nodiscard]] virtual OwnerSample owners(const QList<SocketEntry> &sockets) = 0;
    /// What lets it see more, if there is such a thing; lives as long as the source.
    [[nodiscard]] virtual FullView *fullView() { return nullptr; }
};

} // namespace portolan
