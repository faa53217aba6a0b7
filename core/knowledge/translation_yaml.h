// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "knowledge/panel.h"

#include <QByteArrayView>
#include <QList>
#include <QString>

namespace portolan {

struct TranslatedNote
{
    QString id; ///< of the English note
    QString subject; ///< empty where the English one stays
    QString text;
    int line = 0; ///< counted from 1
};

struct TranslatedNotesResult
{
    QList<TranslatedNote> notes;
    int line = 0; ///< of the error
    QString error; ///< empty when all went well: what is wrong and what would be right
};

struct TranslatedPanelResult
{
    PanelTexts texts;
    int line = 0;
    QString error;
};

/// Reads translated notes. It is YAML: a list of maps with the keys id and text, and subject where
/// the English subject is no name that stays.
[[nodiscard]] TranslatedNotesResult parseTranslatedNotes(QByteArrayView bytes);
/// Reads a translated panel: one map with the texts of PanelTexts. The file is named as the panel.
[[nodiscard]] TranslatedPanelResult parseTranslatedPanel(QByteArrayView bytes);

} // namespace portolan
