// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/answer_json.h"

#include "report/json_fields.h"

#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>

namespace portolan {

namespace {

/// The value out of 0..last that has this id.
template <class Value, class IdOf>
std::optional<Value> valueOf(const QJsonValue &id, Value last, IdOf idOf)
{
    for (int i = 0; i <= static_cast<int>(last); ++i) {
        if (id.toString() == idOf(static_cast<Value>(i)))
            return static_cast<Value>(i);
    }
    return std::nullopt;
}

QString bounded(const QJsonValue &value, qsizetype maximum = PortAnswer::maximumText)
{
    return value.toString().left(maximum);
}

QJsonValue certificateToJson(const std::optional<CertificateFacts> &certificate)
{
    if (!certificate)
        return {};
    return QJsonObject { { QStringLiteral("subject"), json::textOrNull(certificate->subject) },
                         { QStringLiteral("issuer"), json::textOrNull(certificate->issuer) },
                         { QStringLiteral("names"), QJsonArray::fromStringList(certificate->names) },
                         { QStringLiteral("nameCount"), static_cast<qint64>(certificate->nameCount) },
                         { QStringLiteral("validFrom"), json::timeOrNull(certificate->validFrom) },
                         { QStringLiteral("validUntil"), json::timeOrNull(certificate->validUntil) },
                         { QStringLiteral("selfSigned"), certificate->selfSigned },
                         { QStringLiteral("chainLength"), static_cast<qint64>(certificate->chainLength) } };
}

std::optional<CertificateFacts> certificateFromJson(const QJsonValue &value)
{
    if (!value.isObject())
        return std::nullopt;
    CertificateFacts facts;
    facts.subject = bounded(value[QLatin1String("subject")]);
    facts.issuer = bounded(value[QLatin1String("issuer")]);
    for (const QJsonValue name : value[QLatin1String("names")].toArray()) {
        if (facts.names.size() < CertificateFacts::maximumNames)
            facts.names += bounded(name);
    }
    facts.nameCount = std::max<qsizetype>(facts.names.size(), json::number<quint16>(value[QLatin1String("nameCount")]).value_or(0));
    facts.validFrom = json::time(value[QLatin1String("validFrom")]);
    facts.validUntil = json::time(value[QLatin1String("validUntil")]);
    facts.selfSigned = value[QLatin1String("selfSigned")].toBool();
    facts.chainLength = json::number<quint16>(value[QLatin1String("chainLength")]).value_or(0);
    return facts;
}

QJsonValue tlsToJson(const std::optional<TlsFacts> &tls)
{
    if (!tls)
        return {};
    return QJsonObject { { QStringLiteral("version"), json::textOrNull(tls->version) },
                         { QStringLiteral("alpn"), json::textOrNull(tls->alpn) },
                         { QStringLiteral("certificate"), certificateToJson(tls->certificate) } };
}

std::optional<TlsFacts> tlsFromJson(const QJsonValue &value)
{
    if (!value.isObject())
        return std::nullopt;
    return TlsFacts { bounded(value[QLatin1String("version")]), bounded(value[QLatin1String("alpn")]),
                      certificateFromJson(value[QLatin1String("certificate")]) };
}

} // namespace

QJsonValue answerToJson(const PortAnswerPtr &answer)
{
    if (!answer)
        return {};
    return QJsonObject {
        { QStringLiteral("outcome"), QString(askOutcomeId(answer->outcome)) },
        { QStringLiteral("text"), answerText(*answer) },
        { QStringLiteral("caution"), answer->caution == AskCaution::None ? QJsonValue() : QJsonValue(QString(askCautionId(answer->caution))) },
        { QStringLiteral("protocol"), answer->protocol ? QJsonValue(QString(portProtocolId(*answer->protocol))) : QJsonValue() },
        { QStringLiteral("protocolName"), answer->protocol ? QJsonValue(QString(portProtocolName(*answer->protocol))) : QJsonValue() },
        { QStringLiteral("product"), json::textOrNull(answer->product) },
        { QStringLiteral("title"), json::textOrNull(answer->title) },
        { QStringLiteral("quote"), json::textOrNull(answer->quote) },
        { QStringLiteral("question"), answer->question ? QJsonValue(QString(portQuestionId(*answer->question))) : QJsonValue() },
        { QStringLiteral("tls"), tlsToJson(answer->tls) },
        { QStringLiteral("transport"), QString(QLatin1String(transportName(answer->transport))) },
        { QStringLiteral("port"), answer->port },
        { QStringLiteral("address"), answer->address.toString() },
        { QStringLiteral("scope"), json::textOrNull(answer->scope) },
        { QStringLiteral("askedAt"), json::timeOrNull(answer->askedAt) },
        { QStringLiteral("milliseconds"), static_cast<qint64>(answer->took.count()) },
    };
}

PortAnswerPtr answerFromJson(const QJsonValue &value)
{
    const auto outcome = valueOf(value[QLatin1String("outcome")], AskOutcome::Cancelled, askOutcomeId);
    const auto port = json::number<quint16>(value[QLatin1String("port")]);
    const auto address = IpAddress::parse(value[QLatin1String("address")].toString());
    const QString transport = value[QLatin1String("transport")].toString();
    if (!outcome || !port || !address || (transport != QLatin1String("tcp") && transport != QLatin1String("udp")))
        return nullptr;
    auto answer = std::make_shared<PortAnswer>();
    answer->outcome = *outcome;
    answer->caution = valueOf(value[QLatin1String("caution")], AskCaution::Machinery, askCautionId).value_or(AskCaution::None);
    answer->transport = transport == QLatin1String("tcp") ? Transport::Tcp : Transport::Udp;
    answer->port = *port;
    answer->address = *address;
    answer->scope = bounded(value[QLatin1String("scope")]);
    answer->askedAt = json::time(value[QLatin1String("askedAt")]);
    answer->took = std::chrono::milliseconds(json::number<quint32>(value[QLatin1String("milliseconds")]).value_or(0));
    answer->question = valueOf(value[QLatin1String("question")], lastPortQuestion, portQuestionId);
    // Every byte may be written as an escape of four characters.
    answer->quote = bounded(value[QLatin1String("quote")], 4 * PortAnswer::maximumQuote);
    answer->tls = tlsFromJson(value[QLatin1String("tls")]);
    answer->product = bounded(value[QLatin1String("product")]);
    answer->title = bounded(value[QLatin1String("title")]);
    if (*outcome == AskOutcome::Answered) {
        answer->protocol = portProtocolFromId(value[QLatin1String("protocol")].toString());
        // A protocol of another version: what can be said is that it answered.
        if (!answer->protocol && !answer->tls)
            answer->outcome = AskOutcome::Unknown;
    }
    return answer;
}

} // namespace portolan
