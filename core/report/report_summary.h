// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/report_document.h"

#include <QString>

namespace portolan {

/// What a report says before anything else: how many listeners it has, how many of them can be
/// reached, and which to investigate first. Translated sentences; harmless, escaped for no format.
[[nodiscard]] QString reportSummary(const ReportDocument &document);

} // namespace portolan
