// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ownnotes/own_notes.h"

#include <QJsonArray>
#include <QJsonValue>

namespace portolan {

/// {"label", "text", "transport", "program", "changed"}, as "ownNote" of a listener; null for null.
/// Missing values are null.
[[nodiscard]] QJsonValue ownNoteToJson(const OwnNotePtr &note);
/// As "ownNotes" of an explanation.
[[nodiscard]] QJsonArray ownNotesToJson(const QList<OwnNotePtr> &notes);

} // namespace portolan
