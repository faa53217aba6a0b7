// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/linux/traffic_meter.h"

#include <algorithm>

namespace portolan::platform {

void TrafficMeter::measure(const ListenerKey &listener, const QHash<quint64, Traffic> &traffic, ConnectionSample &sample,
                           Clock::time_point now)
{
    const bool isSame = m_known && m_listener == listener;
    if (isSame && now - m_at < shortest) {
        sample.traffic = m_told;
        sample.trafficTime = m_toldTime;
        return;
    }
    m_told.reset();
    if (isSame) {
        Traffic since;
        for (auto socket = traffic.cbegin(); socket != traffic.cend(); ++socket) {
            // A connection that was not there before carried all of it since then.
            const Traffic before = m_before.value(socket.key());
            since.received += socket->received - std::min(before.received, socket->received);
            since.sent += socket->sent - std::min(before.sent, socket->sent);
        }
        m_told = since;
        m_toldTime = std::chrono::duration_cast<std::chrono::milliseconds>(now - m_at);
        sample.traffic = m_told;
        sample.trafficTime = m_toldTime;
    }
    m_known = true;
    m_listener = listener;
    m_before = traffic;
    m_at = now;
}

} // namespace portolan::platform
