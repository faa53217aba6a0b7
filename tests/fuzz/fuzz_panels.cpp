// SPDX-License-Identifier: GPL-3.0-or-later
#include "knowledge/panel_yaml.h"
#include "knowledge/translation_yaml.h"

#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArrayView bytes(data, static_cast<qsizetype>(size));
    const auto panel = portolan::parsePanel(bytes);
    if (panel.error.isEmpty() ? panel.panel.texts.advice.isEmpty() : panel.line < 1)
        std::abort();
    const auto notes = portolan::parseTranslatedNotes(bytes);
    if (!notes.error.isEmpty() && (!notes.notes.isEmpty() || notes.line < 1))
        std::abort();
    const auto texts = portolan::parseTranslatedPanel(bytes);
    if (texts.error.isEmpty() && texts.texts.lead.isEmpty())
        std::abort();
    return 0;
}
