// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "history/history_connection.h"

/// The tables of the history, in the numbered files of core/history/schema. A file never changes
/// once it was released; what comes later is in the next one.
namespace portolan::history_schema {

/// The version that the last of the files leads to.
[[nodiscard]] int newest();
/// The version of a file, by PRAGMA user_version; 0 for an empty one. Throws HistoryFailure: Foreign
/// for a database of something else, Newer for one that this program does not know.
[[nodiscard]] int versionOf(HistoryConnection &connection);
/// Brings a file to the newest version, each step as a whole. Throws HistoryFailure.
void bringUp(HistoryConnection &connection);

} // namespace portolan::history_schema
