// SPDX-License-Identifier: GPL-3.0-or-later
#include "snapshot/listener.h"

#include <algorithm>

namespace portolan {

Exposure Listener::exposure() const
{
    Exposure widest = Exposure::Loopback;
    for (const Endpoint &endpoint : endpoints)
        widest = std::max(widest, exposureOf(endpoint));
    return widest;
}

} // namespace portolan
