// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/report_document.h"

#include <chrono>

namespace portolan::cli {

/// For packages, units and containers; what is not known by then is left out.
inline constexpr std::chrono::milliseconds patienceForFacts { 3000 };

/// What listens now, as a document of everything, own notes included. Tries again a few times when the kernel's tables
/// changed while they were read.
[[nodiscard]] ReportDocument liveDocument();
/// Whether the system let nothing be read at all; then an empty list would be a lie.
[[nodiscard]] bool isRefused(const Snapshot &snapshot);
/// Why, in one line, and what to do.
[[nodiscard]] QString refusedText(const Snapshot &snapshot);

} // namespace portolan::cli
