// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inspector/text_block.h"
#include "probe/port_answer.h"

#include <QDateTime>
#include <QList>

namespace portolan::ask_text {

/// What a port said, for people: what it speaks, what it tells of itself, its own words, and when.
[[nodiscard]] QList<TextParagraph> answer(const PortAnswer &answer, const QDateTime &now);

} // namespace portolan::ask_text
