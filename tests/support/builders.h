// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitor/socket_source.h"
#include "snapshot/snapshot.h"

/// Short ways to say what a test is about. Everything else has a sensible default.
namespace portolan::test {

inline ProcessPtr process(qint32 pid, const QString &name, const QString &executable = {},
                          const QList<Ancestor> &ancestors = {})
{
    ProcessInfo info;
    info.key = { pid, static_cast<quint64>(pid) * 100 };
    info.name = name;
    info.executable = executable.isNull() ? QStringLiteral("/usr/bin/") + name : executable;
    info.commandLine = { info.executable };
    info.uid = 1000;
    info.user = QStringLiteral("alice");
    info.ancestors = ancestors;
    return std::make_shared<ProcessInfo>(info);
}

inline Ancestor ancestor(const ProcessPtr &process)
{
    return { process->key, process->name };
}

inline OwnerPtr observed(const QList<ProcessPtr> &processes)
{
    Owner owner;
    owner.attribution = Attribution::Observed;
    owner.reason = OwnerReason::None;
    owner.processes = processes;
    owner.uid = processes.first()->uid;
    owner.user = processes.first()->user;
    return std::make_shared<Owner>(owner);
}

inline OwnerPtr unowned(OwnerReason reason, quint64 cgroupId = 0, quint32 uid = 0)
{
    Owner owner;
    owner.attribution = Attribution::None;
    owner.reason = reason;
    owner.cgroupId = cgroupId;
    owner.uid = uid;
    owner.user = QStringLiteral("root");
    return std::make_shared<Owner>(owner);
}

inline IpAddress address(const char *text)
{
    return IpAddress::parse(QString::fromLatin1(text)).value();
}

inline SocketEntry socket(quint16 port, quint64 inode, const char *local = "0.0.0.0", Transport transport = Transport::Tcp)
{
    SocketEntry entry;
    entry.transport = transport;
    entry.address = address(local);
    entry.table = socketTable(transport, entry.address.family());
    entry.port = port;
    entry.inode = inode;
    entry.uid = 1000;
    return entry;
}

} // namespace portolan::test
