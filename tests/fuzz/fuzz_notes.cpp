// SPDX-License-Identifier: GPL-3.0-or-later
#include "knowledge/note_yaml.h"

#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const auto result = portolan::parseNotes(QByteArrayView(data, static_cast<qsizetype>(size)), QStringLiteral("notes.yaml"));
    if (!result.error.isEmpty() && (!result.notes.isEmpty() || result.line < 1))
        std::abort();
    for (const auto &placed : result.notes) {
        if (placed.note.portFrom > placed.note.portTo || placed.note.source.title.isEmpty() || placed.note.text.isEmpty())
            std::abort();
    }
    (void)portolan::findClash(result.notes);
    return 0;
}
