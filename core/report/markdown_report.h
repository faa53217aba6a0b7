// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/report_document.h"

namespace portolan {

class ReportSink;

/// Tables and paragraphs in which no text taken from the machine can act as markup, link or image.
void writeMarkdownReport(const ReportDocument &document, ReportSink &sink);

} // namespace portolan
