// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/report_document.h"

#include <QSysInfo>

namespace portolan {

HostInfo HostInfo::current()
{
    return { QSysInfo::machineHostName(), QSysInfo::prettyProductName(),
             QSysInfo::kernelType() + QLatin1Char(' ') + QSysInfo::kernelVersion() };
}

} // namespace portolan
