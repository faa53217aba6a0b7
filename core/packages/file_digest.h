// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QCryptographicHash>

#include <optional>

namespace portolan {

/// A checksum that a package's database keeps of a file.
struct FileDigest
{
    QCryptographicHash::Algorithm algorithm = QCryptographicHash::Md5;
    QByteArray value;

    friend bool operator==(const FileDigest &, const FileDigest &) = default;
};

/// Of hexadecimal digits; nullopt when they are not exactly those of one.
[[nodiscard]] std::optional<FileDigest> digestFromHex(QCryptographicHash::Algorithm algorithm, QByteArrayView digits);

} // namespace portolan
