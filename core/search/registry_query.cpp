// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/registry_query.h"

#include "net/port_text.h"

#include <QCoreApplication>

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

/// What follows the slash: true when it is made of transports only, as in "tcp" or "tcp/udp".
bool areTransports(QStringView text)
{
    const QList<QStringView> names = text.split(QLatin1Char('/'));
    return std::all_of(names.cbegin(), names.cend(), [](QStringView name) { return transportNamed(name).has_value(); });
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
bool readRange(QStringView word, RegistryQuery::Term *term, QString *remark)
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
        *remark = noSuchPort(from ? right : left);
        return true;
    }
    term->from = std::min(*from, *to);
    term->to = std::max(*from, *to);
    if (term->from == term->to)
        term->word = QString::number(*term->from);
    return true;
}

/// A term from one word; false when nothing of it can be looked for.
bool readTerm(const QString &word, RegistryQuery::Term *term, QString *remark)
{
    if (readRange(word, term, remark))
        return term->from.has_value();
    term->word = word;
    const PortText text = PortText::read(word);
    if (text.transport && !std::all_of(text.transport->cbegin(), text.transport->cend(), [](QChar c) { return c.isLetter(); }))
        return true;
    if (text.transport && text.form != PortText::Form::NoNumber) {
        // The transports the registry knows were taken off before; an empty one is still being typed.
        term->word = text.number;
        if (!text.transport->isEmpty()) {
            *remark = QCoreApplication::translate("RegistryQuery", "The registry knows tcp, udp, sctp and dccp, not “%1”.")
                          .arg(text.transport->left(20));
        }
    }
    switch (text.form) {
    case PortText::Form::Decimal:
        term->from = term->to = text.port;
        break;
    case PortText::Form::Hexadecimal:
        term->from = term->to = text.port;
        if (text.port) {
            term->word = QString::number(*text.port);
            *remark = QCoreApplication::translate("RegistryQuery", "%1 is port %2 in decimal.").arg(text.number, term->word);
        }
        break;
    case PortText::Form::OtherDigits:
        term->from = term->to = text.port;
        if (text.port)
            term->word = QString::number(*text.port);
        break;
    case PortText::Form::Negative:
        break;
    case PortText::Form::NoNumber:
        return true;
    }
    if (!text.port)
        *remark = noSuchPort(text.number);
    return true;
}

} // namespace

RegistryQuery RegistryQuery::parse(const QString &text)
{
    RegistryQuery query;
    // Compatibility forms become the common ones: full-width digits and letters, ligatures.
    const QStringList words = text.left(maximumLength).normalized(QString::NormalizationForm_KC).toCaseFolded()
                                  .simplified().split(QLatin1Char(' '), Qt::SkipEmptyParts);
    for (const QString &typed : words) {
        QString word = typed;
        const qsizetype slash = word.indexOf(QLatin1Char('/'));
        if (slash > 0 && areTransports(QStringView(word).sliced(slash + 1))) {
            const QString transports = word.sliced(slash + 1);
            word.truncate(slash);
            query.transport = transportNamed(transports);
            if (!query.transport) {
                query.remark = QCoreApplication::translate("RegistryQuery", "One transport can follow a port: %1/tcp or %1/udp.")
                                   .arg(word.left(20));
            }
        }
        if (const auto transport = transportNamed(word); transport && words.size() > 1) {
            query.transport = transport;
            continue;
        }
        if (query.terms.size() == maximumTerms)
            continue;
        Term term;
        if (readTerm(word, &term, &query.remark))
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
