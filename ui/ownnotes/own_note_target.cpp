// SPDX-License-Identifier: GPL-3.0-or-later
#include "ownnotes/own_note_target.h"

namespace portolan {

OwnNoteTarget OwnNoteTarget::of(const Listener &listener)
{
    return { listener.port(), listener.transport(), programNames(listener) };
}

QList<OwnNotePtr> OwnNoteTarget::notesIn(const OwnNotes &notes) const
{
    QList<OwnNotePtr> found = notes.at(port);
    found.removeIf([this](const OwnNotePtr &note) { return !note->scope.covers(transport); });
    return found;
}

OwnNotePtr OwnNoteTarget::noteIn(const OwnNotes &notes) const
{
    const QList<OwnNotePtr> found = notesIn(notes);
    for (auto note = found.crbegin(); note != found.crend(); ++note) {
        if ((*note)->scope.program.isEmpty() || programs.contains((*note)->scope.program))
            return *note;
    }
    return nullptr;
}

OwnNoteScope OwnNoteTarget::freeScope(const OwnNotes &notes) const
{
    QList<OwnNoteScope> scopes { { port, std::nullopt, {} } };
    if (!programs.isEmpty())
        scopes += OwnNoteScope { port, std::nullopt, programs.first() };
    if (transport)
        scopes += OwnNoteScope { port, transport, {} };
    for (const OwnNoteScope &scope : std::as_const(scopes)) {
        if (!notes.find(scope))
            return scope;
    }
    return scopes.first();
}

} // namespace portolan
