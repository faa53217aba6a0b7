// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/endpoint.h"

namespace portolan {

Exposure exposureOf(const Endpoint &endpoint)
{
    if (endpoint.address.isLoopback() || endpoint.scope == QLatin1String("lo"))
        return Exposure::Loopback;
    if (!endpoint.networkNamespace.isEmpty())
        return Exposure::Container;
    if (!endpoint.scope.isEmpty() || endpoint.address.isLinkLocal() || endpoint.address.isLinkLocalMulticast())
        return Exposure::Link;
    return Exposure::Everywhere;
}

QLatin1String exposureName(Exposure exposure)
{
    switch (exposure) {
    case Exposure::Loopback:
        return QLatin1String("loopback");
    case Exposure::Link:
        return QLatin1String("link");
    case Exposure::Container:
        return QLatin1String("container");
    case Exposure::Everywhere:
        return QLatin1String("everywhere");
    }
    Q_UNREACHABLE();
}

} // namespace portolan
