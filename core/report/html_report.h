// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/report_document.h"

namespace portolan {

class ReportSink;

/// One HTML5 file that loads nothing and runs nothing: summary and what to investigate first, then
/// the table, then one section for each port. Reads on a phone, in the dark and on paper.
void writeHtmlReport(const ReportDocument &document, ReportSink &sink);

} // namespace portolan
