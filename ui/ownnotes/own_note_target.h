// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ownnotes/own_notes.h"
#include "snapshot/listener.h"

namespace portolan {

/// What somebody who looks at an explanation may want to note something about.
struct OwnNoteTarget
{
    quint16 port = 0;
    std::optional<Transport> transport;
    /// By which the holder goes, the shown name first; empty when nothing is seen to hold the port.
    QStringList programs;

    [[nodiscard]] static OwnNoteTarget of(const Listener &listener);

    /// The notes on the port that have to do with the transport, the general before the specific.
    [[nodiscard]] QList<OwnNotePtr> notesIn(const OwnNotes &notes) const;
    /// The one that fits best; null when none does.
    [[nodiscard]] OwnNotePtr noteIn(const OwnNotes &notes) const;
    /// Where a further note would go: the port alone, else with its program or its transport.
    [[nodiscard]] OwnNoteScope freeScope(const OwnNotes &notes) const;

    friend bool operator==(const OwnNoteTarget &, const OwnNoteTarget &) = default;
};

} // namespace portolan
