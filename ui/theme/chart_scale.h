// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QList>

/// Where charts put their marks.
namespace portolan::chart_scale {

/// A step of 1, 2 or 5 times a power of ten that divides `top` into at most four.
[[nodiscard]] int countStep(int top);

/// Round times (full minutes, hours, days, ... where the person is) within [from, to], at most `most`
/// of them; all in milliseconds since 1970.
[[nodiscard]] QList<qint64> roundTimes(qint64 from, qint64 to, int most);

} // namespace portolan::chart_scale
