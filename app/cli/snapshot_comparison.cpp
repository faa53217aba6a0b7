// SPDX-License-Identifier: GPL-3.0-or-later
#include "snapshot_comparison.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace portolan::cli {

namespace {

/// Namespaces are compared by name: what else tells them apart does not outlive them.
using Place = std::tuple<quint16, Transport, QString>;

/// The listeners of one place in both pictures; entries of one program are merged.
struct Group
{
    QList<Entry> before;
    QList<Entry> after;
};

QString unitOf(const Owner &owner)
{
    return owner.unit.isEmpty() && owner.leader() ? owner.leader()->unit : owner.unit;
}

QString userOf(const Owner &owner)
{
    return owner.user.isEmpty() && owner.leader() ? owner.leader()->user : owner.user;
}

QString executableOf(const Owner &owner)
{
    return owner.leader() ? owner.leader()->executable : QString();
}

bool isSameProgram(const Owner &a, const Owner &b)
{
    for (const auto &attribute : { executableOf, unitOf, userOf }) {
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
    const auto add = [&result](const ReportDocument &document, QList<Entry> Group::*side) {
        for (qsizetype i = 0; i < document.listeners.size(); ++i) {
            const Listener &listener = *document.listeners[i];
            (result[{ listener.port(), listener.transport(), listener.endpoints.first().networkNamespace }].*side) += Entry { document.listeners[i], document.assessments[i] };
        }
    };
    add(before, &Group::before);
    add(after, &Group::after);
    return result;
}

bool contains(const QList<Entry> &entries, const Entry &wanted)
{
    return std::ranges::any_of(entries, [&](const Entry &one) { return isSameProgram(*one.listener->owner, *wanted.listener->owner); });
}

QList<Endpoint> endpointsOfProgram(const QList<Entry> &entries, const Owner &program)
{
    QList<Endpoint> result;
    for (const Entry &entry : entries) {
        if (isSameProgram(*entry.listener->owner, program))
            result += entry.listener->endpoints;
    }
    std::ranges::sort(result);
    const auto [first, last] = std::ranges::unique(result);
    result.erase(first, last);
    return result;
}

QList<Entry> withoutSameProgram(const QList<Entry> &entries, const QList<Entry> &others)
{
    QList<Entry> result;
    std::ranges::copy_if(entries, std::back_inserter(result), [&](const Entry &entry) { return !contains(others, entry); });
    return result;
}

} // namespace

Comparison compare(const ReportDocument &before, const ReportDocument &after)
{
    Comparison result;
    const bool partial = hasUnreadTables(*after.snapshot);
    for (const auto &[place, group] : groups(before, after)) {
        QList<Entry> gone = withoutSameProgram(group.before, group.after);
        QList<Entry> come = withoutSameProgram(group.after, group.before);
        while (!gone.isEmpty() && !come.isEmpty())
            result.changed += EntryChange { gone.takeFirst(), come.takeFirst(), true };
        result.opened += come;
        if (!partial)
            result.closed += gone;
        QList<Entry> seen;
        for (const Entry &entry : group.after) {
            const Owner &program = *entry.listener->owner;
            if (!contains(group.before, entry) || contains(seen, entry))
                continue;
            seen += entry;
            if (endpointsOfProgram(group.before, program) == endpointsOfProgram(group.after, program))
                continue;
            const auto old = std::ranges::find_if(group.before, [&](const Entry &one) { return isSameProgram(*one.listener->owner, program); });
            result.changed += EntryChange { *old, entry, false };
        }
    }
    return result;
}

} // namespace portolan::cli
