// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QFile>

namespace portolan::test {

/// Whether /proc hides the processes of other users from those who are not root: the mount option
/// hidepid of proc(5). The kernel writes it to mountinfo only where it is not off.
inline bool procHidesProcesses()
{
    QFile mounts(QStringLiteral("/proc/self/mountinfo"));
    if (!mounts.open(QIODevice::ReadOnly))
        return false;
    for (const QByteArray &line : mounts.readAll().split('\n')) {
        if (line.contains(" - proc ") && line.contains("hidepid=") && line.split(' ').value(4) == "/proc")
            return true;
    }
    return false;
}

} // namespace portolan::test
