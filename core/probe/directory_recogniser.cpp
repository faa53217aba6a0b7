// SPDX-License-Identifier: GPL-3.0-or-later
#include "probe/question_marks.h"
#include "probe/recognition.h"
#include "probe/wire_bytes.h"

namespace portolan::recognisers {

namespace {

using wire::big;

/// Where the name at `position` ends (RFC 1035, 4.1.4).
std::optional<qsizetype> nameEnd(QByteArrayView message, qsizetype position)
{
    while (position < message.size()) {
        const quint8 length = static_cast<quint8>(message[position]);
        if (length == 0)
            return position + 1;
        if (length >= 0xc0)
            return position + 2;
        position += 1 + length;
    }
    return std::nullopt;
}

/// The text of the first TXT record that answers.
QByteArray firstText(QByteArrayView message)
{
    constexpr quint16 text = 16;
    if (big<quint16>(message, 6).value_or(0) == 0)
        return {};
    auto at = nameEnd(message, 12);
    at = at ? nameEnd(message, *at + 4) : at; // the question, then the record's own name
    if (!at || big<quint16>(message, *at) != text)
        return {};
    const auto length = big<quint8>(message, *at + 10);
    if (!length || message.size() - *at - 11 < *length)
        return {};
    return message.sliced(*at + 11, *length).toByteArray();
}

/// An answer to our own question: its id, the bit that says so, and no more than one question.
MaybeRecognition dns(QByteArrayView message)
{
    const auto id = big<quint16>(message, 0);
    const auto flags = big<quint16>(message, 2);
    const auto questions = big<quint16>(message, 4);
    if (!questions || message.size() < 12 || *id != marks::dnsId || !(*flags & 0x8000) || *questions > 1)
        return std::nullopt;
    return Recognition { .protocol = PortProtocol::Dns, .product = boundedText(firstText(message)) };
}

MaybeRecognition rpc(QByteArrayView message)
{
    constexpr quint32 reply = 1;
    const auto state = big<quint32>(message, 8);
    if (!state || big<quint32>(message, 0) != marks::request || big<quint32>(message, 4) != reply || *state > 1)
        return std::nullopt;
    return Recognition { .protocol = PortProtocol::OncRpc };
}

/// An LDAPMessage with our id that holds an entry, the end of a search or a notice (RFC 4511, 4).
MaybeRecognition ldap(QByteArrayView bytes)
{
    if (bytes.size() < 7 || bytes[0] != 0x30)
        return std::nullopt;
    const quint8 length = static_cast<quint8>(bytes[1]);
    const qsizetype at = length < 0x80 ? 2 : length >= 0x81 && length <= 0x84 ? 2 + (length & 0x0f) : -1;
    if (at < 0 || bytes.size() < at + 4 || bytes[at] != 0x02 || bytes[at + 1] != 1 || bytes[at + 2] > 1)
        return std::nullopt;
    const quint8 operation = static_cast<quint8>(bytes[at + 3]);
    constexpr quint8 entry = 0x64;
    constexpr quint8 done = 0x65;
    constexpr quint8 extended = 0x78;
    if (operation != entry && operation != done && operation != extended)
        return std::nullopt;
    return Recognition { .protocol = PortProtocol::Ldap };
}

/// The daemon's own port, then a line for each node.
MaybeRecognition epmd(QByteArrayView bytes, quint16 port)
{
    if (big<quint32>(bytes, 0) != port)
        return std::nullopt;
    const QByteArrayView rest = bytes.sliced(4);
    if (!rest.isEmpty() && !rest.startsWith("name "))
        return std::nullopt;
    return Recognition { .protocol = PortProtocol::Epmd };
}

MaybeRecognition stun(QByteArrayView bytes)
{
    constexpr quint16 success = 0x0101;
    constexpr quint16 error = 0x0111;
    const auto type = big<quint16>(bytes, 0);
    if (bytes.size() < 20 || (*type != success && *type != error) || big<quint32>(bytes, 4) != marks::stunCookie
        || bytes.sliced(8, 12) != marks::stunTransaction)
        return std::nullopt;
    return Recognition { .protocol = PortProtocol::Stun };
}

} // namespace

MaybeRecognition directory(PortQuestion question, quint16 port, QByteArrayView bytes)
{
    switch (question) {
    case PortQuestion::DnsVersion:
        return bytes.size() > 2 ? dns(bytes.sliced(2)) : std::nullopt;
    case PortQuestion::DnsVersionUdp:
    case PortQuestion::MdnsServices:
        return dns(bytes);
    case PortQuestion::RpcNull:
        return bytes.size() > 4 ? rpc(bytes.sliced(4)) : std::nullopt;
    case PortQuestion::RpcNullUdp:
        return rpc(bytes);
    case PortQuestion::LdapRoot:
        return ldap(bytes);
    case PortQuestion::EpmdNames:
        return epmd(bytes, port);
    case PortQuestion::StunBinding:
    case PortQuestion::StunBindingUdp:
        return stun(bytes);
    default:
        return std::nullopt;
    }
}

} // namespace portolan::recognisers
