// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitor/update.h"

#include <QHash>
#include <QList>
#include <QSet>

namespace portolan {

/// The listeners of one update by port, for views that are about ports. A value.
class PortListeners
{
public:
    struct Entry
    {
        ListenerPtr listener;
        AssessmentPtr assessment;
    };

    PortListeners() = default;
    explicit PortListeners(const Update &update);

    /// All that listen on the port, what deserves a look first; empty when nothing does.
    [[nodiscard]] QList<Entry> at(quint16 port) const { return m_byPort.value(port); }
    [[nodiscard]] bool contains(quint16 port) const { return m_byPort.contains(port); }
    /// In ascending order, without duplicates.
    [[nodiscard]] const QList<quint16> &ports() const { return m_ports; }
    [[nodiscard]] QSet<quint16> portSet() const { return { m_ports.cbegin(), m_ports.cend() }; }
    /// The nearest port above or below on which something listens, going round at the ends;
    /// nullopt when nothing listens at all.
    [[nodiscard]] std::optional<quint16> next(quint16 port) const;
    [[nodiscard]] std::optional<quint16> previous(quint16 port) const;

private:
    QHash<quint16, QList<Entry>> m_byPort;
    QList<quint16> m_ports;
};

} // namespace portolan
