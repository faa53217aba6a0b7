// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "snapshot/listener_key.h"

#include <QDateTime>
#include <QHash>
#include <QList>

#include <chrono>
#include <optional>

namespace portolan {

/// How many connections a listener had at one time, and what went through them.
struct ConnectionCount
{
    QDateTime at;
    int toListener = 0;
    /// Bytes in a second, on average since the time before; nullopt where it is not known.
    std::optional<double> received {};
    std::optional<double> sent {};

    friend bool operator==(const ConnectionCount &, const ConnectionCount &) = default;
};

/// The last minutes of connection counts of every listener that was looked at, oldest first.
class ConnectionHistory
{
public:
    static constexpr std::chrono::minutes kept { 10 };

    /// Drops what is older than `kept` before `count.at`, also of other listeners.
    void add(const ListenerKey &listener, const ConnectionCount &count);
    [[nodiscard]] QList<ConnectionCount> of(const ListenerKey &listener) const { return m_counts.value(listener); }

private:
    QHash<ListenerKey, QList<ConnectionCount>> m_counts;
};

} // namespace portolan
