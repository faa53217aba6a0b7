// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitor/listener_grouping.h"

#include "process/control_group.h"

#include <QSet>

#include <algorithm>
#include <numeric>
#include <tuple>
#include <vector>

namespace portolan {

namespace {

bool descendsFrom(const ProcessInfo &process, const ProcessInfo &ancestor)
{
    return std::ranges::any_of(process.ancestors,
                               [&ancestor](const Ancestor &link) { return link.key == ancestor.key; });
}

bool sameProgram(const ProcessInfo &a, const ProcessInfo &b)
{
    return a.executable.isEmpty() || b.executable.isEmpty() ? a.name == b.name : a.executable == b.executable;
}

/// Siblings of one pre-fork parent: the parent bears their name, and is no mere shell or launcher.
bool areSiblingWorkers(const ProcessInfo &a, const ProcessInfo &b)
{
    return !a.ancestors.isEmpty() && !b.ancestors.isEmpty() && a.ancestors.first().key == b.ancestors.first().key
        && a.ancestors.first().name == a.name && a.name == b.name;
}

bool isSameOwner(const Owner &a, const Owner &b)
{
    const bool observedA = a.attribution == Attribution::Observed;
    const bool observedB = b.attribution == Attribution::Observed;
    if (observedA != observedB)
        return false;
    if (!observedA)
        return a.cgroupId == b.cgroupId && a.uid == b.uid;
    if (shareProcess(a, b))
        return true;
    const ProcessInfo &leaderA = *a.leader();
    const ProcessInfo &leaderB = *b.leader();
    return sameProgram(leaderA, leaderB)
        && (descendsFrom(leaderA, leaderB) || descendsFrom(leaderB, leaderA) || areSiblingWorkers(leaderA, leaderB));
}

OwnerKey ownerKey(const Owner &owner)
{
    OwnerKey key;
    if (owner.attribution == Attribution::Observed && owner.leader()) {
        key.kind = OwnerKey::Kind::Process;
        key.process = owner.leader()->key;
    } else {
        key.kind = owner.cgroupId != 0 ? OwnerKey::Kind::ControlGroup : OwnerKey::Kind::User;
        key.cgroupId = owner.cgroupId;
        key.uid = owner.uid;
    }
    return key;
}

OwnerPtr merged(const std::vector<OwnerPtr> &owners)
{
    if (owners.size() == 1)
        return owners.front();
    auto result = std::make_shared<Owner>(*owners.front());
    QSet<ProcessKey> known;
    for (const ProcessPtr &process : std::as_const(result->processes))
        known.insert(process->key);
    for (const OwnerPtr &owner : owners) {
        for (const ProcessPtr &process : owner->processes) {
            if (!known.contains(process->key)) {
                known.insert(process->key);
                result->processes.append(process);
            }
        }
    }
    if (result->attribution == Attribution::Observed) {
        // A parent starts before its children: the oldest leads.
        std::ranges::sort(result->processes, [](const ProcessPtr &a, const ProcessPtr &b) {
            return holderRank(*a) < holderRank(*b);
        });
    }
    return result;
}

struct Group
{
    std::vector<OwnerPtr> owners;
    std::vector<const SocketEntry *> sockets;
};

Listener makeListener(const Group &group)
{
    const SocketEntry &first = *group.sockets.front();
    Listener listener;
    listener.owner = merged(group.owners);
    listener.key = { first.port, first.transport, first.networkNamespace, ownerKey(*listener.owner) };
    listener.endpoints.reserve(static_cast<qsizetype>(group.sockets.size()));
    listener.sockets.reserve(static_cast<qsizetype>(group.sockets.size()));
    for (const SocketEntry *socket : group.sockets) {
        listener.tables |= socket->table;
        listener.endpoints.append({ socket->address, socket->dualStack, socket->scope, socket->namespaceName });
        if (socket->inode != 0)
            listener.sockets.append(socket->inode);
    }
    std::ranges::sort(listener.endpoints);
    listener.endpoints.erase(std::unique(listener.endpoints.begin(), listener.endpoints.end()),
                             listener.endpoints.end());
    std::ranges::sort(listener.sockets);
    return listener;
}

/// Hands out the previous object where nothing changed, for as long as keys ascend.
class Reuse
{
public:
    explicit Reuse(const QList<ListenerPtr> &previous)
        : m_at(previous.cbegin())
        , m_end(previous.cend())
    {
    }

