// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "knowledge/knowledge.h"
#include "net/port_range.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace portolan {

/// A named span of ports that covers the explained port, for the drawing of the neighbourhood.
struct CoveringRange
{
    quint16 from = 0;
    quint16 to = 0;
    QString name;
    NoteKind kind = NoteKind::DeFacto;
};

/// One port near the explained one.
struct Neighbour
{
    quint16 port = 0;
    QString service; ///< registered name; empty when unassigned
    Marks marks;
};

/// Commands that show by hand what holds the port; the port is filled in.
struct HowToCheck
{
    QStringList linuxCommands;
    QStringList macosCommands;
    QStringList windowsCommands;
};

/// Everything the map says of a port, composed for people; every panel, `portolan-cli explain` and
/// the reports show this one value. Texts are translated.
struct Explanation
{
    quint16 port = 0;
    std::optional<Transport> transport;
    PortRange range = PortRange::System;
    QString rangeText; ///< what the range means, one or two sentences
    QList<Registration> registrations;
    QString mapTitle; ///< "jpegmpeg", or "unassigned"
    QString mapSubtitle; ///< "JpegMpeg Port"
    QString mapText; ///< what the registry does and does not say, e.g. no RFC, no date
    std::optional<Panel> panel; ///< the hand-written page, where there is one
    QList<Note> notes;
    Marks marks;
    QList<CoveringRange> coveringRanges;
    quint16 neighbourhoodFrom = 0; ///< span of the drawing
    quint16 neighbourhoodTo = 0;
    QList<Neighbour> neighbours; ///< the registered ports within the span, in port order, without the explained one
    HowToCheck howToCheck;
    RegistryEdition registry; ///< the registry that the map was read from
    QString whyItMatters;
    QStringList whatToDo; ///< the panel's advice, or what fits the port's marks
};

[[nodiscard]] Explanation explain(const Knowledge &knowledge, quint16 port, std::optional<Transport> transport);

} // namespace portolan
