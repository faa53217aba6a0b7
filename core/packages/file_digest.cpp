// SPDX-License-Identifier: GPL-3.0-or-later
#include "packages/file_digest.h"

#include <algorithm>

namespace portolan {

std::optional<FileDigest> digestFromHex(QCryptographicHash::Algorithm algorithm, QByteArrayView digits)
{
    const bool isHex = std::ranges::all_of(digits, [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
    });
    if (!isHex || digits.size() != 2 * QCryptographicHash::hashLength(algorithm))
        return std::nullopt;
    return FileDigest { algorithm, QByteArray::fromHex(digits.toByteArray()) };
}

} // namespace portolan
