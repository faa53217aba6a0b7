// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/registry_query.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace portolan {

namespace {

bool isDigits(QStringView text)
{
    return !text.isEmpty() && std::all_of(text.cbegin(), text.cend(), [](QChar c) {
        return c >= QLatin1Char('0') && c <= QLatin1Char('9');
    });
}

std::optional<RegistryTransport> transportNamed(QStringView word)
{
    if (word == QLatin1String("tcp"))
        return RegistryTransport::Tcp;
    if (word == QLatin1String("udp"))
        return RegistryTransport::Udp;
    if (word == QLatin1String("sctp"))
        return RegistryTransport::Sctp;
    if (word == QLatin1String("dccp"))
        return RegistryTransport::Dccp;
    return std::nullopt;
}

QString noSuchPort(QStringView number)
{
    return QCoreApplication::translate("RegistryQuery", "There is no port %1: ports go from 0 to 65535.")
        .arg(number.size() > 20 ? number.left(20).toString() + QStringLiteral("…") : number.toString());
}

/// nullopt when the digits are no port.
std::optional<quint16> portOf(QStringView digits)
{
    bool ok = false;
    const uint value = digits.toUInt(&ok);
    if (!ok || value > 65535)
        return std::nullopt;
    return static_cast<quint16>(value);
}

/// "3100-3200" with a hyphen or an en dash; false when the word has another form.
bool readRange(QStringView word, RegistryQuery::Term *term, QString *problem)
{
    const auto dash = std::find_if(word.cbegin(), word.cend(), [](QChar c) {
        return c == QLatin1Char('-') || c == QChar(0x2013);
    });
    if (dash == word.cend())
        return false;
    const QStringView left = word.left(dash - word.cbegin());
    const QStringView right = word.mid(dash - word.cbegin() + 1);
    if (!isDigits(left) || (!right.isEmpty() && !isDigits(right)))
        return false;
    const std::optional<quint16> from = portOf(left);
    // "3100-" is a range that is still being typed.
    const std::optional<quint16> to = right.isEmpty() ? from : portOf(right);
    if (!from || !to) {
        *problem = noSuchPort(from ? right : left);
        return true;
    }
    term->from = std::min(*from, *to);
    term->to = std::max(*from, *to);
    if (term->from == term->to)
        term->word = QString::number(*term->from);
    return true;
}

} // namespace

RegistryQuery RegistryQuery::parse(const QString &text)
{
    RegistryQuery query;
    const QStringList words = text.left(maximumLength).toCaseFolded().simplified().split(QLatin1Char(' '),
                                                                                        Qt::SkipEmptyParts);
    for (const QString &typed : words) {
        QString word = typed;
        if (const qsizetype slash = word.lastIndexOf(QLatin1Char('/')); slash > 0) {
            if (const auto transport = transportNamed(QStringView(word).mid(slash + 1))) {
                query.transport = transport;
                word.truncate(slash);
            }
        }
        if (const auto transport = transportNamed(word); transport && words.size() > 1) {
            query.transport = transport;
            continue;
        }
        if (query.terms.size() == maximumTerms)
            continue;
        Term term;
        if (!readRange(word, &term, &query.problem)) {
            term.word = word;
            if (isDigits(word)) {
                term.from = term.to = portOf(word);
                if (!term.from)
                    query.problem = noSuchPort(word);
            }
        }
        if (!term.word.isEmpty() || term.from)
            query.terms.append(term);
    }
    return query;
}

std::optional<quint16> RegistryQuery::singlePort() const
{
    return terms.size() == 1 && terms.first().from && terms.first().from == terms.first().to ? terms.first().from
                                                                                          : std::nullopt;
}

} // namespace portolan
