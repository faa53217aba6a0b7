// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/report_document.h"

#include <QIODevice>
#include <QString>

#include <functional>
#include <optional>
#include <stop_token>

namespace portolan {

enum class ReportResult : quint8 { Written, Cancelled, Failed };

struct ReportOutcome
{
    ReportResult result = ReportResult::Written;
    QString error; ///< translated: what, where and what to do; for Failed
};

/// Called with 0..1000 as the work goes on, on the thread that writes.
using ReportProgress = std::function<void(int permille)>;

/// .html, .json, .csv or .md; nullopt for any other ending.
[[nodiscard]] std::optional<ReportFormat> reportFormatOf(const QString &fileName);

/// Writes the document in the format. Blocks; call it on a pool thread.
[[nodiscard]] ReportOutcome writeReport(const ReportDocument &document, ReportFormat format, QIODevice &device,
                                        const ReportProgress &progress = {}, std::stop_token stop = {});
/// The same into a file, atomically (QSaveFile): a full disk, a refused folder or a cancel leaves
/// an existing file whole.
[[nodiscard]] ReportOutcome saveReport(const ReportDocument &document, ReportFormat format, const QString &fileName,
                                       const ReportProgress &progress = {}, std::stop_token stop = {});

} // namespace portolan
