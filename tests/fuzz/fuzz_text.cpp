// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/text.h"

#include <QStringList>

#include <cstdlib>

using namespace portolan;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArrayView bytes(data, static_cast<qsizetype>(size));
    const QString decoded = text::fromKernel(bytes);
    if (text::toKernel(decoded) != bytes)
        std::abort();
    const QString shown = text::visible(decoded);
    if (text::visible(shown) != shown)
        std::abort();
    for (const qsizetype maximum : { 0, 1, 2, 17 }) {
        if (text::visible(decoded, maximum).size() > maximum)
            std::abort();
    }
    if (text::shellQuoted(QStringList { decoded }).contains(QLatin1Char('\n')))
        std::abort();
    return 0;
}
