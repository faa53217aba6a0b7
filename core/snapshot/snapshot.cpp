// SPDX-License-Identifier: GPL-3.0-or-later
#include "snapshot/snapshot.h"

#include <QCoreApplication>

namespace portolan {

bool hasUnreadTables(const Snapshot &snapshot)
{
    return snapshot.completeness == Completeness::Partial && !snapshot.unread.isEmpty();
}

bool mayMiss(const Snapshot &snapshot, const Listener &listener)
{
    if (!hasUnreadTables(snapshot))
        return false;
    const SocketTables unread = snapshot.unread.in(listener.key.networkNamespace);
    return unread && !(listener.tables & ~unread);
}

namespace {
class SnapshotText
{
    Q_DECLARE_TR_FUNCTIONS(portolan::Snapshot)
};
} // namespace

QLatin1String backendName(Backend backend)
{
    switch (backend) {
    case Backend::LinuxSockDiag:
        return QLatin1String("linux-sock-diag");
    case Backend::LinuxProc:
        return QLatin1String("linux-proc");
    case Backend::File:
        return QLatin1String("file");
    }
    Q_UNREACHABLE();
}

QString remarkText(Remark remark)
{
    switch (remark) {
    case Remark::DumpInterrupted:
        return SnapshotText::tr("The kernel's tables changed during every attempt to read them; some listeners may be "
                                "missing.");
    case Remark::NetlinkRefused:
        return SnapshotText::tr("The kernel's socket interface (netlink) was refused; /proc/net is read instead.");
    case Remark::TableUnreadable:
        return SnapshotText::tr("One of the tables in /proc/net could not be read; some listeners may be missing.");
    case Remark::NamespaceUnreadable:
        return SnapshotText::tr("The sockets of another network namespace could not be read; some of its listeners may be "
                                "missing.");
    case Remark::ProcUnreadable:
        return SnapshotText::tr("/proc could not be read; owners are missing.");
    case Remark::OwnersHidden:
        return SnapshotText::tr("Some processes' open files may not be read without more privileges; where possible, "
                                "the owner is inferred.");
    case Remark::ProcessesHidden:
        return SnapshotText::tr("/proc is mounted with hidepid; other users' processes cannot be seen.");
    case Remark::NoControlGroups:
        return SnapshotText::tr("No unified control group tree (version 2) is mounted: units of other users' sockets are "
                                "missing, and their owners are inferred from the user alone.");
    }
    Q_UNREACHABLE();
}

} // namespace portolan
