// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/registry_filter.h"

#include <QStringList>

namespace portolan {

namespace {

constexpr PortRange allRanges[] { PortRange::System, PortRange::Registered, PortRange::Dynamic };
const QLatin1String markKey("mark:");
const QLatin1String rangeKey("range:");
const QLatin1String transportKey("transport:");
const QLatin1String listeningWord("listening");

} // namespace

QString RegistryFilter::toText() const
{
    QStringList parts;
    if (mark)
        parts.append(markKey + markName(*mark));
    if (range)
        parts.append(rangeKey + portRangeName(*range));
    if (transport)
        parts.append(transportKey + registryTransportName(*transport));
    if (listening)
        parts.append(listeningWord);
    return parts.join(QLatin1Char(' '));
}

RegistryFilter RegistryFilter::fromText(QStringView text)
{
    RegistryFilter filter;
    for (const QStringView part : text.split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
        if (part.startsWith(markKey))
            filter.mark = markFromName(part.sliced(markKey.size()));
        else if (part.startsWith(transportKey) && part.size() > transportKey.size())
            filter.transport = registryTransportFromName(part.sliced(transportKey.size()));
        else if (part == listeningWord)
            filter.listening = true;
        for (const PortRange range : allRanges) {
            if (part.startsWith(rangeKey) && part.sliced(rangeKey.size()) == portRangeName(range))
                filter.range = range;
        }
    }
    return filter;
}

} // namespace portolan
