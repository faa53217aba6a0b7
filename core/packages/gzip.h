// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <optional>

namespace portolan {

/// The content of a gzip file, RFC 1952. nullopt when it is not whole, its checksum is wrong, or it is
/// longer than `maximum`.
[[nodiscard]] std::optional<QByteArray> gunzip(QByteArrayView file, qsizetype maximum);

} // namespace portolan
