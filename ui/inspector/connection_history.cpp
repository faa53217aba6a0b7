// SPDX-License-Identifier: GPL-3.0-or-later
#include "inspector/connection_history.h"

#include <algorithm>

namespace portolan {

void ConnectionHistory::add(const ListenerKey &listener, const ConnectionCount &count)
{
    QList<ConnectionCount> &counts = m_counts[listener];
    // The wall clock may be set back; the drawing needs times that rise.
    while (!counts.isEmpty() && counts.last().at >= count.at)
        counts.removeLast();
    counts.append(count);

    const QDateTime oldest = count.at.addSecs(-std::chrono::seconds(kept).count());
    const auto firstKept = std::find_if(counts.cbegin(), counts.cend(),
                                        [&](const ConnectionCount &each) { return each.at >= oldest; });
    counts.erase(counts.cbegin(), firstKept);
    m_counts.removeIf([&](const auto &entry) { return entry.value().last().at < oldest; });
}

} // namespace portolan
