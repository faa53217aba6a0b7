// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/port_text.h"

#include <algorithm>

namespace portolan {

namespace {

bool isPlainDigits(QStringView text)
{
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

std::optional<quint16> portOf(QStringView digits, int base)
{
    bool fits = false;
    const ushort value = digits.toUShort(&fits, base);
    return fits ? std::optional(value) : std::nullopt;
}

/// The same number in plain digits; empty when there is any other character.
QString inPlainDigits(QStringView text)
{
    QString digits;
    for (const QChar c : text) {
        if (c.digitValue() < 0 || c.category() != QChar::Number_DecimalDigit)
            return {};
        digits += QChar(u'0' + c.digitValue());
    }
    return digits;
}

} // namespace

PortText PortText::read(QStringView typed)
{
    PortText result;
    const qsizetype slash = typed.indexOf(u'/');
    result.number = (slash < 0 ? typed : typed.first(slash)).toString();
    if (slash >= 0)
        result.transport = typed.sliced(slash + 1).toString().toLower();
    const QStringView number = result.number;
    if (isPlainDigits(number)) {
        result.form = Form::Decimal;
        result.port = portOf(number, 10);
    } else if (number.size() > 2 && number.startsWith(u"0x", Qt::CaseInsensitive)) {
        // toUShort() alone would take a sign or a second prefix as well.
        const bool digits = std::all_of(number.begin() + 2, number.end(), [](QChar c) {
            return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f') || (c >= u'A' && c <= u'F');
        });
        if (digits) {
            result.form = Form::Hexadecimal;
            result.port = portOf(number.sliced(2), 16);
        }
    } else if (number.size() > 1 && (number.front() == u'-' || number.front() == QChar(0x2212)) && isPlainDigits(number.sliced(1))) {
        result.form = Form::Negative;
    } else if (const QString digits = inPlainDigits(number); !digits.isEmpty()) {
        result.form = Form::OtherDigits;
        result.port = portOf(digits, 10);
    }
    return result;
}

} // namespace portolan
