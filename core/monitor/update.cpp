// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitor/update.h"

#include <algorithm>

namespace portolan {

AssessmentPtr Update::assessmentOf(const ListenerKey &key) const
{
    const QList<ListenerPtr> &listeners = snapshot->listeners;
    const auto found = std::ranges::lower_bound(listeners, key, {}, [](const ListenerPtr &listener) -> const ListenerKey & {
        return listener->key;
    });
    if (found == listeners.end() || !((*found)->key == key))
        return nullptr;
    return assessments.at(std::distance(listeners.begin(), found));
}

} // namespace portolan
