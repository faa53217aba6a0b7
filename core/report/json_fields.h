// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QJsonValue>
#include <QString>
#include <QStringList>

#include <optional>

/// Single fields of the snapshot format, written and read. What is missing is null or absent.
namespace portolan::json {

[[nodiscard]] QJsonValue textOrNull(const QString &text);
/// RFC 3339 with milliseconds; null when invalid.
[[nodiscard]] QJsonValue timeOrNull(const QDateTime &time);
/// 0 is no process's: a snapshot that was read did not tell it.
[[nodiscard]] QJsonValue pidOrNull(qint32 pid);

/// Whole, not negative and exact; nullopt for everything else.
template<class Number>
[[nodiscard]] std::optional<Number> number(const QJsonValue &value);
[[nodiscard]] QDateTime time(const QJsonValue &value);
[[nodiscard]] QStringList strings(const QJsonValue &value);

extern template std::optional<quint16> number(const QJsonValue &);
extern template std::optional<qint32> number(const QJsonValue &);
extern template std::optional<quint32> number(const QJsonValue &);
extern template std::optional<quint64> number(const QJsonValue &);

} // namespace portolan::json
