// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/history_memory.h"

#include <algorithm>

namespace portolan::history_memory {

namespace {

QString cut(const QString &text)
{
    return text.size() > longestText ? text.left(longestText) : text;
}

ProcessPtr boundedProcess(const ProcessInfo &process)
{
    ProcessInfo kept;
    kept.key = process.key;
    kept.startedAt = process.startedAt;
    kept.name = cut(process.name);
    kept.executable = cut(process.executable);
    kept.uid = process.uid;
    kept.user = cut(process.user);
    kept.unit = cut(process.unit);
    qsizetype room = longestText;
    for (const QString &argument : process.commandLine) {
        if (room <= 0)
            break;
        kept.commandLine.append(argument.size() > room ? argument.left(room) : argument);
        // An empty argument takes room as well.
        room -= argument.size() + 1;
    }
    return std::make_shared<const ProcessInfo>(std::move(kept));
}

OwnerPtr boundedOwner(const Owner &owner)
{
    Owner kept;
    kept.attribution = owner.attribution;
    kept.reason = owner.reason;
    for (const ProcessPtr &process : owner.processes.first(std::min(owner.processes.size(), mostProcesses)))
        kept.processes.append(boundedProcess(*process));
    kept.uid = owner.uid;
    kept.user = cut(owner.user);
    kept.cgroupId = owner.cgroupId;
    kept.unit = cut(owner.unit);
    if (owner.container)
        kept.container = Container { cut(owner.container->engine), cut(owner.container->name), cut(owner.container->id) };
    return std::make_shared<const Owner>(std::move(kept));
}

} // namespace

ListenerPtr bounded(const ListenerPtr &listener)
{
    if (!listener)
        return nullptr;
    Listener kept;
    kept.key = listener->key;
    kept.owner = boundedOwner(*listener->owner);
    kept.endpoints = listener->endpoints;
    if (kept.endpoints.size() > mostEndpoints) {
        const auto widest = std::find_if(kept.endpoints.cbegin(), kept.endpoints.cend(), [&](const Endpoint &endpoint) {
            Listener alone;
            alone.key = kept.key;
            alone.owner = kept.owner;
            alone.endpoints = { endpoint };
            return alone.exposure() == listener->exposure();
        });
        const Endpoint last = widest - kept.endpoints.cbegin() >= mostEndpoints ? *widest
                                                                                : kept.endpoints.at(mostEndpoints - 1);
        kept.endpoints.resize(mostEndpoints - 1);
        kept.endpoints.append(last);
        kept.endpoints.squeeze();
    }
    return std::make_shared<const Listener>(std::move(kept));
}

AssessmentPtr bounded(const AssessmentPtr &assessment)
{
    if (!assessment)
        return nullptr;
    auto kept = std::make_shared<Assessment>();
    kept->verdict = assessment->verdict;
    kept->marks = assessment->marks;
    kept->service = assessment->service;
    kept->description = assessment->description;
    return kept;
}

} // namespace portolan::history_memory
