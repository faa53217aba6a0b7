// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/report_document.h"

#include <QString>

namespace portolan {

/// The port map as an inline SVG image: the ground, the known ranges, and the document's listeners
/// by verdict, each a link to its port ("#port-3155") unless there are very many. Its colours are
/// classes of htmlStyle; shapes tell the verdicts apart without them. Markup, all of it harmless.
[[nodiscard]] QString portMapPicture(const ReportDocument &document);

} // namespace portolan
