// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ownnotes/own_notes.h"

#include <QByteArray>
#include <QByteArrayView>

namespace portolan {

/// Why a file of own notes cannot be used.
enum class OwnNotesFault : quint8 {
    None,
    Unreadable, ///< the system did not let it be read
    Broken, ///< what it holds is no list of own notes
    Newer, ///< it has keys or kinds that this version does not know
    NotWritten, ///< the system or a limit did not let it be written
};

struct OwnNotesResult
{
    OwnNotes notes; ///< empty after an error
    OwnNotesFault fault = OwnNotesFault::None;
    int line = 0; ///< of the error, counted from 1
    QString error; ///< translated: what is wrong and what would be right
};

/// In bytes. Larger files are neither read nor written.
inline constexpr qsizetype largestOwnNotes = 4 * 1024 * 1024;

/// Reads own notes: the knowledge base's YAML, a list of maps with the keys that make sense for
/// what a person notes. Other keys are OwnNotesFault::Newer.
///
///     ports        22, "3127-3198" or a list of such; each port becomes a note (needed)
///     transport    tcp, udp or both; both when left out
///     kind         own (needed)
///     subject      the label: one line of at most 200 characters (needed)
///     text         at most 10,000 characters; its lines stay as they are
///     executables  programs' names; each becomes a note that counts only when that program holds the port
///     changed      when it was written, as 2026-11-22T16:00:00Z
///
/// Answers to "Was this useful?" stand in the same list, with the keys ports, kind: answer and
/// useful: yes or no.
///
/// Anchors, aliases, tags and a second note of one scope are refused. Pure.
[[nodiscard]] OwnNotesResult parseOwnNotes(QByteArrayView bytes);

/// The inverse: parseOwnNotes() gives equal notes back where they are tidied(). A comment on the
/// first line says what the file is.
[[nodiscard]] QByteArray writeOwnNotes(const OwnNotes &notes);

} // namespace portolan
