// SPDX-License-Identifier: GPL-3.0-or-later
#include "filter/filter_tokenizer.h"

#include <algorithm>

namespace portolan {

namespace {

bool isAsciiLetter(QChar character)
{
    const char16_t lower = character.unicode() | 0x20;
    return lower >= u'a' && lower <= u'z';
}

/// Length of the key including its colon; 0 when there is none.
qsizetype keyLength(const QString &text, qsizetype from)
{
    qsizetype end = from;
    while (end < text.size() && isAsciiLetter(text[end]))
        ++end;
    return end > from && end < text.size() && text[end] == QLatin1Char(':') ? end - from + 1 : 0;
}

void readValue(const QString &text, qsizetype &position, FilterToken &token)
{
    bool inQuotes = false;
    qsizetype quoteAt = 0;
    while (position < text.size() && (inQuotes || !text[position].isSpace())) {
        const QChar character = text[position];
        if (character == QLatin1Char('"')) {
            inQuotes = !inQuotes;
            quoteAt = position;
            token.quoted = true;
        } else if (inQuotes && character == QLatin1Char('\\') && position + 1 < text.size()
                   && (text[position + 1] == QLatin1Char('"') || text[position + 1] == QLatin1Char('\\'))) {
            ++position;
            token.value += text[position];
        } else {
            token.value += character;
        }
        ++position;
    }
    if (inQuotes)
        token.openQuote = quoteAt;
}

} // namespace

QList<FilterToken> tokenizeFilter(const QString &text)
{
    QList<FilterToken> tokens;
    qsizetype position = 0;
    while (position < text.size()) {
        if (text[position].isSpace()) {
            ++position;
            continue;
        }
        FilterToken token;
        token.position = position;
        if (text[position] == QLatin1Char('-')) {
            token.negated = true;
            ++position;
        }
        if (const qsizetype length = keyLength(text, position); length > 0) {
            token.key = text.mid(position, length - 1);
            position += length;
        }
        token.valuePosition = position;
        readValue(text, position, token);
        token.valueLength = position - token.valuePosition;
        token.length = position - token.position;
        tokens += token;
    }
    return tokens;
}

} // namespace portolan
