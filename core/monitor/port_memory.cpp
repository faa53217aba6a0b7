// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitor/port_memory.h"

#include "assess/program_place.h"

#include <QSet>

#include <algorithm>

namespace portolan {

namespace {

ListenerKey withoutOwner(ListenerKey key)
{
    key.owner = {};
    return key;
}

bool isShared(const QList<ListenerPtr> &listeners, qsizetype index)
{
    const ListenerKey key = withoutOwner(listeners[index]->key);
    return (index > 0 && withoutOwner(listeners[index - 1]->key) == key)
        || (index + 1 < listeners.size() && withoutOwner(listeners[index + 1]->key) == key);
}

} // namespace

OwnerPtr PortMemory::ownerBefore(const QList<ListenerPtr> &listeners, qsizetype index)
{
    // What was not read from the process is too uncertain to tell a change by.
    const OwnerPtr &owner = listeners[index]->owner;
    if (owner->attribution != Attribution::Observed || isShared(listeners, index))
        return nullptr;
    const QString program = programOf(*owner->leader());
    if (program.isEmpty())
        return nullptr;
    if (m_ports.size() >= m_forgetAt) {
        forget(listeners);
        m_forgetAt = std::max(maximumPorts, 2 * m_ports.size());
    }
    Port &port = m_ports[withoutOwner(listeners[index]->key)];
    if (port.now && programOf(*port.now->leader()) != program)
        port.before = port.now;
    port.now = owner;
    return port.before;
}

void PortMemory::forget(const QList<ListenerPtr> &listeners)
{
    QSet<ListenerKey> held;
    for (const ListenerPtr &listener : listeners)
        held.insert(withoutOwner(listener->key));
    m_ports.removeIf([&held](const auto &entry) { return !held.contains(entry.key()); });
}

} // namespace portolan
