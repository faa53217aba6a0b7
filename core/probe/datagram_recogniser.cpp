// SPDX-License-Identifier: GPL-3.0-or-later
#include "probe/question_marks.h"
#include "probe/recognition.h"
#include "probe/wire_bytes.h"

namespace portolan::recognisers {

namespace {

using wire::big;

/// An answer in server mode that sends our own time back (RFC 5905, 7.3).
MaybeRecognition ntp(QByteArrayView bytes)
{
    constexpr int server = 4;
    if (bytes.size() < 48 || (bytes[0] & 0x07) != server || bytes.sliced(24, 8) != marks::ntpTime)
        return std::nullopt;
    return Recognition { .protocol = PortProtocol::Ntp };
}

/// A message of version 3 that sends our own number back: a report (RFC 3412, 6).
MaybeRecognition snmp(QByteArrayView bytes)
{
    if (bytes.size() < 16 || bytes[0] != 0x30 || bytes.indexOf(QByteArrayView("\x02\x01\x03", 3)) < 0)
        return std::nullopt;
    const QByteArray id = QByteArray("\x02\x04") + big(marks::request);
    if (bytes.indexOf(id) < 0)
        return std::nullopt;
    return Recognition { .protocol = PortProtocol::Snmp };
}

/// The value of a header of an answer written like HTTP's.
QByteArrayView headerOf(QByteArrayView bytes, QByteArrayView name)
{
    QByteArrayView rest = bytes;
    while (const auto line = wire::firstLine(rest)) {
        const qsizetype colon = line->indexOf(':');
        if (colon > 0 && line->first(colon).compare(name, Qt::CaseInsensitive) == 0)
            return line->sliced(colon + 1);
        rest = rest.sliced(rest.indexOf('\n') + 1);
    }
    return {};
}

MaybeRecognition ssdp(QByteArrayView bytes)
{
    if (!bytes.startsWith("HTTP/1.1 200") || headerOf(bytes, "ST").isEmpty())
        return std::nullopt;
    return Recognition { .protocol = PortProtocol::Ssdp, .product = boundedText(headerOf(bytes, "SERVER")) };
}

/// An error of a known kind, with a text (RFC 1350, 5).
MaybeRecognition tftp(QByteArrayView bytes)
{
    constexpr quint16 error = 5;
    const auto kind = big<quint16>(bytes, 2);
    if (!kind || big<quint16>(bytes, 0) != error || *kind > 8 || bytes.size() < 5 || bytes.back() != '\0')
        return std::nullopt;
    return Recognition { .protocol = PortProtocol::Tftp };
}

/// Version negotiation addressed to us: a long header of version 0 (RFC 9000, 17.2.1).
MaybeRecognition quic(QByteArrayView bytes)
{
    if (bytes.size() < 6 + marks::quicSource.size() || !(bytes[0] & 0x80) || big<quint32>(bytes, 1) != quint32 { 0 }
        || bytes[5] != marks::quicSource.size() || bytes.sliced(6, marks::quicSource.size()) != marks::quicSource)
        return std::nullopt;
    return Recognition { .protocol = PortProtocol::Quic };
}

} // namespace

MaybeRecognition datagram(PortQuestion question, QByteArrayView bytes)
{
    switch (question) {
    case PortQuestion::NtpTime:
        return ntp(bytes);
    case PortQuestion::SnmpDiscovery:
        return snmp(bytes);
    case PortQuestion::SipOptionsUdp:
        if (bytes.startsWith("SIP/2.0 "))
            return Recognition { .protocol = PortProtocol::Sip,
                                 .product = boundedText(headerOf(bytes, headerOf(bytes, "Server").isEmpty() ? "User-Agent" : "Server")) };
        return std::nullopt;
    case PortQuestion::SsdpSearch:
        return ssdp(bytes);
    case PortQuestion::TftpRead:
        return tftp(bytes);
    case PortQuestion::QuicVersions:
        return quic(bytes);
    case PortQuestion::CoApPing:
        // A reset without content that names our message (RFC 7252, 4.3).
        if (bytes.size() == 4 && bytes[0] == 0x70 && bytes[1] == 0 && big<quint16>(bytes, 2) == marks::coApMessage)
            return Recognition { .protocol = PortProtocol::CoAp };
        return std::nullopt;
    case PortQuestion::NetBiosStatus:
        // An answer of type NBSTAT to our own question (RFC 1002, 4.2.18).
        if (bytes.size() > 50 && big<quint16>(bytes, 0) == marks::dnsId && (bytes[2] & 0x80) && big<quint16>(bytes, 46) == quint16 { 0x21 })
            return Recognition { .protocol = PortProtocol::NetBiosNames };
        return std::nullopt;
    case PortQuestion::MemcachedVersionUdp:
        if (big<quint16>(bytes, 0) == marks::dnsId && bytes.size() > 16 && bytes.sliced(8).startsWith("VERSION "))
            return Recognition { .protocol = PortProtocol::Memcached, .product = boundedText("memcached " + bytes.sliced(16).toByteArray()) };
        return std::nullopt;
    default:
        return std::nullopt;
    }
}

} // namespace portolan::recognisers
