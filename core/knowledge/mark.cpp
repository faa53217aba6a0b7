// SPDX-License-Identifier: GPL-3.0-or-later
#include "knowledge/mark.h"

#include <QCoreApplication>

namespace portolan {

namespace {

struct MarkText
{
    Mark mark;
    const char *name;
    char16_t glyph;
    const char *label;
    const char *meaning;
};

constexpr MarkText markTexts[] = {
    { Mark::Similar, "similar", u'\u25c6', QT_TRANSLATE_NOOP("portolan::Knowledge", "like 3155"),
      QT_TRANSLATE_NOOP("portolan::Knowledge",
                        "Registered on paper only, and on record with malware or with a program of the past, "
                        "as port 3155 is.") },
    { Mark::MalwareRange, "malware-range", u'\u25b2', QT_TRANSLATE_NOOP("portolan::Knowledge", "malware range"),
      QT_TRANSLATE_NOOP("portolan::Knowledge",
                        "A known malware family listened on this port or on a range that covers it. "
                        "That is history of the number, not a finding about this machine.") },
    { Mark::Ghost, "ghost", u'\u25c7', QT_TRANSLATE_NOOP("portolan::Knowledge", "ghost"),
      QT_TRANSLATE_NOOP("portolan::Knowledge",
                        "Registered without a document or a date, and no program is known that uses "
                        "it.") },
    { Mark::Squatted, "squatted", u'\u25a0', QT_TRANSLATE_NOOP("portolan::Knowledge", "used by others"),
      QT_TRANSLATE_NOOP("portolan::Knowledge", "Used by others than the one it is registered for.") },
    { Mark::Conflict, "conflict", u'\u25d1', QT_TRANSLATE_NOOP("portolan::Knowledge", "two owners"),
      QT_TRANSLATE_NOOP("portolan::Knowledge",
                        "Two genuine users share the number; only the process tells which one it is.") },
    { Mark::DeFacto, "de-facto", u'\u25cf', QT_TRANSLATE_NOOP("portolan::Knowledge", "known by habit"),
      QT_TRANSLATE_NOOP("portolan::Knowledge",
                        "Known for a program that the registry does not list there.") },
    { Mark::Game, "game", u'\u2605', QT_TRANSLATE_NOOP("portolan::Knowledge", "game"),
      QT_TRANSLATE_NOOP("portolan::Knowledge", "A game is known to use this port.") },
    { Mark::UnauthorisedUse, "unauthorised-use", u'\u25bc', QT_TRANSLATE_NOOP("portolan::Knowledge", "unauthorised use"),
      QT_TRANSLATE_NOOP("portolan::Knowledge",
                        "The registry itself reports that somebody uses this port without having "
                        "registered it.") },
    { Mark::Unassigned, "unassigned", u'\u25cb', QT_TRANSLATE_NOOP("portolan::Knowledge", "unassigned"),
      QT_TRANSLATE_NOOP("portolan::Knowledge", "The registry has assigned this port to nobody.") },
};

const MarkText &textOf(Mark mark)
{
    for (const MarkText &text : markTexts) {
        if (text.mark == mark)
            return text;
    }
    Q_UNREACHABLE();
}

} // namespace

const QList<Mark> &allMarks()
{
    static const QList<Mark> marks = [] {
        QList<Mark> list;
        for (const MarkText &text : markTexts)
            list.append(text.mark);
        return list;
    }();
    return marks;
}

QLatin1String markName(Mark mark)
{
    return QLatin1String(textOf(mark).name);
}

std::optional<Mark> markFromName(QStringView name)
{
    for (const MarkText &text : markTexts) {
        if (name == QLatin1String(text.name))
            return text.mark;
    }
    return std::nullopt;
}

QChar markGlyph(Mark mark)
{
    return textOf(mark).glyph;
}

QString markLabel(Mark mark)
{
    return QCoreApplication::translate("portolan::Knowledge", textOf(mark).label);
}

QString markMeaning(Mark mark)
{
    return QCoreApplication::translate("portolan::Knowledge", textOf(mark).meaning);
}

} // namespace portolan
