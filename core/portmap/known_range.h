// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "knowledge/knowledge.h"

#include <QList>
#include <QString>

namespace portolan {

/// A range of ports that has a name, to be laid over the port map.
struct KnownRange
{
    enum class Kind : quint8 {
        Numbering, ///< system and dynamic ports (RFC 6335, section 6)
        Malware,
        Game,
        Service, ///< every other kind of note
    };

    QString id; ///< stays the same between versions as long as the range does
    quint16 from = 0;
    quint16 to = 0;
    QString name; ///< translated; for people, as the note has it
    Kind kind = Kind::Service;

    [[nodiscard]] bool covers(quint16 port) const { return from <= port && port <= to; }
    /// Very wide ranges would hide everything else and are laid over on request only.
    [[nodiscard]] bool isShownByDefault() const;

    friend bool operator==(const KnownRange &, const KnownRange &) = default;
};

/// The two ranges of the numbering and all notes about several ports, wide before narrow, so that
/// narrow ones can be drawn on top. Reads the whole knowledge: do it on the pool.
[[nodiscard]] QList<KnownRange> knownRanges(const Knowledge &knowledge);

} // namespace portolan
