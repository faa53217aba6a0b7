// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitor/connection_source.h"

#include <QHash>

#include <chrono>
#include <optional>

namespace portolan::platform {

/// Tells what went through a listener's connections between one look and the next.
class TrafficMeter
{
public:
    using Clock = std::chrono::steady_clock;
    /// Looks that follow each other faster get the traffic told before: over so little time, a single
    /// packet would look like a flood.
    static constexpr std::chrono::milliseconds shortest { 200 };

    /// `traffic` is what went through each connection so far, by the socket's cookie. Fills in the sample
    /// where the same listener was looked at before.
    void measure(const ListenerKey &listener, const QHash<quint64, Traffic> &traffic, ConnectionSample &sample,
                 Clock::time_point now = Clock::now());
    /// There is nothing to compare the next look with.
    void forget() { m_known = false; }

private:
    bool m_known = false;
    ListenerKey m_listener;
    QHash<quint64, Traffic> m_before;
    Clock::time_point m_at;
    std::optional<Traffic> m_told;
    std::chrono::milliseconds m_toldTime { 0 };
};

} // namespace portolan::platform
