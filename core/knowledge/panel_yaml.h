// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "knowledge/note_yaml.h"
#include "knowledge/panel.h"

#include <QByteArrayView>
#include <QList>
#include <QString>

namespace portolan {

/// A panel with the file it was read from, for messages.
struct PlacedPanel
{
    Panel panel;
    QString file;
};

struct PanelResult
{
    Panel panel;
    int line = 0; ///< of the error, counted from 1
    QString error; ///< empty when all went well: what is wrong and what would be right
};

/// Reads a panel. It is YAML: one map with these keys; others are an error.
///
///     ports        3155 or 3127-3198, as the file is named (needed)
///     title        a few words, at most 80 characters (needed)
///     lead, registered, used, history, advice
///                  the texts, as PanelTexts says (needed)
///     notes        ids of the notes the texts rest on
///     sources      a list of {title, url}; a panel without notes needs one
///     see          ports worth reading next
[[nodiscard]] PanelResult parsePanel(QByteArrayView bytes);

/// Two panels on the same ports, or a note that no file has. Empty when nothing is wrong; else
/// "file: what is wrong and what would be right".
[[nodiscard]] QString findPanelClash(const QList<PlacedPanel> &panels, const QList<PlacedNote> &notes);

} // namespace portolan
