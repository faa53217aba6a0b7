// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/report_document.h"

namespace portolan {

/// A copy to show to strangers: user names, paths, arguments, the host's and containers' names are
/// replaced by pseudonyms ("user-1", "path-3"). The same text has the same pseudonym everywhere;
/// pids, ports, addresses and process names stay. Own notes go altogether: nobody can tell what they name.
[[nodiscard]] ReportDocument redacted(const ReportDocument &document);

} // namespace portolan
