// SPDX-License-Identifier: GPL-3.0-or-later
#include "packages/octal_escapes.h"

#include <algorithm>

namespace portolan {

QByteArray decodeOctalEscapes(QByteArrayView name)
{
    const auto isOctal = [](char c) { return c >= '0' && c <= '7'; };
    QByteArray result;
    for (qsizetype i = 0; i < name.size(); ++i) {
        if (name[i] == '\\' && i + 3 < name.size() && std::ranges::all_of(name.sliced(i + 1, 3), isOctal)) {
            result += static_cast<char>((name[i + 1] - '0') * 64 + (name[i + 2] - '0') * 8 + (name[i + 3] - '0'));
            i += 3;
        } else {
            result += name[i];
        }
    }
    return result;
}

} // namespace portolan
