// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/report_document.h"

#include <QString>
#include <QStringList>

namespace portolan::cli {

/// The listeners as aligned lines under a head line. On a terminal they fit its width.
[[nodiscard]] QStringList listenerTable(const ReportDocument &document);
/// "13 listening · 6 reachable from outside · 1 to investigate", then how complete it is.
[[nodiscard]] QStringList summaryLines(const ReportDocument &document);
/// One listener in one line, for watch, diff and check.
[[nodiscard]] QString listenerLine(const Listener &listener, const Assessment &assessment);

} // namespace portolan::cli
