// SPDX-License-Identifier: GPL-3.0-or-later
// The bytes are a type and an address of the property Listen, with a newline between them, and then the
// path of a control group.
#include "services/listen_address.h"
#include "services/unit_place.h"

#include <QStringList>

#include <cstddef>
#include <cstdint>
#include <cstdlib>

using namespace portolan;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QStringList lines = QString::fromUtf8(QByteArrayView(data, qsizetype(size))).split(u'\n');
    const auto parsed = parseListenAddress(lines.value(0), lines.value(1));
    if (parsed && (parsed->port == 0 || parsed->address.isV4Mapped()))
        std::abort();
    const auto place = unitPlace(lines.value(2));
    if (place && (place->unit.isEmpty() || place->unit.contains(u'/')))
        std::abort();
    return 0;
}
