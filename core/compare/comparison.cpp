// SPDX-License-Identifier: GPL-3.0-or-later
#include "compare/comparison.h"

#include "baseline/accepted_identity.h"

#include <algorithm>
#include <map>

namespace portolan {

namespace {

/// The listeners of one place in both pictures.
struct Group
{
    QList<ComparedListener> before;
    QList<ComparedListener> after;
};

/// Passing ports of a program are one place: their numbers mean nothing.
struct Place
{
    AcceptedPlace place;
    QString program;

    explicit Place(const Listener &listener)
        : place(listener)
    {
        if (!isPassingPort(listener))
            return;
        program = certainProgram(*listener.owner);
        if (!program.isEmpty())
            place.port = 0;
    }
    friend bool operator<(const Place &a, const Place &b)
    {
        return a.place == b.place ? a.program < b.program : a.place < b.place;
    }
};

QString unitOf(const Owner &owner)
{
    return owner.unit.isEmpty() && owner.leader() ? owner.leader()->unit : owner.unit;
}

QString userOf(const Owner &owner)
{
    return owner.user.isEmpty() && owner.leader() ? owner.leader()->user : owner.user;
}

/// Whether nothing says that they are two: a file may hold less than a picture of now.
bool isSame(const Owner &a, const Owner &b)
{
    if (const auto same = isSameProgram(a, b); same && (!*same || !certainProgram(a).isEmpty()))
        return *same;
    for (const auto &attribute : { certainProgram, unitOf, userOf }) {
        const QString left = attribute(a);
        const QString right = attribute(b);
        if (!left.isEmpty() && !right.isEmpty())
            return left == right;
    }
    return true;
}

std::map<Place, Group> groups(const ReportDocument &before, const ReportDocument &after)
{
    std::map<Place, Group> result;
    const auto add = [&result](const ReportDocument &document, QList<ComparedListener> Group::*side) {
        for (qsizetype i = 0; i < document.listeners.size(); ++i)
            (result[Place(*document.listeners[i])].*side) += ComparedListener { document.listeners[i], document.assessments[i] };
    };
    add(before, &Group::before);
    add(after, &Group::after);
    return result;
}

const ComparedListener *find(const QList<ComparedListener> &listeners, const ComparedListener &wanted)
{
    const auto found = std::ranges::find_if(listeners, [&](const ComparedListener &one) { return isSame(*one.listener->owner, *wanted.listener->owner); });
    return found == listeners.end() ? nullptr : &*found;
}

QList<ComparedListener> withoutThoseIn(const QList<ComparedListener> &listeners, const QList<ComparedListener> &others)
{
    QList<ComparedListener> result;
    std::ranges::copy_if(listeners, std::back_inserter(result), [&others](const ComparedListener &one) { return !find(others, one); });
    return result;
}

/// Where one program is reached in this group, whichever of its listeners it is.
struct Reach
{
    QList<Endpoint> endpoints;
    Exposure widest = Exposure::Loopback;

    Reach(const QList<ComparedListener> &listeners, const Owner &program)
    {
        for (const ComparedListener &one : listeners) {
            if (!isSame(*one.listener->owner, program))
                continue;
            endpoints += one.listener->endpoints;
            widest = std::max(widest, one.listener->exposure());
        }
        std::ranges::sort(endpoints);
        const auto [first, last] = std::ranges::unique(endpoints);
        endpoints.erase(first, last);
    }
};

Differences differences(const ComparedListener &before, const ComparedListener &after, const Reach &was, const Reach &is)
{
    Differences what;
    what.setFlag(Difference::Verdict, before.assessment->verdict != after.assessment->verdict);
    what.setFlag(Difference::Wider, is.widest > was.widest);
    what.setFlag(Difference::Narrower, is.widest < was.widest);
    // Which of its passing ports a client has open is no news.
    what.setFlag(Difference::Endpoints, !isPassingPort(*after.listener) && was.endpoints != is.endpoints);
    return what;
}

} // namespace

int Comparison::count(Differences any) const
{
    return static_cast<int>(std::ranges::count_if(ports, [any](const ComparedPort &port) { return bool(port.what & any); }));
}

int Comparison::countOf(Differences any, Verdict verdict) const
{
    return static_cast<int>(std::ranges::count_if(ports, [any, verdict](const ComparedPort &port) {
        return (port.what & any) && port.shown().assessment->verdict == verdict;
    }));
}

Comparison compare(const ReportDocument &before, const ReportDocument &after)
{
    Comparison result;
    const bool partial = hasUnreadTables(*after.snapshot);
    for (const auto &[place, group] : groups(before, after)) {
        QList<ComparedListener> gone = withoutThoseIn(group.before, group.after);
        QList<ComparedListener> come = withoutThoseIn(group.after, group.before);
        while (!gone.isEmpty() && !come.isEmpty()) {
            const ComparedListener old = gone.takeFirst();
            const ComparedListener now = come.takeFirst();
            const Differences others = differences(old, now, Reach({ old }, *old.listener->owner), Reach({ now }, *now.listener->owner));
            result.ports += ComparedPort { others | Difference::Owner, old, now };
        }
        for (const ComparedListener &one : std::as_const(come))
            result.ports += ComparedPort { Difference::Opened, {}, one };
        if (!partial) {
            for (const ComparedListener &one : std::as_const(gone))
                result.ports += ComparedPort { Difference::Closed, one, {} };
        }
        QList<ComparedListener> seen;
        for (const ComparedListener &one : group.after) {
            const ComparedListener *const old = find(group.before, one);
            if (!old || find(seen, one))
                continue;
            seen += one;
            const Owner &program = *one.listener->owner;
            const Differences what = differences(*old, one, Reach(group.before, program), Reach(group.after, program));
            if (what)
                result.ports += ComparedPort { what, *old, one };
        }
    }
    std::ranges::stable_sort(result.ports, {}, [](const ComparedPort &port) { return port.shown().listener->port(); });
    return result;
}

} // namespace portolan
