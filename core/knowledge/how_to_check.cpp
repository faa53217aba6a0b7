// SPDX-License-Identifier: GPL-3.0-or-later
#include "knowledge/how_to_check.h"

namespace portolan {

namespace {

void addTcp(HowToCheck &check, quint16 port)
{
    check.linuxCommands += { QStringLiteral("sudo ss -tlnp 'sport = :%1'").arg(port),
                             QStringLiteral("sudo lsof -nP -iTCP:%1 -sTCP:LISTEN").arg(port) };
    check.macosCommands += { QStringLiteral("sudo lsof -nP -iTCP:%1 -sTCP:LISTEN").arg(port),
                             QStringLiteral("netstat -anv -p tcp | grep '[.:]%1 '").arg(port) };
    check.windowsCommands.append(
        QStringLiteral("Get-Process -Id (Get-NetTCPConnection -LocalPort %1 -State Listen).OwningProcess").arg(port));
}

void addUdp(HowToCheck &check, quint16 port)
{
    check.linuxCommands += { QStringLiteral("sudo ss -ulnp 'sport = :%1'").arg(port),
                             QStringLiteral("sudo lsof -nP -iUDP:%1").arg(port) };
    check.macosCommands += { QStringLiteral("sudo lsof -nP -iUDP:%1").arg(port),
                             QStringLiteral("netstat -anv -p udp | grep '[.:]%1 '").arg(port) };
    check.windowsCommands.append(
        QStringLiteral("Get-Process -Id (Get-NetUDPEndpoint -LocalPort %1).OwningProcess").arg(port));
}

} // namespace

HowToCheck howToCheck(quint16 port, std::optional<Transport> transport)
{
    HowToCheck check;
    // findstr takes a number for the beginning of a longer one; the blank ends it.
    check.windowsCommands.append(QStringLiteral("netstat -ano | findstr /C:\":%1 \"").arg(port));
    if (!transport || *transport == Transport::Tcp)
        addTcp(check, port);
    if (!transport || *transport == Transport::Udp)
        addUdp(check, port);
    check.windowsCommands.append(QStringLiteral("tasklist /FI \"PID eq <PID>\""));
    return check;
}

} // namespace portolan
