// SPDX-License-Identifier: GPL-3.0-or-later
#include "probe/question_marks.h"
#include "probe/recognition.h"
#include "probe/wire_bytes.h"

namespace portolan::recognisers {

namespace {

using wire::big;
using wire::firstLine;
using wire::little;

/// The rest of the line that begins with `key`.
QByteArrayView lineAfter(QByteArrayView bytes, QByteArrayView key)
{
    const qsizetype at = bytes.indexOf(key);
    if (at < 0)
        return {};
    const QByteArrayView rest = bytes.sliced(at + key.size());
    return firstLine(rest).value_or(QByteArrayView());
}

MaybeRecognition redis(QByteArrayView bytes)
{
    const bool pong = bytes.startsWith("+PONG\r\n");
    if (!pong && !bytes.startsWith("-NOAUTH ") && !bytes.startsWith("-NOPERM ") && !bytes.startsWith("-DENIED ") && !bytes.startsWith("-LOADING "))
        return std::nullopt;
    Recognition found { .protocol = PortProtocol::Redis };
    if (const QByteArrayView version = lineAfter(bytes, "redis_version:"); !version.isEmpty())
        found.product = boundedText("Redis " + version.toByteArray());
    found.mayGrow = pong && found.product.isEmpty();
    return found;
}

/// ErrorResponse: 'E', length, then fields of a letter and a text with a zero after it.
MaybeRecognition postgreSql(QByteArrayView bytes)
{
    const auto length = big<quint32>(bytes, 1);
    if (!length || bytes[0] != 'E' || *length < 12 || *length > 8192 || bytes.size() < static_cast<qsizetype>(*length) + 1)
        return std::nullopt;
    QByteArrayView fields = bytes.sliced(5, *length - 4);
    bool severity = false;
    bool code = false;
    while (!fields.isEmpty() && fields[0] != '\0') {
        const qsizetype end = fields.indexOf('\0');
        if (end < 0)
            return std::nullopt;
        const QByteArrayView value = fields.sliced(1, end - 1);
        severity |= fields[0] == 'S' && !value.isEmpty();
        code |= fields[0] == 'C' && value.size() == 5;
        fields = fields.sliced(end + 1);
    }
    if (!severity || !code)
        return std::nullopt;
    return Recognition { .protocol = PortProtocol::PostgreSql };
}

MaybeRecognition mongoDb(QByteArrayView bytes)
{
    constexpr quint32 opReply = 1;
    constexpr quint32 opMsg = 2013;
    const auto length = little<quint32>(bytes, 0);
    const auto answered = little<quint32>(bytes, 8);
    const auto code = little<quint32>(bytes, 12);
    if (!code || *length < 26 || *answered != marks::request || (*code != opMsg && *code != opReply))
        return std::nullopt;
    return Recognition { .protocol = PortProtocol::MongoDb };
}

/// A frame of the native protocol: an answer's version, our stream, and SUPPORTED or ERROR.
MaybeRecognition cassandra(QByteArrayView bytes)
{
    const auto stream = big<quint16>(bytes, 2);
    if (!stream || bytes.size() < 9 || (static_cast<quint8>(bytes[0]) & 0xf0) != 0x80)
        return std::nullopt;
    const bool supported = bytes[4] == 6 && *stream == marks::cassandraStream && bytes.indexOf("CQL_VERSION") > 0;
    const bool error = bytes[4] == 0 && bytes.indexOf("protocol version") > 0;
    if (!supported && !error)
        return std::nullopt;
    return Recognition { .protocol = PortProtocol::Cassandra };
}

/// An answer in TDS whose first option is the version, at the offset it names.
MaybeRecognition msSql(QByteArrayView bytes)
{
    const auto length = big<quint16>(bytes, 2);
    if (!length || bytes[0] != 4 || bytes[1] != 1 || bytes.size() < *length || *length < 8 + 6)
        return std::nullopt;
    const QByteArrayView options = bytes.sliced(8);
    const auto offset = big<quint16>(options, 1);
    const auto size = big<quint16>(options, 3);
    if (!size || options[0] != 0 || *size != 6 || options.size() < *offset + 6)
        return std::nullopt;
    const auto build = big<quint16>(options, *offset + 2);
    return Recognition { .protocol = PortProtocol::MsSql,
                         .product = QStringLiteral("%1.%2.%3")
                                        .arg(static_cast<quint8>(options[*offset]))
                                        .arg(static_cast<quint8>(options[*offset + 1]))
                                        .arg(*build) };
}

/// What answers "version".
MaybeRecognition versionLine(QByteArrayView bytes)
{
    const auto line = firstLine(bytes, 128);
    if (!line)
        return std::nullopt;
    if (line->startsWith("VERSION ") && line->size() < 64)
        return Recognition { .protocol = PortProtocol::Memcached, .product = boundedText("memcached " + line->sliced(8).toByteArray()) };
    if (line->startsWith("OK ") && line->size() > 3 && line->at(3) >= '0' && line->at(3) <= '9' && line->size() < 32)
        return Recognition { .protocol = PortProtocol::Gearman, .product = boundedText("Gearman " + line->sliced(3).toByteArray()) };
    return std::nullopt;
}

} // namespace

MaybeRecognition dataStore(PortQuestion question, QByteArrayView bytes)
{
    switch (question) {
    case PortQuestion::RedisPing:
        return redis(bytes);
    case PortQuestion::PostgreSqlStartup:
        return postgreSql(bytes);
    case PortQuestion::MongoDbHello:
        return mongoDb(bytes);
    case PortQuestion::CassandraOptions:
        return cassandra(bytes);
    case PortQuestion::MsSqlPrelogin:
        return msSql(bytes);
    case PortQuestion::VersionLine:
        return versionLine(bytes);
    default:
        return std::nullopt;
    }
}

} // namespace portolan::recognisers