    ListenerPtr of(Listener &&listener)
    {
        while (m_at != m_end && (*m_at)->key < listener.key)
            ++m_at;
        if (m_at == m_end || !((*m_at)->key == listener.key))
            return std::make_shared<Listener>(std::move(listener));
        const Listener &before = **m_at;
        if (before == listener)
            return *m_at;
        if (*before.owner == *listener.owner)
            listener.owner = before.owner;
        return std::make_shared<Listener>(std::move(listener));
    }

private:
    QList<ListenerPtr>::const_iterator m_at;
    QList<ListenerPtr>::const_iterator m_end;
};

auto place(const SocketEntry &socket)
{
    return std::tie(socket.port, socket.transport, socket.networkNamespace);
}

} // namespace

QList<ListenerPtr> groupListeners(const QList<SocketEntry> &sockets, const QList<OwnerPtr> &owners,
                                  const QList<ListenerPtr> &previous)
{
    Q_ASSERT(sockets.size() == owners.size());
    std::vector<qsizetype> order(static_cast<size_t>(sockets.size()));
    std::iota(order.begin(), order.end(), qsizetype { 0 });
    std::ranges::sort(order, [&sockets](qsizetype a, qsizetype b) { return place(sockets[a]) < place(sockets[b]); });

    QList<ListenerPtr> listeners;
    listeners.reserve(sockets.size());
    Reuse reuse(previous);
    std::vector<Group> groups;
    std::vector<Listener> atPlace;
    for (size_t begin = 0; begin < order.size();) {
        size_t end = begin;
        groups.clear();
        for (; end < order.size() && place(sockets[order[end]]) == place(sockets[order[begin]]); ++end) {
            const OwnerPtr &owner = owners[order[end]];
            Group *home = nullptr;
            // One socket can join groups that looked apart so far.
            for (auto group = groups.begin(); group != groups.end();) {
                const bool fits = std::ranges::any_of(group->owners, [&owner](const OwnerPtr &other) {
                    return other == owner || isSameOwner(*other, *owner);
                });
                if (fits && home) {
                    home->owners.insert(home->owners.end(), group->owners.begin(), group->owners.end());
                    home->sockets.insert(home->sockets.end(), group->sockets.begin(), group->sockets.end());
                    group = groups.erase(group);
                    continue;
                }
                if (fits)
                    home = &*group;
                ++group;
            }
            if (!home)
                home = &groups.emplace_back();
            if (std::ranges::find(home->owners, owner) == home->owners.end())
                home->owners.push_back(owner);
            home->sockets.push_back(&sockets[order[end]]);
        }
        atPlace.clear();
        for (const Group &group : groups)
            atPlace.push_back(makeListener(group));
        std::ranges::sort(atPlace, {}, &Listener::key);
        for (Listener &listener : atPlace)
            listeners.append(reuse.of(std::move(listener)));
        begin = end;
    }
    return listeners;
}

QList<ListenerPtr> carryOver(const QList<ListenerPtr> &previous, const Snapshot &partial)
{
    QSet<quint64> seen;
    for (const ListenerPtr &listener : partial.listeners) {
        for (const quint64 socket : listener->sockets)
            seen.insert(socket);
    }
    const auto byKey = [](const ListenerPtr &a, const ListenerPtr &b) { return a->key < b->key; };
    QList<ListenerPtr> result = partial.listeners;
    for (const ListenerPtr &listener : previous) {
        const bool shown = std::ranges::any_of(listener->sockets, [&seen](quint64 socket) { return seen.contains(socket); })
            || std::binary_search(partial.listeners.cbegin(), partial.listeners.cend(), listener, byKey);
        if (!shown && mayMiss(partial, *listener))
            result.append(listener);
    }
    std::ranges::sort(result, byKey);
    return result;
}

} // namespace portolan
