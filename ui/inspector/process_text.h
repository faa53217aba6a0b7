// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inspector/text_block.h"
#include "snapshot/listener.h"

#include <QDateTime>
#include <QList>
#include <QString>

/// What the process panel says of an owner; translated.
namespace portolan::process_text {

/// "updater pid 4242 · alice · started 21:48 (11 min ago)"
[[nodiscard]] TextParagraph identity(const Owner &owner, const QDateTime &now);
/// Why the owner is not, or not surely, known, and what would show more; empty when it is known.
[[nodiscard]] QList<TextParagraph> doubts(const Owner &owner);
/// Executable, command line, what is known beyond the process, control group, user, and how all of it
/// is known.
[[nodiscard]] QList<TextParagraph> facts(const Owner &owner);
/// Why its process runs: a summary, then every process from the first one on, since when and for which
/// reasons.
[[nodiscard]] QList<TextParagraph> why(const Owner &owner, const QDateTime &now);
/// Everything above and the listeners, for the clipboard; visible, one fact a line.
[[nodiscard]] QString details(const Listener &listener, const QList<ListenerPtr> &ofSameProcess,
                              const QDateTime &now);

} // namespace portolan::process_text
