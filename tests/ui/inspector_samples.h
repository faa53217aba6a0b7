// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "assess/assessment.h"
#include "monitor/update.h"
#include "snapshot/listener.h"
#include "tests/support/builders.h"

/// Listeners as the panels get them.
namespace portolan::test {

inline ListenerPtr listener(quint16 port, const OwnerPtr &owner, const QList<Endpoint> &endpoints,
                            Transport transport = Transport::Tcp)
{
    Listener value;
    value.key.port = port;
    value.key.transport = transport;
    if (const ProcessInfo *leader = owner->leader()) {
        value.key.owner.kind = OwnerKey::Kind::Process;
        value.key.owner.process = leader->key;
    }
    value.endpoints = endpoints;
    value.sockets = { quint64(port) + 70000 };
    value.owner = owner;
    return std::make_shared<Listener>(value);
}

inline Endpoint endpoint(const char *text, bool dualStack = false)
{
    return { address(text), dualStack, {}, {} };
}

/// A deleted program in a temporary folder, as drawn in the design.
inline OwnerPtr updater()
{
    ProcessInfo info;
    info.key = { 4242, 424200 };
    info.startedAt = QDateTime::currentDateTime().addSecs(-11 * 60);
    info.name = QStringLiteral("updater");
    info.executable = QStringLiteral("/tmp/.cache/updater");
    info.executableDeleted = true;
    info.commandLine = { QStringLiteral("./updater"), QStringLiteral("--listen"), QStringLiteral("3155") };
    info.uid = 1000;
    info.user = QStringLiteral("alice");
    info.ancestors = { { { 4100, 410000 }, QStringLiteral("bash") },
                       { { 1902, 190200 }, QStringLiteral("gnome-shell") },
                       { { 1, 1 }, QStringLiteral("systemd") } };
    info.cgroup = QStringLiteral("/user.slice/user-1000.slice/session-2.scope");
    info.unit = QStringLiteral("session-2.scope");
    Owner owner = *observed({ std::make_shared<ProcessInfo>(info) });
    owner.cgroup = info.cgroup;
    owner.unit = info.unit;
    return std::make_shared<Owner>(owner);
}

inline ConnectionSample connections(quint16 port, int count, int others = 3)
{
    ConnectionSample sample;
    sample.toListener = count;
    sample.others = others;
    for (int i = 0; i < count; ++i) {
        Connection connection;
        connection.localAddress = address("127.0.0.1");
        connection.localPort = port;
        const std::array<quint8, 4> bytes { 127, 0, quint8(i / 200), quint8(i % 200 + 1) };
        connection.remoteAddress = IpAddress::fromIPv4(bytes);
        connection.remotePort = quint16(40000 + (i * 37) % 20000);
        connection.state = i % 7 == 3 ? ConnectionState::CloseWait : ConnectionState::Established;
        connection.inode = quint64(i) + 1;
        sample.connections.append(connection);
    }
    return sample;
}

} // namespace portolan::test
