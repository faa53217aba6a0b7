// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "knowledge/note.h"
#include "knowledge/panel.h"
#include "knowledge/registration.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace portolan {

/// The compiled form (knowledge_format.h) of rows in registry order, of the registry's date, and of
/// notes and panels in any order; the marks are computed here. Notes and panels must be as written,
/// not translated. On failure (a text above 65,535 bytes, more than 65,535 facts on one port, rows
/// that cover the same ports over and over) the result is empty and `error` says why.
[[nodiscard]] QByteArray encodeKnowledge(const QList<Registration> &registrations, const QString &registryDate,
                                         QList<Note> notes, const QList<Panel> &panels, QString *error);

} // namespace portolan
