// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/linux/owner_cache.h"

#include "process/control_group.h"

#include <algorithm>

namespace portolan::platform {

namespace {

bool isAncestorOf(const ProcessInfo &elder, const ProcessInfo &process)
{
    return std::ranges::any_of(process.ancestors, [&](const Ancestor &ancestor) { return ancestor.key == elder.key; });
}

/// Of version 1 control groups the socket tells nothing, the processes' files do.
QString commonUnit(const QList<ProcessPtr> &processes)
{
    const QString unit = processes.isEmpty() ? QString() : processes.first()->unit;
    const bool common = std::ranges::all_of(processes, [&](const ProcessPtr &process) { return process->unit == unit; });
    return common ? unit : QString();
}

} // namespace

size_t qHash(const OwnerParts &parts, size_t seed) noexcept
{
    size_t hash = qHashMulti(seed, quint8(parts.attribution), quint8(parts.reason), parts.uid, parts.cgroupId);
    for (const ProcessPtr &process : parts.processes)
        hash = qHashMulti(hash, process.get());
    return hash;
}

OwnerPtr OwnerCache::owner(const OwnerParts &parts)
{
    OwnerPtr &known = m_owners[parts];
    if (known)
        return known;
    auto owner = std::make_shared<Owner>();
    owner->attribution = parts.attribution;
    owner->reason = parts.reason;
    owner->processes = parts.processes;
    owner->uid = parts.uid;
    owner->user = parts.user;
    owner->cgroup = parts.cgroup;
    owner->cgroupId = parts.cgroupId;
    owner->kernelPart = parts.kernelPart;
    owner->kernelInterface = parts.kernelInterface;
    // A socket that was handed over (socket activation) keeps the group it was made in; the
    // process that holds it now says better where it belongs.
    const bool byProcess = !parts.processes.isEmpty() && !parts.processes.first()->cgroup.isEmpty()
        && (parts.attribution == Attribution::Observed || parts.cgroup.isEmpty());
    const QString &cgroup = byProcess ? parts.processes.first()->cgroup : parts.cgroup;
    owner->unit = unitOfControlGroup(cgroup);
    if (owner->unit.isEmpty() && parts.attribution == Attribution::Inferred)
        owner->unit = commonUnit(parts.processes);
    owner->container = containerOfControlGroup(cgroup);
    known = owner;
    return known;
}

void OwnerCache::prune()
{
    m_owners.removeIf([](const auto &entry) { return entry.value().use_count() == 1; });
}

void sortHolders(QList<ProcessPtr> &processes)
{
    std::ranges::sort(processes, [](const ProcessPtr &a, const ProcessPtr &b) {
        return holderRank(*a) < holderRank(*b);
    });
    // Only one as old as the oldest can be an ancestor of all; clock ticks are coarse.
    const auto managers = std::ranges::find_if(processes, [](const ProcessPtr &process) { return isServiceManager(*process); });
    const std::ranges::subrange holders(processes.begin(), managers);
    for (auto elder = holders.begin(); elder != holders.end() && (*elder)->key.startTicks == holders.front()->key.startTicks; ++elder) {
        const bool leads = std::ranges::all_of(holders, [&](const ProcessPtr &process) {
            return process == *elder || isAncestorOf(**elder, *process);
        });
        if (leads) {
            std::rotate(holders.begin(), elder, elder + 1);
            break;
        }
    }
}

} // namespace portolan::platform
