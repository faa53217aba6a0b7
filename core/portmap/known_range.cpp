// SPDX-License-Identifier: GPL-3.0-or-later
#include "portmap/known_range.h"

#include <QCoreApplication>

#include <algorithm>

namespace portolan {

namespace {

constexpr int widestByDefault = 1024;

KnownRange::Kind kindOf(NoteKind kind)
{
    switch (kind) {
    case NoteKind::Malware:
        return KnownRange::Kind::Malware;
    case NoteKind::Game:
        return KnownRange::Kind::Game;
    default:
        return KnownRange::Kind::Service;
    }
}

} // namespace

bool KnownRange::isShownByDefault() const
{
    return kind == Kind::Numbering || to - from < widestByDefault;
}

QList<KnownRange> knownRanges(const Knowledge &knowledge)
{
    QList<KnownRange> ranges {
        { QStringLiteral("dynamic"), 49152, 65535, QCoreApplication::translate("KnownRange", "Dynamic ports"), KnownRange::Kind::Numbering },
        { QStringLiteral("system"), 0, 1023, QCoreApplication::translate("KnownRange", "System ports"), KnownRange::Kind::Numbering },
    };
    for (int i = 0; i < knowledge.noteCount(); ++i) {
        const Note note = knowledge.noteAt(i);
        if (note.portTo <= note.portFrom)
            continue;
        const QString id = QStringLiteral("%1:%2-%3").arg(note.id).arg(note.portFrom).arg(note.portTo);
        // A note on each transport is one range.
        const bool known = std::ranges::any_of(ranges, [&id](const KnownRange &range) { return range.id == id; });
        if (!known)
            ranges.append({ id, note.portFrom, note.portTo, note.subject, kindOf(note.kind) });
    }
    std::ranges::stable_sort(ranges, std::greater(), [](const KnownRange &range) { return range.to - range.from; });
    return ranges;
}

} // namespace portolan
