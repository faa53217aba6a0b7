// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/report_document.h"

namespace portolan {

class ReportSink;

/// RFC 4180: CRLF, a header row, quotes where needed. Control characters are made visible, and a cell
/// that a spreadsheet would take for a formula starts with an apostrophe.
void writeCsvReport(const ReportDocument &document, ReportSink &sink);

} // namespace portolan
