// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "snapshot/listener.h"
#include "snapshot/unread_tables.h"

#include <QDateTime>
#include <QList>
#include <QString>

#include <memory>

namespace portolan {

/// Whether a snapshot shows everything there was to see.
enum class Completeness : quint8 {
    Complete,
    Partial, ///< a dump was interrupted or refused, or /proc could not be listed
};

/// Where the sockets were read from.
enum class Backend : quint8 { LinuxSockDiag, LinuxProc, File };

/// Something worth saying about how complete the picture is.
enum class Remark : quint8 {
    DumpInterrupted, ///< the kernel's tables changed during every attempt
    NetlinkRefused, ///< NETLINK_SOCK_DIAG is not permitted; /proc/net is read instead
    TableUnreadable, ///< a table of /proc/net could not be read
    NamespaceUnreadable, ///< another network namespace could not be read whole
    ProcUnreadable, ///< /proc could not be listed
    OwnersHidden, ///< some processes' descriptors may not be read by this user
    ProcessesHidden, ///< /proc is mounted with hidepid
    NoControlGroups, ///< no cgroup2 tree is mounted; owners cannot be inferred
};

/// An immutable picture of all listeners at one time.
struct Snapshot
{
    QDateTime takenAt;
    Backend backend = Backend::LinuxSockDiag;
    Completeness completeness = Completeness::Complete;
    /// Of a partial snapshot only: the tables that were not read whole; all while that is not known.
    /// None where nothing but owners is missing.
    UnreadTables unread = UnreadTables::everywhere();
    /// Whether it was taken with the rights to look into every user's processes. Even then the
    /// system may refuse some; Remark::OwnersHidden says so.
    bool privileged = false;
    QList<Remark> remarks;
    /// Sorted by key; keys are unique.
    QList<ListenerPtr> listeners;
};

/// Whether listeners may be missing, not only what is known of their owners.
[[nodiscard]] bool hasUnreadTables(const Snapshot &snapshot);
/// Whether the snapshot would not show this listener even if it were still there: each of its
/// sockets is in a table that was not read whole. Such a listener must not be taken as closed.
[[nodiscard]] bool mayMiss(const Snapshot &snapshot, const Listener &listener);

using SnapshotPtr = std::shared_ptr<const Snapshot>;

/// "linux-sock-diag", "linux-proc" or "file", as in the snapshot format.
[[nodiscard]] QLatin1String backendName(Backend backend);
/// One translated sentence for people.
[[nodiscard]] QString remarkText(Remark remark);

} // namespace portolan
