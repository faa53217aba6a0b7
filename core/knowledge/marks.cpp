// SPDX-License-Identifier: GPL-3.0-or-later
#include "knowledge/marks.h"

#include "net/port_range.h"

#include <algorithm>

namespace portolan {

namespace {

RegistryTransport registryTransport(Transport transport)
{
    return transport == Transport::Tcp ? RegistryTransport::Tcp : RegistryTransport::Udp;
}

bool isNamedRow(const Registration &row)
{
    return row.isSinglePort() && row.status == RegistrationStatus::Assigned && !row.service.isEmpty();
}

bool speaksOfPort(const Note &note)
{
    return note.portTo - note.portFrom < marks::widestMarkingNote;
}

bool isReliable(const Note &note)
{
    return note.confidence != Confidence::Low;
}

/// Kinds that name a program which listens; the others comment on the registration or on malware.
bool namesUser(NoteKind kind)
{
    switch (kind) {
    case NoteKind::Container:
    case NoteKind::Database:
    case NoteKind::DeFacto:
    case NoteKind::DevDefault:
    case NoteKind::Game:
    case NoteKind::Infrastructure:
    case NoteKind::IotIcs:
    case NoteKind::MessageBus:
    case NoteKind::Monitoring:
    case NoteKind::PeerToPeer:
    case NoteKind::RemoteAccess:
    case NoteKind::Squatter:
        return true;
    case NoteKind::Conflict:
    case NoteKind::Ghost:
    case NoteKind::Malware:
    case NoteKind::RegistrationNote:
        break;
    }
    return false;
}

template<typename Predicate>
QList<Note> notesWhere(const PortFacts &facts, Transport transport, Predicate predicate)
{
    QList<Note> result;
    for (const Note &note : facts.notes) {
        if (note.covers(facts.port, transport) && predicate(note))
            result.append(note);
    }
    return result;
}

} // namespace

namespace marks {

bool hasNamedRow(const PortFacts &facts)
{
    return portRangeOf(facts.port) == PortRange::Registered
        && std::any_of(facts.registrations.begin(), facts.registrations.end(), isNamedRow);
}

bool isPaperOnly(const PortFacts &facts)
{
    bool tcp = false;
    bool udp = false;
    for (const Registration &row : facts.registrations) {
        if (!isNamedRow(row))
            continue;
        if (!row.reference.isEmpty() || !row.registered.isEmpty() || !row.modified.isEmpty())
            return false;
        if (row.assignee.isEmpty() || row.assignee != row.contact)
            return false;
        tcp = tcp || row.transport == RegistryTransport::Tcp;
        udp = udp || row.transport == RegistryTransport::Udp;
    }
    return tcp && udp && hasNamedRow(facts);
}

bool hasGenuineOwner(const PortFacts &facts)
{
    return std::any_of(facts.notes.begin(), facts.notes.end(),
                       [](const Note &note) { return note.registrant; });
}

QList<Note> malware(const PortFacts &facts, Transport transport)
{
    return notesWhere(facts, transport, [](const Note &note) {
        return note.kind == NoteKind::Malware && isReliable(note) && speaksOfPort(note);
    });
}

QList<Note> otherUses(const PortFacts &facts, Transport transport)
{
    return notesWhere(facts, transport, [](const Note &note) {
        return namesUser(note.kind) && !note.registrant && isReliable(note) && speaksOfPort(note);
    });
}

QList<Note> presentUses(const PortFacts &facts, Transport transport)
{
    QList<Note> uses = otherUses(facts, transport);
    uses.removeIf([](const Note &note) { return note.to || note.kind == NoteKind::Game; });
    return uses;
}

QList<Note> games(const PortFacts &facts, Transport transport)
{
    return notesWhere(facts, transport, [](const Note &note) {
        return note.kind == NoteKind::Game
            && (isReliable(note) ? speaksOfPort(note) : note.portFrom == note.portTo);
    });
}

bool reportsUnauthorisedUse(const Registration &row, quint16 port)
{
    if (row.unauthorizedUse.isEmpty() || !row.covers(port))
        return false;
    if (row.isSinglePort())
        return true;
    // "Known Unauthorized Use on ports 33436-33534", "Ports 4490 and 4491"
    std::optional<uint> previous;
    uint number = 0;
    int digits = 0;
    bool hyphen = false;
    const QString text = row.unauthorizedUse + QLatin1Char(' ');
    for (const QChar c : text) {
        if (c >= QLatin1Char('0') && c <= QLatin1Char('9') && digits < 5) {
            number = number * 10 + (c.unicode() - u'0');
            ++digits;
            continue;
        }
        if (digits > 0) {
            if (number == port || (hyphen && previous && *previous <= port && port <= number))
                return true;
            previous = number;
            hyphen = false;
        }
        if (c == QLatin1Char('-'))
            hyphen = true;
        else if (c != QLatin1Char(' '))
            hyphen = false;
        number = 0;
        digits = 0;
    }
    return false;
}

int namingRow(const QList<Registration> &rows, Transport transport)
{
    const RegistryTransport wanted = registryTransport(transport);
    int otherAssigned = -1;
    int ownUnassigned = -1;
    int otherUnassigned = -1;
    for (int i = 0; i < rows.size(); ++i) {
        const Registration &row = rows.at(i);
        const bool own = row.transport == wanted;
        if (row.status == RegistrationStatus::Assigned) {
            if (own)
                return i;
            if (otherAssigned < 0)
                otherAssigned = i;
        } else if (own) {
            if (ownUnassigned < 0)
                ownUnassigned = i;
        } else if (otherUnassigned < 0) {
            otherUnassigned = i;
        }
    }
    return otherAssigned >= 0 ? otherAssigned : ownUnassigned >= 0 ? ownUnassigned : otherUnassigned;
}

} // namespace marks

Marks computeMarks(const PortFacts &facts, Transport transport)
{
    Marks result;
    const bool named = marks::hasNamedRow(facts);
    const bool genuine = marks::hasGenuineOwner(facts);
    const QList<Note> malware = marks::malware(facts, transport);
    const QList<Note> otherUses = marks::otherUses(facts, transport);
    const QList<Note> presentUses = marks::presentUses(facts, transport);
    const QList<Note> games = marks::games(facts, transport);

    if (!malware.isEmpty())
        result |= Mark::MalwareRange;
    if (!games.isEmpty())
        result |= Mark::Game;

    // A ghost is a ghost on both transports; use of one of them lays it to rest for both.
    const bool ghost = marks::isPaperOnly(facts) && !genuine
        && marks::otherUses(facts, Transport::Tcp).isEmpty()
        && marks::otherUses(facts, Transport::Udp).isEmpty();
    if (ghost)
        result |= Mark::Ghost;

    // What 3155 has: paper, and a record of somebody else. Malware is such a record whoever came
    // later. A number that nobody but a present program is known for is "used by others" instead,
    // or every developer's table would light up; a single doubtful word of a game is no record.
    const bool usedToday = std::any_of(otherUses.begin(), otherUses.end(), [](const Note &note) { return !note.to; });
    if (marks::isPaperOnly(facts) && !genuine && (!malware.isEmpty() || (!otherUses.isEmpty() && !usedToday)))
        result |= Mark::Similar;

    if (named && !genuine && !otherUses.isEmpty())
        result |= Mark::Squatted;
    const auto isConflict = [](const Note &note) {
        return note.kind == NoteKind::Conflict && isReliable(note);
    };
    if ((genuine && !presentUses.isEmpty())
        || !notesWhere(facts, transport, isConflict).isEmpty()) {
        result |= Mark::Conflict;
    }
    // Beside a registration only what everybody knows counts; where there is none, nothing contradicts.
    const int naming = marks::namingRow(facts.registrations, transport);
    const bool assigned = naming >= 0 && facts.registrations.at(naming).status == RegistrationStatus::Assigned;
    const auto isWellKnown = [assigned](const Note &note) { return !assigned || note.confidence == Confidence::High; };
    if (std::any_of(presentUses.begin(), presentUses.end(), isWellKnown))
        result |= Mark::DeFacto;

    const auto isReported = [&](const Registration &row) {
        const bool otherTransport = row.transport != RegistryTransport::None
            && row.transport != registryTransport(transport);
        return !otherTransport && marks::reportsUnauthorisedUse(row, facts.port);
    };
    if (std::any_of(facts.registrations.begin(), facts.registrations.end(), isReported))
        result |= Mark::UnauthorisedUse;

    if (naming >= 0 && facts.registrations.at(naming).status == RegistrationStatus::Unassigned)
        result |= Mark::Unassigned;
    return result;
}

} // namespace portolan
