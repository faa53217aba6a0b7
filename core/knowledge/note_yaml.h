// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "knowledge/note.h"

#include <QByteArrayView>
#include <QList>
#include <QString>

namespace portolan {

/// A note with the place it was read from, for messages.
struct PlacedNote
{
    Note note;
    QString file;
    int line = 0; ///< of the note's first key, counted from 1
};

struct NotesResult
{
    QList<PlacedNote> notes; ///< one per port range: a note on two ranges appears twice
    int line = 0; ///< of the error
    QString error; ///< empty when all went well: what is wrong and what would be right
};

/// Reads a file of notes. It is YAML: a list of maps with these keys; others are an error.
///
///     id           unique name in lower case: letters, digits, hyphens (needed)
///     ports        22, "3127-3198" or a list of such (needed)
///     transport    tcp, udp or both (needed)
///     kind         as noteKindName(): malware, de-facto, game, ... (needed)
///     subject      product, program or worm (needed)
///     text         one to four sentences in our own words (needed)
///     from, to     first and last year; left out where not known or, for `to`, still so
///     confidence   low, medium or high: how sure the link between port and subject is (needed)
///     source       {title, url}: where it can be looked up; the address only where there is one (needed)
///     executables  program names without folder, as the kernel shows them
///     units        systemd units
///     packages     Debian packages
///     images       container images, without a tag
///     macos        program names on macOS
///     windows      program names on Windows
///     see          ids of notes that belong to this one
///     registrant   true where the note is about the registered service itself
///
/// Anchors, aliases and tags are refused, and files above one megabyte: nothing here needs them.
/// `file` is only repeated in the result.
[[nodiscard]] NotesResult parseNotes(QByteArrayView bytes, const QString &file);

/// What is wrong between notes: an id used twice, two notes of one subject and kind on the same
/// port and transport, or a `see` that leads nowhere. Empty when nothing is; else "file:line: what is wrong and what would be
/// right".
[[nodiscard]] QString findClash(const QList<PlacedNote> &notes);

} // namespace portolan
