// SPDX-License-Identifier: GPL-3.0-or-later
#include "knowledge/knowledge.h"

#include "knowledge/marks.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

namespace portolan {

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(portolan::Knowledge)
};

/// "Mydoom.A" of "Mydoom.A (Novarg)" and of "Mydoom.A, choice of port": several notes tell of parts
/// of one malware. Other subjects name several programs with commas.
QString subjectName(const Note &note)
{
    static const QRegularExpression addition(QStringLiteral("\\s*[,(]"));
    const qsizetype end = note.kind == NoteKind::Malware ? note.subject.indexOf(addition) : -1;
    return end > 0 ? note.subject.left(end) : note.subject;
}

/// Subjects, each once, in the order of the notes; three at most, so that it stays one sentence.
QString subjects(const QList<Note> &notes)
{
    constexpr qsizetype namedAtMost = 3;
    QStringList names;
    for (const Note &note : notes) {
        const QString name = subjectName(note);
        if (!names.contains(name))
            names.append(name);
    }
    const int more = static_cast<int>(names.size() - namedAtMost);
    const QString named = names.mid(0, namedAtMost).join(QLatin1String(", "));
    return more > 0 ? Words::tr("%1 and %n more", nullptr, more).arg(named) : named;
}

QString ports(const Note &note)
{
    return note.portFrom == note.portTo ? QString::number(note.portFrom)
                                        : QStringLiteral("%1-%2").arg(note.portFrom).arg(note.portTo);
}

/// What `select` finds for TCP, then what it finds for UDP beyond that.
template<typename Select>
QList<Note> onBothTransports(const PortFacts &facts, Select select)
{
    QList<Note> notes = select(facts, Transport::Tcp);
    for (const Note &note : select(facts, Transport::Udp)) {
        if (!notes.contains(note))
            notes.append(note);
    }
    return notes;
}

QString malwareReason(const PortFacts &facts)
{
    const QList<Note> found = onBothTransports(facts, marks::malware);
    if (found.isEmpty())
        return {};
    // The widest range is the one the reader has met in lists; the narrow ones are in the notes.
    const Note &note = *std::max_element(found.begin(), found.end(), [](const Note &a, const Note &b) {
        return a.portTo - a.portFrom < b.portTo - b.portFrom;
    });
    if (note.portFrom == note.portTo) {
        return Words::tr("%1 is known to have listened on this very port (confidence: %2).")
            .arg(subjects(found), confidenceLabel(note.confidence));
    }
    return Words::tr("It lies in the ports %1, which malware used: %2.").arg(ports(note), subjects(found));
}

QString gameReason(const PortFacts &facts)
{
    const QList<Note> found = onBothTransports(facts, marks::games);
    const bool reliable = std::any_of(found.begin(), found.end(), [](const Note &note) {
        return note.confidence != Confidence::Low;
    });
    return reliable ? Words::tr("Games known to use it: %1.").arg(subjects(found))
                    : Words::tr("A single source of low confidence names a game: %1.").arg(subjects(found));
}

QString unauthorisedReason(const PortFacts &facts)
{
    for (const Registration &row : facts.registrations) {
        if (marks::reportsUnauthorisedUse(row, facts.port))
            return Words::tr("The registry's own remark: \u201c%1\u201d.").arg(row.unauthorizedUse.simplified());
    }
    return {};
}

QString conflictReason(const PortFacts &facts, const QString &service)
{
    QList<Note> found = onBothTransports(facts, marks::presentUses);
    for (const Note &note : facts.notes) {
        if (note.kind == NoteKind::Conflict)
            found.append(note);
    }
    return service.isEmpty() ? Words::tr("Several programs meet here: %1.").arg(subjects(found))
                             : Words::tr("Registered for and used by %1, and also used by %2.").arg(service, subjects(found));
}

QString reason(const PortFacts &facts, Mark mark)
{
    const int row = marks::namingRow(facts.registrations, Transport::Tcp);
    const QString service = row < 0 ? QString() : facts.registrations.at(row).service;
    switch (mark) {
    case Mark::Ghost:
        return Words::tr("Registered as %1 for TCP and UDP, without a document or a date; no program is known here that uses it.")
            .arg(service);
    case Mark::MalwareRange:
        return malwareReason(facts);
    case Mark::Squatted:
        return Words::tr("Registered as %1, used by %2.").arg(service, subjects(onBothTransports(facts, marks::otherUses)));
    case Mark::Game:
        return gameReason(facts);
    case Mark::DeFacto:
        return service.isEmpty()
            ? Words::tr("Not registered, yet known for %1.").arg(subjects(onBothTransports(facts, marks::presentUses)))
            : Words::tr("Registered as %1, yet known for %2.").arg(service, subjects(onBothTransports(facts, marks::presentUses)));
    case Mark::UnauthorisedUse:
        return unauthorisedReason(facts);
    case Mark::Conflict:
        return conflictReason(facts, service);
    case Mark::Unassigned:
        return Words::tr("The registry lists port %1 as unassigned.").arg(facts.port);
    case Mark::Similar:
        break;
    }
    QList<Note> seen = onBothTransports(facts, marks::malware);
    seen += onBothTransports(facts, marks::otherUses);
    seen += onBothTransports(facts, marks::games);
    return Words::tr("Like 3155: registered as %1 on paper only, and on record with %2.")
        .arg(service, subjects(seen));
}

} // namespace

QString Knowledge::markReason(quint16 port, Mark mark) const
{
    if (!marks(port).testFlag(mark))
        return {};
    QString text = reason({ port, registrations(port), notes(port) }, mark);
    // A subject may end in a full stop of its own: "H.A.W.X."
    while (text.endsWith(QLatin1String("..")))
        text.chop(1);
    text.replace(QLatin1String("..\u201d"), QLatin1String(".\u201d"));
    text.replace(QLatin1String(".\u201d."), QLatin1String(".\u201d"));
    return text;
}

} // namespace portolan
