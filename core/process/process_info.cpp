// SPDX-License-Identifier: GPL-3.0-or-later
#include "process/process_info.h"

namespace portolan {

QString ProcessInfo::shownName() const
{
    return name.trimmed().isEmpty() ? executable.section(QLatin1Char('/'), -1) : name;
}

} // namespace portolan
