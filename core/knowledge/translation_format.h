// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "knowledge/knowledge_format.h"

/// A compiled translation of the knowledge base, as encodeTranslation() writes it and
/// KnowledgeTranslation reads it in place. Little-endian, nothing is aligned.
///
///     header    magic (8 bytes), u32 version, u32 size of the whole, u32 number of notes, u32 of
///               panels, u32 bytes of pool
///     notes     3 x string: id, subject, text; sorted by the bytes of the id
///     panels    7 x string: name, title, lead, registered, used, history, advice; sorted likewise
///     pool      as in knowledge_format.h
namespace portolan::translation_format {

inline constexpr char magic[8] = { 'P', 'O', 'R', 'T', 'L', 'A', 'N', 'G' };
inline constexpr quint32 version = 1;
inline constexpr qsizetype versionOffset = 8;
inline constexpr qsizetype sizeOffset = 12;
inline constexpr qsizetype countsOffset = 16;
inline constexpr qsizetype notesOffset = 28;
inline constexpr qsizetype noteSize = 3 * 4;
inline constexpr qsizetype panelSize = 7 * 4;

} // namespace portolan::translation_format
