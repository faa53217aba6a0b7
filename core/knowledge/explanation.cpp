// SPDX-License-Identifier: GPL-3.0-or-later
#include "knowledge/explanation.h"

#include "knowledge/how_to_check.h"
#include "knowledge/marks.h"

#include <QCoreApplication>

#include <algorithm>

namespace portolan {

namespace {

constexpr int neighbourhoodReach = 32;
constexpr int widestNeighbourhood = 256;

class Words
{
    Q_DECLARE_TR_FUNCTIONS(portolan::Explanation)
};

QString rangeText(quint16 port)
{
    if (port == 0) {
        return Words::tr("Port 0 is reserved and nothing can listen on it: a program that asks for port 0 is given any free "
                  "port by the system.");
    }
    switch (portRangeOf(port)) {
    case PortRange::System:
        return Words::tr("A system port (0 to 1023), for the services a network is built on; the registry gives these out only "
                  "after review. On most Unix-like systems a program needs elevated privilege to listen here.");
    case PortRange::Registered:
        return Words::tr("A registered port (1024 to 49151): the registry keeps a list so that each program can be found at the "
                  "same number everywhere and firewalls and people know what to expect. Listening here needs no elevated "
                  "privilege: any program of any user may do it, registered or not.");
    case PortRange::Dynamic:
        break;
    }
    return Words::tr("A dynamic port (49152 to 65535): never registered to anybody. Programs take these for a while and give "
              "them back, so the number itself tells nothing. Listening here needs no elevated privilege.");
}

QString assigneeText(const QString &assignee)
{
    QString text = assignee;
    text.remove(QLatin1Char('[')).remove(QLatin1Char(']')).replace(QLatin1Char('_'), QLatin1Char(' '));
    // The registry numbers people of the same name.
    while (!text.isEmpty() && (text.back().isDigit() || text.back() == QLatin1Char(' ')))
        text.chop(1);
    return text;
}

QString transportsText(const QList<Registration> &rows, const QString &service)
{
    QStringList names;
    for (const Registration &row : rows) {
        const QString name = QString(registryTransportName(row.transport)).toUpper();
        if (row.service == service && !name.isEmpty() && !names.contains(name))
            names.append(name);
    }
    return names.join(QLatin1String(", "));
}

QStringList assignedSentences(const Registration &row, const Explanation &explanation)
{
    QStringList sentences;
    const QString transports = transportsText(explanation.registrations, row.service);
    const QString assignee = assigneeText(row.assignee);
    if (!assignee.isEmpty() && !transports.isEmpty())
        sentences.append(Words::tr("In IANA's registry for %1, filed by %2.").arg(transports, assignee));
    else if (!transports.isEmpty())
        sentences.append(Words::tr("In IANA's registry for %1.").arg(transports));
    const QString references = row.reference.simplified();
    if (!row.registered.isEmpty() && !row.modified.isEmpty())
        sentences.append(Words::tr("Registered %1, changed %2.").arg(row.registered, row.modified));
    else if (!row.registered.isEmpty())
        sentences.append(Words::tr("Registered %1.").arg(row.registered));
    else if (!row.modified.isEmpty())
        sentences.append(Words::tr("The row was changed %1; when it was first filed is not recorded.").arg(row.modified));
    if (!references.isEmpty())
        sentences.append(Words::tr("Defined by %1.").arg(references));
    else if (row.registered.isEmpty() && row.modified.isEmpty())
        sentences.append(Words::tr("The row names no RFC or other document and bears no date."));
    else
        sentences.append(Words::tr("The row names no RFC or other document."));
    if (explanation.marks.testFlag(Mark::Ghost)) {
        sentences.append(Words::tr("No program is known here that uses it: a ghost registration. The paperwork was filed, the number "
                            "was reserved, and nothing that anybody met followed."));
    }
    return sentences;
}

void fillMap(Explanation &explanation, const Knowledge &knowledge)
{
    const Transport naming = explanation.transport.value_or(Transport::Tcp);
    const std::optional<Registration> row = knowledge.registration(explanation.port, naming);
    QStringList sentences;
    if (!row) {
        explanation.mapTitle = Words::tr("dynamic range");
        explanation.mapSubtitle = Words::tr("not open to registration");
        sentences.append(Words::tr("The registry has no rows for 49152 to 65535 (RFC 6335)."));
    } else if (row->status == RegistrationStatus::Assigned) {
        explanation.mapTitle = row->service.isEmpty() ? row->description.simplified() : row->service;
        explanation.mapSubtitle = row->service.isEmpty() ? QString() : row->description.simplified();
        sentences = assignedSentences(*row, explanation);
    } else {
        const bool reserved = row->status == RegistrationStatus::Reserved;
        explanation.mapTitle = reserved ? Words::tr("reserved") : Words::tr("unassigned");
        explanation.mapSubtitle = row->isSinglePort()
            ? QString()
            : Words::tr("part of %1-%2").arg(row->portFrom.value_or(0)).arg(row->portTo.value_or(0));
        sentences.append(reserved ? Words::tr("The registry holds this number back and gives it to nobody.")
                                  : Words::tr("The registry has given this number to nobody, so whatever listens here chose it by "
                                       "itself."));
    }
    if (explanation.transport && row && row->status == RegistrationStatus::Assigned) {
        const QLatin1String own(transportName(*explanation.transport));
        if (row->transport != RegistryTransport::None && registryTransportName(row->transport) != own) {
            sentences.append(Words::tr("That is the row for %1; for %2 the registry lists nothing.")
                                 .arg(QString(registryTransportName(row->transport)).toUpper(), QString(own).toUpper()));
        }
    }
    for (const Registration &each : explanation.registrations) {
        if (marks::reportsUnauthorisedUse(each, explanation.port)) {
            sentences.append(Words::tr("The registry itself remarks: \u201c%1\u201d.").arg(each.unauthorizedUse.simplified()));
            break;
        }
    }
    QStringList aliases;
    for (const Registration &each : explanation.registrations) {
        if (row && !each.service.isEmpty() && each.service != row->service && !aliases.contains(each.service))
            aliases.append(each.service);
    }
    if (!aliases.isEmpty())
        sentences.append(Words::tr("Also listed under this number: %1.").arg(aliases.join(QLatin1String(", "))));
    explanation.mapText = sentences.join(QLatin1Char(' '));
}

void fillNeighbourhood(Explanation &explanation, const Knowledge &knowledge)
{
    const int port = explanation.port;
    int from = port;
    int to = port;
    for (const Note &note : explanation.notes) {
        if (note.portFrom == note.portTo)
            continue;
        explanation.coveringRanges.append({ note.portFrom, note.portTo, note.subject, note.kind });
        from = std::min<int>(from, note.portFrom);
        to = std::max<int>(to, note.portTo);
    }
    const auto before = [](const CoveringRange &a, const CoveringRange &b) {
        return a.from != b.from ? a.from < b.from : a.to < b.to;
    };
    std::stable_sort(explanation.coveringRanges.begin(), explanation.coveringRanges.end(), before);
    if (explanation.coveringRanges.isEmpty()) {
        from = port - neighbourhoodReach;
        to = port + neighbourhoodReach;
    } else {
        --from;
        ++to;
    }
    from = std::max({ from, 0, port - widestNeighbourhood / 2 });
    to = std::min({ to, 65535, from + widestNeighbourhood - 1, port + widestNeighbourhood / 2 });
    explanation.neighbourhoodFrom = static_cast<quint16>(from);
    explanation.neighbourhoodTo = static_cast<quint16>(to);
    for (int near = from; near <= to; ++near) {
        const auto number = static_cast<quint16>(near);
        if (near == port)
            continue;
        const std::optional<Registration> row = knowledge.registration(number, explanation.transport.value_or(Transport::Tcp));
        if (row && row->status == RegistrationStatus::Assigned && !row->service.isEmpty())
            explanation.neighbours.append({ number, row->service, knowledge.marks(number) });
    }
}

QString whyItMatters(const Explanation &explanation)
{
    if (explanation.port == 0)
        return Words::tr("Nothing can listen here, so a list that shows this port tells of something else.");
    QStringList sentences;
    if (explanation.range == PortRange::Dynamic) {
        sentences.append(Words::tr("Nothing can be concluded from a number in this range, neither good nor bad: what matters is the "
                            "program that took it, and whether it should be reachable."));
        if (!explanation.notes.isEmpty())
            sentences.append(Words::tr("A program may still have a habit here; the known uses say which."));
        return sentences.join(QLatin1Char(' '));
    }
    sentences.append(Words::tr("The map is not the territory: the registry records what somebody meant to use a number for, not "
                        "what is running on it."));
    if (explanation.marks & (Marks(Mark::Ghost) | Mark::Similar)) {
        sentences.append(Words::tr("There are thousands of entries like this one; a reservation is easily made, a program that people "
                            "run is not. Other software moves in quietly, and malware likes such quiet corners because traffic "
                            "there draws no attention."));
    }
    if (explanation.marks.testFlag(Mark::MalwareRange)) {
        sentences.append(Words::tr("That malware once listened here says nothing of your machine by itself: it chose the number "
                            "because it was free, not because the number belongs to it."));
    }
    if (explanation.marks & (Marks(Mark::Squatted) | Mark::DeFacto | Mark::Conflict | Mark::UnauthorisedUse)) {
        sentences.append(Words::tr("Here the name in the registry and the program you meet are likely to differ, so the name is no "
                            "reason to trust or to fear it."));
    }
    if (explanation.marks.testFlag(Mark::Unassigned) && explanation.notes.isEmpty()) {
        sentences.append(Words::tr("With neither a registration nor a known user, only the process can tell what this is."));
    }
    if (sentences.size() > 1)
        return sentences.join(QLatin1Char(' '));
    const bool expected = std::any_of(explanation.registrations.begin(), explanation.registrations.end(), [](const Registration &row) {
        return row.status == RegistrationStatus::Assigned;
    });
    sentences.append(expected ? Words::tr("Most of the time the expected program is there; nothing prevents another from taking the number "
                                   "first.")
                              : Words::tr("Here nobody has meant anything by it, so only the process can tell what this is."));
    return sentences.join(QLatin1Char(' '));
}

QStringList whatToDo(const Explanation &explanation)
{
    if (explanation.panel)
        return { explanation.panel->texts.advice };
    if (explanation.port == 0) {
        return { Words::tr("If a log or a firewall shows port 0, look at the tool that wrote it: it stands for \u201cno port\u201d, for "
                    "instance in fragments and in ICMP.") };
    }
    QStringList advice;
    advice.append(Words::tr("Look at what is running: the process, its file and who started it answer more than any list of ports."));
    const bool quiet = bool(explanation.marks & (Marks(Mark::Ghost) | Mark::Similar | Mark::MalwareRange));
    const bool known = std::any_of(explanation.notes.begin(), explanation.notes.end(), [](const Note &note) {
        return !note.executables.isEmpty() && note.confidence != Confidence::Low;
    });
    if (quiet && !known) {
        advice.append(Words::tr("An unrecognised process here is worth investigating: no ordinary program is known to need this port. "
                         "A recognised one is not: any program may use a free number."));
    } else if (known) {
        advice.append(Words::tr("If the process is one of the known programs and you or your system installed it, there is nothing to "
                         "do. If the name fits but the file lies in a temporary or home folder, look closer."));
    } else {
        advice.append(Words::tr("If you recognise the process there is nothing to do; if not, find out where its file came from before "
                         "you stop it."));
    }
    if (explanation.marks.testFlag(Mark::MalwareRange)) {
        advice.append(Words::tr("A closed port with old malware in its history needs no action. For an open one, compare the program's "
                         "file with its package, and run a scanner if nobody installed it."));
    }
    if (explanation.marks.testFlag(Mark::Game)) {
        advice.append(Words::tr("If firewall logs show this port from a time when somebody in the household played online, the game is "
                         "the likely cause."));
    }
    advice.append(Words::tr("If nobody outside this machine needs it, let it listen on the loopback address only, or close it in the "
                     "firewall."));
    return advice;
}

} // namespace

Explanation explain(const Knowledge &knowledge, quint16 port, std::optional<Transport> transport)
{
    Explanation explanation;
    explanation.port = port;
    explanation.transport = transport;
    explanation.registry = knowledge.registry();
    explanation.range = portRangeOf(port);
    explanation.rangeText = rangeText(port);
    explanation.registrations = knowledge.registrations(port);
    explanation.notes = transport ? knowledge.notes(port, *transport) : knowledge.notes(port);
    explanation.marks = transport ? knowledge.marks(port, *transport) : knowledge.marks(port);
    fillMap(explanation, knowledge);
    fillNeighbourhood(explanation, knowledge);
    explanation.panel = knowledge.panel(port);
    explanation.howToCheck = howToCheck(port, transport);
    explanation.whyItMatters = whyItMatters(explanation);
    explanation.whatToDo = whatToDo(explanation);
    return explanation;
}

} // namespace portolan
