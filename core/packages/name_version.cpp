// SPDX-License-Identifier: GPL-3.0-or-later
#include "packages/name_version.h"

namespace portolan {

NameVersion splitNameVersion(QByteArrayView text)
{
    for (qsizetype i = 1; i + 1 < text.size(); ++i) {
        if (text[i] == '-' && text[i + 1] >= '0' && text[i + 1] <= '9')
            return { text.first(i).toByteArray(), text.sliced(i + 1).toByteArray() };
    }
    return { text.toByteArray(), {} };
}

} // namespace portolan
