// SPDX-License-Identifier: GPL-3.0-or-later
#include "snapshot/delta.h"

#include <QHash>

#include <algorithm>

namespace portolan {

namespace {

bool sameProcesses(const Owner &before, const Owner &after)
{
    return std::ranges::equal(before.processes, after.processes, [](const ProcessPtr &a, const ProcessPtr &b) {
        return a == b || *a == *b;
    });
}

Changes ownerChanges(const Owner &before, const Owner &after)
{
    Changes what;
    if (before.attribution != after.attribution || before.reason != after.reason)
        what |= Change::Attribution;
    const bool bothObserved
        = before.attribution == Attribution::Observed && after.attribution == Attribution::Observed;
    if (bothObserved && !shareProcess(before, after))
        return what | Change::Owner;
    const ProcessInfo *const oldLeader = before.leader();
    const ProcessInfo *const newLeader = after.leader();
    if (bothObserved && oldLeader->key == newLeader->key
        && (oldLeader->name != newLeader->name || oldLeader->executable != newLeader->executable
            || oldLeader->uid != newLeader->uid))
        what |= Change::Program;
    if (!(before == after) && !what)
        what |= sameProcesses(before, after) ? Change::Facts : Change::Processes;
    return what;
}

Changes changes(const Listener &before, const Listener &after)
{
    Changes what;
    if (before.endpoints != after.endpoints)
        what |= Change::Endpoints;
    if (before.owner != after.owner)
        what |= ownerChanges(*before.owner, *after.owner);
    if (!what && before.sockets != after.sockets)
        what |= Change::Sockets;
    return what;
}

/// What an unmatched listener is paired by when its owner changed.
struct Place
{
    quint16 port;
    Transport transport;
    QString networkNamespace;

    explicit Place(const ListenerKey &key)
        : port(key.port)
        , transport(key.transport)
        , networkNamespace(key.networkNamespace)
    {
    }
    friend bool operator==(const Place &, const Place &) = default;
    friend size_t qHash(const Place &place, size_t seed = 0) noexcept
    {
        return qHashMulti(seed, place.port, static_cast<quint8>(place.transport), place.networkNamespace);
    }
};

class Pairing
{
public:
    Pairing(QList<ListenerPtr> gone, QList<ListenerPtr> come)
        : m_gone(std::move(gone))
        , m_come(std::move(come))
    {
    }

    void pairBySocket(Delta &delta)
    {
        QHash<quint64, qsizetype> goneBySocket;
        for (qsizetype i = 0; i < m_gone.size(); ++i) {
            for (const quint64 socket : m_gone[i]->sockets)
                goneBySocket.insert(socket, i);
        }
        for (ListenerPtr &listener : m_come) {
            for (const quint64 socket : listener->sockets) {
                const auto found = goneBySocket.constFind(socket);
                if (found != goneBySocket.cend() && m_gone[*found]
                    && Place(m_gone[*found]->key) == Place(listener->key)) {
                    pair(delta, m_gone[*found], listener, changes(*m_gone[*found], *listener));
                    break;
                }
            }
        }
    }

    /// Where tables of `after` were not read whole, what is missing has not gone.
    void pairByPlace(Delta &delta, const Snapshot &after)
    {
        const auto mayBeThere = [&after](const Listener &listener) {
            return hasUnreadTables(after) && after.unread.in(listener.key.networkNamespace);
        };
        QMultiHash<Place, qsizetype> goneByPlace;
        QHash<Place, int> comeAtPlace;
        for (qsizetype i = 0; i < m_gone.size(); ++i) {
            if (m_gone[i])
                goneByPlace.insert(Place(m_gone[i]->key), i);
        }
        for (const ListenerPtr &listener : std::as_const(m_come)) {
            if (listener)
                ++comeAtPlace[Place(listener->key)];
        }
        for (ListenerPtr &listener : m_come) {
            if (!listener)
                continue;
            const Place place(listener->key);
            if (mayBeThere(*listener) || comeAtPlace.value(place) != 1 || goneByPlace.count(place) != 1)
                continue;
            ListenerPtr &before = m_gone[goneByPlace.value(place)];
            Changes what = changes(*before, *listener);
            // The sockets are other ones: without processes to compare, a new control group or
            // user means a new owner too.
            if (!(what & Change::Owner) && !shareProcess(*before->owner, *listener->owner)
                && before->owner->attribution == listener->owner->attribution)
                what |= Change::Owner;
            pair(delta, before, listener, what);
        }
    }

    void leftOver(Delta &delta)
    {
        const auto isSet = [](const ListenerPtr &listener) { return listener != nullptr; };
        std::ranges::copy_if(m_gone, std::back_inserter(delta.closed), isSet);
        std::ranges::copy_if(m_come, std::back_inserter(delta.opened), isSet);
    }

private:
    static void pair(Delta &delta, ListenerPtr &before, ListenerPtr &after, Changes what)
    {
        delta.changed.append({ std::exchange(before, nullptr), std::exchange(after, nullptr), what });
    }

    QList<ListenerPtr> m_gone;
    QList<ListenerPtr> m_come;
};

} // namespace

Delta diff(const Snapshot &before, const Snapshot &after)
{
    Delta delta;
    QList<ListenerPtr> gone;
    QList<ListenerPtr> come;
    auto left = before.listeners.cbegin();
    auto right = after.listeners.cbegin();
    while (left != before.listeners.cend() && right != after.listeners.cend()) {
        if (*left == *right || (*left)->key == (*right)->key) {
            if (*left != *right && !(**left == **right))
                delta.changed.append({ *left, *right, changes(**left, **right) });
            ++left;
            ++right;
        } else if ((*left)->key < (*right)->key) {
            gone.append(*left++);
        } else {
            come.append(*right++);
        }
    }
    std::copy(left, before.listeners.cend(), std::back_inserter(gone));
    std::copy(right, after.listeners.cend(), std::back_inserter(come));

    Pairing pairing(std::move(gone), std::move(come));
    pairing.pairBySocket(delta);
    pairing.pairByPlace(delta, after);
    pairing.leftOver(delta);
    delta.closed.removeIf([&after](const ListenerPtr &listener) { return mayMiss(after, *listener); });
    return delta;
}

} // namespace portolan
