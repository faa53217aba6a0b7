// SPDX-License-Identifier: GPL-3.0-or-later
#include "probe/question_marks.h"
#include "probe/recognition.h"
#include "probe/wire_bytes.h"

namespace portolan::recognisers {

namespace {

using wire::big;
using wire::little;

/// A long string of AMQP's field table: the name, its type 'S', the length and the text.
QByteArrayView fieldOf(QByteArrayView table, const QByteArray &name)
{
    const QByteArray key = static_cast<char>(name.size()) + name + 'S';
    const qsizetype at = table.indexOf(key);
    const auto length = at < 0 ? std::nullopt : big<quint32>(table, at + key.size());
    if (!length || *length > 256 || table.size() - at - key.size() - 4 < static_cast<qsizetype>(*length))
        return {};
    return table.sliced(at + key.size() + 4, *length);
}

/// Connection.Start on channel 0, or the version that the server would rather speak.
MaybeRecognition amqp(QByteArrayView bytes)
{
    if (bytes.size() >= 8 && bytes.startsWith("AMQP") && static_cast<quint8>(bytes[4]) <= 3)
        return Recognition { .protocol = PortProtocol::Amqp };
    const auto method = big<quint32>(bytes, 7);
    if (!method || bytes[0] != 1 || big<quint16>(bytes, 1) != quint16 { 0 } || *method != 0x000a000a)
        return std::nullopt;
    const QByteArray product = fieldOf(bytes, "product").toByteArray();
    const QByteArray version = fieldOf(bytes, "version").toByteArray();
    return Recognition { .protocol = PortProtocol::Amqp, .product = boundedText(product + ' ' + version) };
}

/// CONNACK: refused for its version, as MQTT 3.1.1 (3.2.2.3) or 5 (3.2.2.2) says it.
MaybeRecognition mqtt(QByteArrayView bytes)
{
    if (bytes.size() < 4 || bytes[0] != 0x20 || (bytes[2] & 0xfe) != 0)
        return std::nullopt;
    const quint8 reason = static_cast<quint8>(bytes[3]);
    const bool old = bytes[1] == 2 && bytes.size() == 4 && reason <= 5;
    const bool five = bytes[1] >= 3 && bytes.size() == bytes[1] + 2 && reason >= 0x80 && reason < 0xa0;
    if (!old && !five)
        return std::nullopt;
    return Recognition { .protocol = PortProtocol::Mqtt };
}

MaybeRecognition kafka(QByteArrayView bytes)
{
    const auto length = big<quint32>(bytes, 0);
    const auto correlation = big<quint32>(bytes, 4);
    if (!correlation || *correlation != marks::request || *length < 6 || *length > 16384)
        return std::nullopt;
    return Recognition { .protocol = PortProtocol::Kafka };
}

MaybeRecognition zooKeeper(QByteArrayView bytes)
{
    constexpr QByteArrayView version("Zookeeper version: ");
    if (bytes.startsWith(version)) {
        const QByteArrayView line = wire::firstLine(bytes).value_or(version);
        return Recognition { .protocol = PortProtocol::ZooKeeper, .product = boundedText("ZooKeeper " + line.sliced(version.size()).toByteArray()) };
    }
    if (bytes.startsWith("srvr is not executed because it is not in the whitelist"))
        return Recognition { .protocol = PortProtocol::ZooKeeper };
    return std::nullopt;
}

/// The acknowledgement and the client's own address, which the server tells it.
MaybeRecognition javaRmi(QByteArrayView bytes)
{
    const auto length = big<quint16>(bytes, 1);
    if (!length || bytes[0] != 'N' || *length == 0 || *length > 255 || bytes.size() != 3 + *length + 4)
        return std::nullopt;
    for (const char character : bytes.sliced(3, *length)) {
        if (character <= ' ' || character > '~')
            return std::nullopt;
    }
    return Recognition { .protocol = PortProtocol::JavaRmi };
}

} // namespace

MaybeRecognition messageBroker(PortQuestion question, QByteArrayView bytes)
{
    switch (question) {
    case PortQuestion::AmqpHeader:
        return amqp(bytes);
    case PortQuestion::MqttConnect:
        return mqtt(bytes);
    case PortQuestion::KafkaVersions:
        return kafka(bytes);
    case PortQuestion::ZooKeeperStatus:
        return zooKeeper(bytes);
    case PortQuestion::RmiHeader:
        return javaRmi(bytes);
    case PortQuestion::AjpPing:
        if (bytes == QByteArrayView("AB\0\x01\x09", 5))
            return Recognition { .protocol = PortProtocol::Ajp };
        return std::nullopt;
    case PortQuestion::ZabbixPing:
        if (bytes.startsWith("ZBXD") && bytes.size() >= 13)
            return Recognition { .protocol = PortProtocol::Zabbix };
        return std::nullopt;
    default:
        return std::nullopt;
    }
}

} // namespace portolan::recognisers
