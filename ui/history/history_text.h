// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "history/history_values.h"
#include "net/port_range.h"

#include <QString>

/// The words by which the window tells of the history: translated, of bounded length and made
/// harmless; plain text, not markup.
namespace portolan::history_words {

/// "+ opened", "− closed", "~ changed", "▸ watching began" or "◂ watching ended".
[[nodiscard]] QString event(const HistoryEvent &event);
/// The addresses, what changed, or what there is to say about watching.
[[nodiscard]] QString what(const HistoryEvent &event);
/// The glyph and the word; a dash where there is no verdict.
[[nodiscard]] QString verdict(const HistoryStatePtr &state);
[[nodiscard]] QString owner(const HistoryStatePtr &state);
/// One sentence that says everything of a row, for screen readers.
[[nodiscard]] QString sentence(const HistoryEvent &event);

/// "System ports", ...
[[nodiscard]] QString range(PortRange range);
/// "2026-11-20 14:05:07" in the person's time zone.
[[nodiscard]] QString time(const QDateTime &time);
/// As exact as a period of this length wants it: with seconds, minutes or only the day.
[[nodiscard]] QString time(const QDateTime &time, qint64 periodLength);
/// "20 Nov 14:05 – 15:10"
[[nodiscard]] QString period(const HistoryPeriod &period);

} // namespace portolan::history_words
