// SPDX-License-Identifier: GPL-3.0-or-later
#include "knowledge/mark.h"

#include <QCoreApplication>

namespace portolan {

namespace {

struct MarkText
{
    Mark mark;
    const char *name;
    const char *label;
    const char *meaning;
};

constexpr MarkText markTexts[] = {
    { Mark::Similar, "similar", QT_TRANSLATE_NOOP("portolan::Knowledge", "like 3155"),
      QT_TRANSLATE_NOOP("portolan::Knowledge",
                        "Registered on paper only, nothing of today is known to use it, and something "
                        "else has been seen there, as with port 3155.") },
    { Mark::MalwareRange, "malware-range", QT_TRANSLATE_NOOP("portolan::Knowledge", "malware range"),
      QT_TRANSLATE_NOOP("portolan::Knowledge",
                        "A known malware family listened on this port or on a range that covers it. "
                        "That is history of the number, not a finding about this machine.") },
    { Mark::Ghost, "ghost", QT_TRANSLATE_NOOP("portolan::Knowledge", "ghost"),
      QT_TRANSLATE_NOOP("portolan::Knowledge",
                        "Registered without a document or a date, and no program is known that uses "
                        "it.") },
    { Mark::Squatted, "squatted", QT_TRANSLATE_NOOP("portolan::Knowledge", "used by others"),
      QT_TRANSLATE_NOOP("portolan::Knowledge", "Used by others than the one it is registered for.") },
    { Mark::Conflict, "conflict", QT_TRANSLATE_NOOP("portolan::Knowledge", "two owners"),
      QT_TRANSLATE_NOOP("portolan::Knowledge",
                        "Two genuine users share the number; only the process tells which one it is.") },
    { Mark::DeFacto, "de-facto", QT_TRANSLATE_NOOP("portolan::Knowledge", "known by habit"),
      QT_TRANSLATE_NOOP("portolan::Knowledge",
                        "Known for a program that the registry does not list there.") },
    { Mark::Game, "game", QT_TRANSLATE_NOOP("portolan::Knowledge", "game"),
      QT_TRANSLATE_NOOP("portolan::Knowledge", "A game is known to use this port.") },
    { Mark::UnauthorisedUse, "unauthorised-use",
      QT_TRANSLATE_NOOP("portolan::Knowledge", "unauthorised use"),
      QT_TRANSLATE_NOOP("portolan::Knowledge",
                        "The registry itself reports that somebody uses this port without having "
                        "registered it.") },
    { Mark::Unassigned, "unassigned", QT_TRANSLATE_NOOP("portolan::Knowledge", "unassigned"),
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

QString markLabel(Mark mark)
{
    return QCoreApplication::translate("portolan::Knowledge", textOf(mark).label);
}

QString markMeaning(Mark mark)
{
    return QCoreApplication::translate("portolan::Knowledge", textOf(mark).meaning);
}

} // namespace portolan
