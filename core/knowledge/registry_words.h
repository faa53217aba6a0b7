// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringView>

/// What is wrong with a registry file, and what would be right: the sentences that its readers share.
/// Translated. What is quoted from the file is cut, but not made harmless.
namespace portolan::registry_words {

[[nodiscard]] QString tooLarge(qsizetype megabytes);
[[nodiscard]] QString notUtf8();
[[nodiscard]] QString tooManyRows(qsizetype most);
[[nodiscard]] QString fieldTooLong(qsizetype most);
[[nodiscard]] QString noPort(QStringView text);
[[nodiscard]] QString noTransport(QStringView text);
[[nodiscard]] QString noDate(QStringView text);

} // namespace portolan::registry_words
