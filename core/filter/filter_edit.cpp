// SPDX-License-Identifier: GPL-3.0-or-later
#include "filter/filter_edit.h"

#include "filter/filter_tokenizer.h"

#include <algorithm>

namespace portolan {

QString filterTerm(const QString &key, const QString &value)
{
    const bool plain = !value.isEmpty() && std::ranges::none_of(value, [](QChar character) {
        return character.isSpace() || character == QLatin1Char('"');
    });
    if (plain)
        return key + QLatin1Char(':') + value;
    QString quoted = value;
    quoted.replace(QLatin1Char('\\'), QLatin1String("\\\\")).replace(QLatin1Char('"'), QLatin1String("\\\""));
    return key + QLatin1String(":\"") + quoted + QLatin1Char('"');
}

QString withFilterTerm(const QString &text, const QString &key, const QString &value)
{
    QStringList terms;
    for (const FilterToken &token : tokenizeFilter(text)) {
        if (token.negated || token.key.compare(key, Qt::CaseInsensitive) != 0)
            terms.append(text.mid(token.position, token.length));
    }
    if (!value.isNull())
        terms.append(filterTerm(key, value));
    return terms.join(QLatin1Char(' '));
}

} // namespace portolan
