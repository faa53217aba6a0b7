// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QtEndian>

/// The compiled knowledge base, as encodeKnowledge() writes it and Knowledge reads it in place.
/// All numbers are little-endian and nothing is aligned.
///
///     header    magic (8 bytes), u32 version, u32 size of the whole, u64 checksum of all that
///               follows it, u32 number of rows, u32 of notes, u32 of cell words, u32 bytes of
///               pool, u32 number of panels, string: date of the registry
///     index     65,536 x u32: the word of the cells at which a port's cell begins
///     rows      u16 first port, u16 last port, u8 has a port, u8 transport, u8 status, u8 zero,
///               10 x string: service, description, assignee, registered, modified, reference,
///               unauthorized use, assignment notes, contact, service code
///     notes     u16 first port, u16 last port, u8 transport (0 both, 1 TCP, 2 UDP), u8 kind,
///               u8 confidence, u8 registrant, u16 first year, u16 last year (0 none), 12 x string:
///               subject, text, source title, source address, executables, units, packages, id,
///               images, names on macOS, names on Windows, ids of other notes; lists are separated
///               by line feeds
///     panels    u16 first port, u16 last port, 9 x string: title, lead, registered, used, history,
///               advice, ids of notes, sources (title, tab, address), ports
///     cells     u32 words: TCP marks | UDP marks << 16; number of rows | of notes << 16; number of
///               the panel, counted from 1 (0 none); the row numbers; the note numbers. Ports that
///               know the same share a cell.
///     pool      strings in UTF-8, each once: u16 length, bytes. A string elsewhere is the u32
///               offset of its entry; offset 0 is the empty string.
namespace portolan::format {

inline constexpr char magic[8] = { 'P', 'O', 'R', 'T', 'O', 'L', 'A', 'N' };
inline constexpr quint32 version = 3;

inline constexpr qsizetype versionOffset = 8;
inline constexpr qsizetype sizeOffset = 12;
inline constexpr qsizetype checksumOffset = 16;
inline constexpr qsizetype countsOffset = 24;
inline constexpr qsizetype countsSize = 24;
inline constexpr qsizetype indexOffset = countsOffset + countsSize;
inline constexpr qsizetype portCount = 65536;
inline constexpr qsizetype rowsOffset = indexOffset + portCount * 4;

inline constexpr qsizetype rowStrings = 10;
inline constexpr qsizetype rowStringsOffset = 8;
inline constexpr qsizetype rowSize = rowStringsOffset + rowStrings * 4;
inline constexpr qsizetype noteStrings = 12;
inline constexpr qsizetype noteStringsOffset = 12;
inline constexpr qsizetype noteSize = noteStringsOffset + noteStrings * 4;
inline constexpr qsizetype panelStrings = 9;
inline constexpr qsizetype panelStringsOffset = 4;
inline constexpr qsizetype panelSize = panelStringsOffset + panelStrings * 4;
inline constexpr qsizetype longestString = 0xffff;

/// FNV-1a over 8-byte words: guards against damage, not against intent.
[[nodiscard]] inline quint64 checksum(QByteArrayView bytes)
{
    quint64 hash = 0xcbf29ce484222325ULL;
    qsizetype position = 0;
    for (; position + 8 <= bytes.size(); position += 8) {
        hash ^= qFromLittleEndian<quint64>(bytes.data() + position);
        hash *= 0x100000001b3ULL;
    }
    for (; position < bytes.size(); ++position) {
        hash ^= static_cast<quint8>(bytes.at(position));
        hash *= 0x100000001b3ULL;
    }
    return hash;
}

} // namespace portolan::format
