// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ownnotes/own_notes_yaml.h"

#include <QString>

#include <functional>

namespace portolan {

/// Where this user's own notes are: own-notes.yaml in the folder "portolan" of
/// QStandardPaths::GenericDataLocation, for the window and for portolan-cli alike.
[[nodiscard]] QString ownNotesFileName();

/// What became of reading or changing a file of own notes. The messages are translated, harmless
/// and say what, where and what to do.
struct OwnNotesOutcome
{
    OwnNotes notes; ///< what the file holds now, as far as it is known
    OwnNotesFault fault = OwnNotesFault::None;
    QString error; ///< empty when what was asked for was done
    QString setAside; ///< where a broken file was moved to; empty when none was
};

using OwnNotesChange = std::function<OwnNotes(const OwnNotes &)>;

/// Reads and never changes the file; one that does not exist holds no notes. Blocks.
[[nodiscard]] OwnNotesOutcome readOwnNotes(const QString &fileName);

/// As above, but a broken file is moved aside under another name of the same folder, so that the
/// next change does not write over it; the error tells where to. A newer one stays. Blocks.
[[nodiscard]] OwnNotesOutcome openOwnNotes(const QString &fileName);

/// Reads the file, changes what it holds and puts the result in its place as a whole, while no
/// other program does the same: whoever dies on the way leaves a whole file, and changes of two
/// programs are both kept. A broken file is set aside first; a newer one is left as it is and
/// nothing is changed. Only the user can read what is written. Blocks, at most some seconds for
/// another program.
[[nodiscard]] OwnNotesOutcome changeOwnNotes(const QString &fileName, const OwnNotesChange &change);

/// Writes the notes into a file of the person's choice, as a whole or not at all. Gives back what went wrong, or
/// an empty text. Blocks.
[[nodiscard]] QString exportOwnNotes(const QString &fileName, const OwnNotes &notes);

} // namespace portolan
