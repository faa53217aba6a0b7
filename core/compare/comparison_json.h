// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "compare/comparison_text.h"

#include <QByteArray>

namespace portolan {

/// One line: `from`, `to`, `summary`, `opened`, `closed` and `changed`, with listeners as in the
/// snapshot format. Each element of `changed` has `what` ("owner", "endpoints" or "verdict"), all
/// `changes`, `before` and `after`.
[[nodiscard]] QByteArray comparisonToJson(const Comparison &comparison, const ReportDocument &before, const PictureName &beforeName, const ReportDocument &after,
                                          const PictureName &afterName);
/// A sentence, then a line for each port.
[[nodiscard]] QString comparisonToText(const Comparison &comparison, const QString &sentence);
/// "3155/tcp updater, investigate".
[[nodiscard]] QString comparedLine(const ComparedPort &port);

} // namespace portolan
