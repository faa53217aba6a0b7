// SPDX-License-Identifier: GPL-3.0-or-later
#include "baseline/baseline.h"

#include <algorithm>

namespace portolan {

namespace {

AcceptedPlace placeOf(const AcceptedPtr &entry)
{
    return AcceptedPlace(*entry->listener);
}

} // namespace

bool AcceptedListener::isSameAs(const AcceptedListener &other) const
{
    return listener == other.listener || AcceptedIdentity(*listener) == AcceptedIdentity(*other.listener);
}

Baseline::Baseline(const QList<AcceptedPtr> &accepted, const QDateTime &wholeAt)
    : m_wholeAt(wholeAt)
{
    QList<AcceptedPtr> sorted = accepted;
    std::ranges::stable_sort(sorted, {}, placeOf);
    for (const AcceptedPtr &entry : std::as_const(sorted)) {
        const std::span<const AcceptedPtr> here = at(placeOf(entry));
        const auto same = std::ranges::find_if(here, [&entry](const AcceptedPtr &other) { return other->isSameAs(*entry); });
        if (same == here.end())
            m_accepted.append(entry);
        else
            m_accepted[&*same - m_accepted.constData()] = entry;
    }
    for (const AcceptedPtr &entry : std::as_const(m_accepted)) {
        const QString program = certainProgram(*entry->listener->owner);
        if (isPassingPort(*entry->listener) && !program.isEmpty())
            m_passing.insert(program, entry);
    }
}

QDateTime Baseline::lastAcceptedAt() const
{
    QDateTime last;
    for (const AcceptedPtr &entry : m_accepted) {
        if (!last.isValid() || entry->acceptedAt > last)
            last = entry->acceptedAt;
    }
    return last;
}

std::span<const AcceptedPtr> Baseline::at(const AcceptedPlace &place) const
{
    const std::span<const AcceptedPtr> all(m_accepted.constData(), static_cast<size_t>(m_accepted.size()));
    const auto found = std::ranges::equal_range(all, place, {}, placeOf);
    return { found.begin(), found.end() };
}

QList<AcceptedPtr> Baseline::passingPortsOf(const QString &program) const
{
    return m_passing.values(program);
}

Baseline Baseline::with(const QList<AcceptedPtr> &entries) const
{
    return Baseline(m_accepted + entries, m_wholeAt);
}

Baseline Baseline::without(const QList<AcceptedPtr> &entries) const
{
    const Baseline others(entries);
    QList<AcceptedPtr> rest;
    std::ranges::copy_if(m_accepted, std::back_inserter(rest), [&others](const AcceptedPtr &entry) { return !others.contains(*entry); });
    return Baseline(rest, m_wholeAt);
}

Baseline Baseline::withWholeAt(const QDateTime &time) const
{
    Baseline result = *this;
    result.m_wholeAt = time;
    return result;
}

bool Baseline::contains(const AcceptedListener &entry) const
{
    return std::ranges::any_of(at(AcceptedPlace(*entry.listener)), [&entry](const AcceptedPtr &other) { return other->isSameAs(entry); });
}

bool operator==(const Baseline &a, const Baseline &b)
{
    return a.m_wholeAt == b.m_wholeAt
        && std::ranges::equal(a.m_accepted, b.m_accepted, [](const AcceptedPtr &one, const AcceptedPtr &other) {
               return one == other || (one->acceptedAt == other->acceptedAt && one->isSameAs(*other));
           });
}

} // namespace portolan
