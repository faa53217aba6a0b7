// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/json_fields.h"

#include <QJsonArray>

#include <algorithm>
#include <cmath>
#include <limits>

namespace portolan::json {

namespace {

/// Integers beyond this are not exact in JSON (RFC 8259, section 6).
constexpr double largestExactInteger = 9007199254740991.0;

} // namespace

QJsonValue textOrNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}

QJsonValue timeOrNull(const QDateTime &time)
{
    return time.isValid() ? QJsonValue(time.toUTC().toString(Qt::ISODateWithMs)) : QJsonValue();
}

QJsonValue pidOrNull(qint32 pid)
{
    return pid == 0 ? QJsonValue() : QJsonValue(pid);
}

template<class Number>
std::optional<Number> number(const QJsonValue &value)
{
    const double real = value.toDouble(-1);
    const double largest = std::min(static_cast<double>(std::numeric_limits<Number>::max()), largestExactInteger);
    if (!value.isDouble() || real < 0 || real > largest || std::floor(real) != real)
        return std::nullopt;
    return static_cast<Number>(real);
}

template std::optional<quint16> number(const QJsonValue &);
template std::optional<qint32> number(const QJsonValue &);
template std::optional<quint32> number(const QJsonValue &);
template std::optional<quint64> number(const QJsonValue &);

QDateTime time(const QJsonValue &value)
{
    const QDateTime time = QDateTime::fromString(value.toString(), Qt::ISODateWithMs);
    return time.isValid() ? time.toUTC() : QDateTime();
}

QStringList strings(const QJsonValue &value)
{
    QStringList result;
    for (const QJsonValue item : value.toArray())
        result += item.toString();
    return result;
}

} // namespace portolan::json
