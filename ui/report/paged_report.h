// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/report_writer.h"

#include <QTextDocument>

#include <memory>

class QPagedPaintDevice;

namespace portolan {

/// The HTML report for paper: what QTextDocument understands of it, with the port map as a picture.
/// Blocks; call it on a pool thread. Null when it was stopped.
[[nodiscard]] std::unique_ptr<QTextDocument> pagedReport(const ReportDocument &document, const ReportProgress &progress = {},
                                                         std::stop_token stop = {});
/// Paints the report on the device page by page, each with the title above and its number below;
/// headings of a table stand on each of its pages. False when it was stopped or the device failed.
[[nodiscard]] bool paintPages(QTextDocument &report, QPagedPaintDevice &device, const ReportProgress &progress = {}, std::stop_token stop = {});
/// Into a PDF file, atomically. Blocks; call it on a pool thread.
[[nodiscard]] ReportOutcome savePdf(const ReportDocument &document, const QString &fileName, const ReportProgress &progress = {},
                                    std::stop_token stop = {});

} // namespace portolan
