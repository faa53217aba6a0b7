// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "knowledge/mark.h"
#include "knowledge/note.h"
#include "knowledge/registration.h"
#include "net/transport.h"

#include <QList>

namespace portolan {

/// What the marks of one port are computed from.
struct PortFacts
{
    quint16 port = 0;
    QList<Registration> registrations; ///< all rows that cover the port
    QList<Note> notes; ///< all notes that cover the port, of both transports
};

/// The rules of all marks. The compiler of the knowledge base applies them once; the results are
/// stored with the ports.
[[nodiscard]] Marks computeMarks(const PortFacts &facts, Transport transport);

/// The parts of the rules that the reasons quote.
namespace marks {

/// Notes on more ports than this speak of a neighbourhood, not of a port, and mark nothing.
inline constexpr int widestMarkingNote = 80;

/// A row of its own in the registered range, with a name, and not a block of ports.
[[nodiscard]] bool hasNamedRow(const PortFacts &facts);
/// Registered for TCP and UDP by a person for himself, without document or date: the oldest part
/// of the registry.
[[nodiscard]] bool isPaperOnly(const PortFacts &facts);
/// Somebody is known who really uses the registration.
[[nodiscard]] bool hasGenuineOwner(const PortFacts &facts);
/// Malware of medium or high confidence that listened here.
[[nodiscard]] QList<Note> malware(const PortFacts &facts, Transport transport);
/// Programs other than the registered one, of medium or high confidence, past and present.
[[nodiscard]] QList<Note> otherUses(const PortFacts &facts, Transport transport);
/// Those of the above that still exist and are no games: somebody may well run them today.
[[nodiscard]] QList<Note> presentUses(const PortFacts &facts, Transport transport);
/// Games; one of low confidence counts where the note names this port alone.
[[nodiscard]] QList<Note> games(const PortFacts &facts, Transport transport);
/// Whether the registry's remark on unauthorised use speaks of this port: a row of the port
/// itself, or a number in the remark on a block.
[[nodiscard]] bool reportsUnauthorisedUse(const Registration &row, quint16 port);
/// The row to name the port by, as Knowledge::registration() documents it; -1 when there is none.
[[nodiscard]] int namingRow(const QList<Registration> &rows, Transport transport);

} // namespace marks
} // namespace portolan
