// SPDX-License-Identifier: GPL-3.0-or-later
#include "knowledge/registry_difference.h"

#include <algorithm>
#include <iterator>
#include <tuple>

namespace portolan {

namespace {

/// Names without a port come last, and each of them is a place of its own.
auto place(const Registration &row)
{
    return std::tuple(!row.portFrom, row.portFrom, row.portTo, row.portFrom ? QString() : row.service, row.transport);
}

auto servicePlace(const Registration &row)
{
    return std::tuple_cat(place(row), std::tie(row.service));
}

auto everything(const Registration &row)
{
    return std::tuple_cat(servicePlace(row),
                          std::tie(row.description, row.status, row.assignee, row.contact, row.registered, row.modified,
                                   row.reference, row.serviceCode, row.unauthorizedUse, row.assignmentNotes));
}

bool isBefore(const Registration &a, const Registration &b)
{
    return everything(a) < everything(b);
}

QList<Registration> without(const QList<Registration> &rows, const QList<Registration> &others)
{
    QList<Registration> rest;
    std::set_difference(rows.begin(), rows.end(), others.begin(), others.end(), std::back_inserter(rest), isBefore);
    return rest;
}

/// Takes the rows that agree in `key` out of both lists, which are sorted by it, as changes.
template<typename Key>
void pair(QList<Registration> &before, QList<Registration> &after, Key key, QList<RegistryChange> &changes)
{
    QList<Registration> gone;
    QList<Registration> come;
    auto old = before.cbegin();
    auto fresh = after.cbegin();
    while (old != before.cend() && fresh != after.cend()) {
        const auto oldKey = key(*old);
        const auto freshKey = key(*fresh);
        if (oldKey < freshKey)
            gone.append(*old++);
        else if (freshKey < oldKey)
            come.append(*fresh++);
        else
            changes.append({ RegistryChange::Kind::Changed, *old++, *fresh++ });
    }
    std::copy(old, before.cend(), std::back_inserter(gone));
    std::copy(fresh, after.cend(), std::back_inserter(come));
    before = gone;
    after = come;
}

} // namespace

RegistryDifference compareRegistries(QList<Registration> before, QList<Registration> after)
{
    std::sort(before.begin(), before.end(), isBefore);
    std::sort(after.begin(), after.end(), isBefore);
    QList<Registration> gone = without(before, after);
    QList<Registration> come = without(after, before);

    RegistryDifference difference;
    pair(gone, come, servicePlace, difference.changes);
    pair(gone, come, place, difference.changes);
    difference.changed = static_cast<int>(difference.changes.size());
    for (const Registration &row : std::as_const(gone))
        difference.changes.append({ RegistryChange::Kind::Removed, row, {} });
    for (const Registration &row : std::as_const(come))
        difference.changes.append({ RegistryChange::Kind::Added, {}, row });
    difference.removed = static_cast<int>(gone.size());
    difference.added = static_cast<int>(come.size());
    std::stable_sort(difference.changes.begin(), difference.changes.end(), [](const RegistryChange &a, const RegistryChange &b) {
        return servicePlace(a.row()) < servicePlace(b.row());
    });
    return difference;
}

} // namespace portolan
