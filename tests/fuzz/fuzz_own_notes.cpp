// SPDX-License-Identifier: GPL-3.0-or-later
#include "ownnotes/own_notes_yaml.h"

#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    using namespace portolan;
    const OwnNotesResult read = parseOwnNotes(QByteArrayView(data, static_cast<qsizetype>(size)));
    if (read.fault != OwnNotesFault::None) {
        if (read.error.isEmpty() || read.line < 1 || !read.notes.isEmpty())
            std::abort();
        return 0;
    }
    // What was read can be written, and comes back as it was.
    const OwnNotesResult again = parseOwnNotes(writeOwnNotes(read.notes));
    if (again.fault != OwnNotesFault::None || !(again.notes == read.notes))
        std::abort();
    return 0;
}
