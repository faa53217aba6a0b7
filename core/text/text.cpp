// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/text.h"

#include <QChar>
#include <QStringList>

#include <algorithm>

namespace portolan::text {

namespace {

constexpr char hexDigits[] = "0123456789abcdef";

int hexValue(char32_t character)
{
    if (character >= U'0' && character <= U'9')
        return static_cast<int>(character - U'0');
    if (character >= U'a' && character <= U'f')
        return static_cast<int>(character - U'a') + 10;
    if (character >= U'A' && character <= U'F')
        return static_cast<int>(character - U'A') + 10;
    return -1;
}

void appendByteEscape(QString &out, quint8 byte)
{
    out += QLatin1String("\\x");
    out += QLatin1Char(hexDigits[byte >> 4]);
    out += QLatin1Char(hexDigits[byte & 0x0f]);
}

quint8 byteAt(QByteArrayView bytes, qsizetype position)
{
    return static_cast<quint8>(bytes[position]);
}

bool isByteEscape(QByteArrayView bytes, qsizetype position)
{
    return position + 3 < bytes.size() && bytes[position] == '\\' && bytes[position + 1] == 'x'
        && hexValue(byteAt(bytes, position + 2)) >= 0 && hexValue(byteAt(bytes, position + 3)) >= 0;
}

struct Decoded
{
    char32_t character = 0;
    qsizetype length = 0; ///< 0: not valid UTF-8 here
};

/// One character as RFC 3629 allows it: shortest form, no surrogates, at most U+10FFFF.
Decoded decodeUtf8(QByteArrayView bytes, qsizetype position)
{
    const quint8 lead = byteAt(bytes, position);
    if (lead < 0x80)
        return { lead, 1 };
    const int length = lead >= 0xc2 && lead <= 0xdf ? 2 : lead >= 0xe0 && lead <= 0xef ? 3 : lead >= 0xf0 && lead <= 0xf4 ? 4 : 0;
    if (length == 0 || position + length > bytes.size())
        return {};
    char32_t character = length == 2 ? lead & 0x1fu : length == 3 ? lead & 0x0fu : lead & 0x07u;
    for (int i = 1; i < length; ++i) {
        const quint8 continuation = byteAt(bytes, position + i);
        if ((continuation & 0xc0) != 0x80)
            return {};
        character = (character << 6) | (continuation & 0x3fu);
    }
    const bool tooLong = (length == 3 && character < 0x800) || (length == 4 && character < 0x10000);
    if (tooLong || QChar::isSurrogate(character) || character > QChar::LastValidCodePoint)
        return {};
    return { character, length };
}

void appendCharacter(QString &out, char32_t character)
{
    if (QChar::requiresSurrogates(character)) {
        out += QChar(QChar::highSurrogate(character));
        out += QChar(QChar::lowSurrogate(character));
    } else {
        out += QChar(static_cast<char16_t>(character));
    }
}

/// Letters and marks that Unicode lists as default-ignorable: they are drawn as nothing.
bool isInvisible(char32_t character)
{
    return character == 0x034f || character == 0x115f || character == 0x1160 || character == 0x17b4
        || character == 0x17b5 || (character >= 0x180b && character <= 0x180f) || character == 0x3164
        || (character >= 0xfe00 && character <= 0xfe0f) || character == 0xffa0
        || (character >= 0xe0000 && character <= 0xe0fff);
}

void appendVisibleEscape(QString &out, char32_t character)
{
    if (character == U'\n')
        out += QLatin1String("\\n");
    else if (character == U'\r')
        out += QLatin1String("\\r");
    else if (character == U'\t')
        out += QLatin1String("\\t");
    else if (character < 0x80)
        appendByteEscape(out, static_cast<quint8>(character));
    else
        out += QLatin1String("\\u{") + QString::number(static_cast<uint>(character), 16) + QLatin1Char('}');
}

bool needsNoQuotes(QChar character)
{
    if (character.unicode() >= 0x80)
        return !character.isSpace();
    return character.isLetterOrNumber() || QLatin1String("@%+=:,./_-").contains(character);
}

} // namespace

bool mayAct(char32_t character)
{
    if (character >= 0x20 && character < 0x7f)
        return false;
    switch (QChar::category(character)) {
    case QChar::Other_Control:
    case QChar::Other_Format:
    case QChar::Other_Surrogate:
    case QChar::Other_PrivateUse:
    case QChar::Other_NotAssigned:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
        return true;
    default:
        return isInvisible(character);
    }
}

QString fromKernel(QByteArrayView bytes)
{
    QString out;
    out.reserve(bytes.size());
    qsizetype position = 0;
    while (position < bytes.size()) {
        if (isByteEscape(bytes, position)) {
            appendByteEscape(out, '\\');
            ++position;
            continue;
        }
        const Decoded decoded = decodeUtf8(bytes, position);
        if (decoded.length == 0) {
            appendByteEscape(out, byteAt(bytes, position));
            ++position;
        } else {
            appendCharacter(out, decoded.character);
            position += decoded.length;
        }
    }
    return out;
}

QByteArray toKernel(QStringView text)
{
    QByteArray out;
    out.reserve(text.size());
    qsizetype plainFrom = 0;
    qsizetype position = 0;
    while (position < text.size()) {
        const bool escape = text[position] == QLatin1Char('\\') && position + 3 < text.size()
            && text[position + 1] == QLatin1Char('x') && hexValue(text[position + 2].unicode()) >= 0
            && hexValue(text[position + 3].unicode()) >= 0;
        if (!escape) {
            ++position;
            continue;
        }
        out += text.mid(plainFrom, position - plainFrom).toUtf8();
        out += static_cast<char>(hexValue(text[position + 2].unicode()) * 16 + hexValue(text[position + 3].unicode()));
        position += 4;
        plainFrom = position;
    }
    out += text.mid(plainFrom).toUtf8();
    return out;
}

QString visible(QStringView text)
{
    QString out;
    out.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        char32_t character = text[i].unicode();
        if (text[i].isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate()) {
            character = QChar::surrogateToUcs4(text[i], text[i + 1]);
            ++i;
        }
        if (mayAct(character))
            appendVisibleEscape(out, character);
        else
            appendCharacter(out, character);
    }
    return out;
}

QString visible(QStringView text, qsizetype maximum)
{
    const QString whole = visible(text);
    if (whole.size() <= maximum)
        return whole;
    if (maximum <= 0)
        return {};
    const qsizetype kept = maximum - 1;
    qsizetype front = kept - kept / 2;
    qsizetype back = whole.size() - kept / 2;
    if (front > 0 && whole[front - 1].isHighSurrogate())
        --front;
    if (back < whole.size() && whole[back].isLowSurrogate())
        ++back;
    return whole.left(front) + QChar(0x2026) + whole.mid(back);
}

QString shellQuoted(const QStringList &arguments)
{
    QStringList quoted;
    quoted.reserve(arguments.size());
    for (const QString &argument : arguments) {
        if (!argument.isEmpty() && std::all_of(argument.cbegin(), argument.cend(), needsNoQuotes)) {
            quoted += argument;
            continue;
        }
        QString inner = argument;
        inner.replace(QLatin1Char('\''), QLatin1String("'\\''"));
        quoted += QLatin1Char('\'') + inner + QLatin1Char('\'');
    }
    return visible(quoted.join(QLatin1Char(' ')));
}

} // namespace portolan::text
