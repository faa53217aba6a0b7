// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/transport.h"

#include <QString>
#include <QStringList>

#include <optional>

namespace portolan {

enum class NoteKind : quint8 {
    Conflict,
    Container,
    Database,
    DeFacto,
    DevDefault,
    Game,
    Ghost,
    Infrastructure,
    IotIcs,
    Malware,
    MessageBus,
    Monitoring,
    PeerToPeer,
    RegistrationNote,
    RemoteAccess,
    Squatter,
};

enum class Confidence : quint8 { Low, Medium, High };

struct Source
{
    QString title;
    QString url; ///< empty when the source has no address

    friend bool operator==(const Source &, const Source &) = default;
};

/// A claim about a port or a range of ports with a period, a confidence and a source.
struct Note
{
    quint16 portFrom = 0;
    quint16 portTo = 0;
    /// nullopt: both TCP and UDP.
    std::optional<Transport> transport;
    NoteKind kind = NoteKind::DeFacto;
    QString subject; ///< product, program or worm
    QString text;
    /// First and last year; nullopt: not known, or still so.
    std::optional<int> from;
    std::optional<int> to;
    Confidence confidence = Confidence::Low;
    Source source;
    /// Who legitimately holds the port, where it applies: program names without folder, systemd
    /// units, Debian packages. Empty for malware.
    QStringList executables;
    QStringList units;
    QStringList packages;
    /// Container images without a tag; a library image of Docker Hub goes by its bare name.
    QStringList images;
    /// Program names on the other systems, as they show them there.
    QStringList macosExecutables;
    QStringList windowsExecutables;
    /// Ids of notes that belong to this one.
    QStringList see;
    /// The note's name in its file, unique among notes; a note on several ranges appears once per
    /// range under one id.
    QString id;
    /// The note is about the registered service itself: the registration has a genuine owner.
    bool registrant = false;
    /// Subject and text are in English although the program speaks another language.
    bool untranslated = false;

    [[nodiscard]] bool covers(quint16 port) const { return portFrom <= port && port <= portTo; }
    [[nodiscard]] bool covers(quint16 port, Transport wanted) const
    {
        return covers(port) && (!transport || *transport == wanted);
    }
    /// "2009-2012", "2004", "since 2014" (translated) or empty.
    [[nodiscard]] QString period() const;

    friend bool operator==(const Note &, const Note &) = default;
};

/// "de-facto", "malware", ... as in the knowledge format.
[[nodiscard]] QLatin1String noteKindName(NoteKind kind);
[[nodiscard]] std::optional<NoteKind> noteKindFromName(QStringView name);
/// "low", "medium" or "high".
[[nodiscard]] QLatin1String confidenceName(Confidence confidence);
[[nodiscard]] std::optional<Confidence> confidenceFromName(QStringView name);
/// Translated, for people.
[[nodiscard]] QString confidenceLabel(Confidence confidence);

} // namespace portolan
