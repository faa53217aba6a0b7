// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/port_listeners.h"

#include <algorithm>

namespace portolan {

PortListeners::PortListeners(const Update &update)
{
    if (!update.snapshot)
        return;
    const QList<ListenerPtr> &listeners = update.snapshot->listeners;
    m_byPort.reserve(listeners.size());
    m_ports.reserve(listeners.size());
    for (qsizetype i = 0; i < listeners.size(); ++i) {
        QList<Entry> &entries = m_byPort[listeners[i]->port()];
        if (entries.isEmpty())
            m_ports.append(listeners[i]->port());
        entries.append({ listeners[i], update.assessments.value(i) });
    }
    for (QList<Entry> &entries : m_byPort) {
        if (entries.size() < 2)
            continue;
        std::stable_sort(entries.begin(), entries.end(), [](const Entry &a, const Entry &b) {
            return a.assessment && b.assessment && a.assessment->verdict > b.assessment->verdict;
        });
    }
    std::sort(m_ports.begin(), m_ports.end());
}

std::optional<quint16> PortListeners::next(quint16 port) const
{
    if (m_ports.isEmpty())
        return std::nullopt;
    const auto above = std::upper_bound(m_ports.cbegin(), m_ports.cend(), port);
    return above == m_ports.cend() ? m_ports.first() : *above;
}

std::optional<quint16> PortListeners::previous(quint16 port) const
{
    if (m_ports.isEmpty())
        return std::nullopt;
    const auto notBelow = std::lower_bound(m_ports.cbegin(), m_ports.cend(), port);
    return notBelow == m_ports.cbegin() ? m_ports.last() : *(notBelow - 1);
}

} // namespace portolan
