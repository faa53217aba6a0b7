// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inspector/text_block.h"
#include "knowledge/explanation.h"
#include "snapshot/listener.h"

#include <QList>

/// The panel's texts, composed from values; translated.
namespace portolan::explanation_text {

[[nodiscard]] QList<TextParagraph> map(const Explanation &explanation);
/// The hand-written page up to its advice.
[[nodiscard]] QList<TextParagraph> story(const Panel &panel);
/// What a panel rests on besides the notes, and what to read next; may be empty.
[[nodiscard]] QList<TextParagraph> furtherReading(const Panel &panel);
[[nodiscard]] QList<TextParagraph> territory(const Listener &listener);
[[nodiscard]] QList<TextParagraph> territoryWithoutListener(bool listening);
[[nodiscard]] QList<TextParagraph> knownUses(const QList<Note> &notes);
[[nodiscard]] QList<TextParagraph> advice(const QStringList &whatToDo);

} // namespace portolan::explanation_text
