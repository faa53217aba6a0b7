// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/linux/traffic_meter.h"

#include <algorithm>

namespace portolan::platform {

void TrafficMeter::measure(const ListenerKey &listener, const QHash<quint64, Traffic> &traffic, ConnectionSample &sample,
                           Clock::time_point now)
{
    if (m_known && m_listener == listener) {
        Traffic since;
        for (auto socket = traffic.cbegin(); socket != traffic.cend(); ++socket) {
            // A connection that was not there before carried all of it since then.
            const Traffic before = m_before.value(socket.key());
            since.received += socket->received - std::min(before.received, socket->received);
            since.sent += socket->sent - std::min(before.sent, socket->sent);
        }
        sample.traffic = since;
        sample.trafficTime = std::chrono::duration_cast<std::chrono::milliseconds>(now - m_at);
    }
    m_known = true;
    m_listener = listener;
    m_before = traffic;
    m_at = now;
}

} // namespace portolan::platform
