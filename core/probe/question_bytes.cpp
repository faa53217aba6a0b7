// SPDX-License-Identifier: GPL-3.0-or-later
#include "probe/port_question.h"
#include "probe/question_marks.h"
#include "probe/wire_bytes.h"

namespace portolan {

namespace {

using wire::ber;
using wire::big;
using wire::little;

QByteArray hex(const char *digits)
{
    return QByteArray::fromHex(digits);
}

/// RFC 1035, 4.1: one question and nothing else; `flags` 0 asks for no recursion.
QByteArray dnsQuery(const QByteArray &name, quint16 type, quint16 klass)
{
    QByteArray query = big(marks::dnsId) + hex("0000 0001 0000 0000 0000");
    for (const QByteArray &label : name.split('.'))
        query += static_cast<char>(label.size()) + label;
    return query + '\0' + big(type) + big(klass);
}

QByteArray dnsVersion()
{
    constexpr quint16 text = 16;
    constexpr quint16 chaos = 3;
    return dnsQuery("version.bind", text, chaos);
}

/// RFC 8446, 4.1.2. The handshake is never finished, so what should be random need not be.
QByteArray tlsHello()
{
    const auto extension = [](quint16 type, const QByteArray &content) {
        return big(type) + big(static_cast<quint16>(content.size())) + content;
    };
    const auto listed = [](const QByteArray &content) { return big(static_cast<quint16>(content.size())) + content; };
    QByteArray key;
    for (char i = 0; i < 32; ++i)
        key += static_cast<char>(i * 7 + 9);
    // TLS 1.3, then forward secrecy, plain RSA, and without any certificate (RFC 5246, A.5).
    const QByteArray suites = hex("1301 1302 1303 c02b c02f c02c c030 cca9 cca8 c009 c013 c00a c014 009e 009f 0033 0039"
                                  " 009c 009d 002f 0035 000a 00a6 00a7 0034 003a");
    const QByteArray extensions = extension(0x000a, listed(hex("001d 0017 0018 0019")))
        + extension(0x000b, hex("0100"))
        + extension(0x000d, listed(hex("0403 0503 0603 0807 0804 0805 0806 0401 0501 0601 0203 0201")))
        + extension(0x0010, listed(QByteArray("\x02h2\x08http/1.1", 12)))
        + extension(0x0017, {}) + extension(0xff01, hex("00"))
        + extension(0x002b, hex("08 0304 0303 0302 0301"))
        + extension(0x0033, listed(hex("001d") + listed(key)));
    const QByteArray body = hex("0303") + key + '\0' + listed(suites) + hex("0100") + listed(extensions);
    const QByteArray message = hex("0100") + big(static_cast<quint16>(body.size())) + body;
    return hex("160301") + listed(message);
}

QByteArray httpGet(quint16 port, const QByteArray &host)
{
    return "GET / HTTP/1.1\r\nHost: " + host + ':' + QByteArray::number(port)
        + "\r\nUser-Agent: Portolan\r\nAccept: text/html, */*;q=0.5\r\nAccept-Encoding: identity\r\nConnection: close\r\n\r\n";
}

/// RFC 9113, 3.4 and 6; the header block after RFC 7541, without Huffman coding.
QByteArray httpTwo(quint16 port, const QByteArray &host)
{
    const auto frame = [](quint8 type, quint8 flags, quint32 stream, const QByteArray &payload) {
        return big(static_cast<quint32>(payload.size())).mid(1) + static_cast<char>(type) + static_cast<char>(flags) + big(stream)
            + payload;
    };
    const auto text = [](const QByteArray &value) { return static_cast<char>(value.size()) + value; };
    const QByteArray block = hex("83 86 04") + text("/portolan.Question/Ask") + hex("01") + text(host + ':' + QByteArray::number(port))
        + hex("0f10") + text("application/grpc") + hex("00") + text("te") + text("trailers");
    constexpr quint8 data = 0;
    constexpr quint8 headers = 1;
    constexpr quint8 settings = 4;
    constexpr quint8 endStream = 1;
    constexpr quint8 endHeaders = 4;
    return "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n" + frame(settings, 0, 0, {}) + frame(headers, endHeaders, 1, block)
        + frame(data, endStream, 1, hex("0000000000"));
}

/// OP_MSG with {hello: 1, $db: "admin"} in BSON.
QByteArray mongoDbHello()
{
    const QByteArray fields = QByteArray("\x10hello\0\1\0\0\0\x02$db\0\6\0\0\0admin\0\0", 27);
    const QByteArray message = little(quint32 { 0 }) + '\0' + little(static_cast<quint32>(fields.size() + 4)) + fields;
    constexpr quint32 opMsg = 2013;
    return little(static_cast<quint32>(message.size() + 16)) + little(marks::request) + little(quint32 { 0 }) + little(opMsg) + message;
}

/// RFC 4511, 4.5: the base object "" with the filter (objectClass=*).
QByteArray ldapRoot()
{
    const QByteArray attributes = ber(0x04, "vendorName") + ber(0x04, "vendorVersion") + ber(0x04, "supportedLDAPVersion");
    const QByteArray search = hex("0400 0a0100 0a0100 020101 020105 010100") + ber(0x87, "objectClass") + ber(0x30, attributes);
    return ber(0x30, hex("020101") + ber(0x63, search));
}

/// RFC 3414, section 4: a request without a user, which the engine answers with its id.
QByteArray snmpDiscovery()
{
    const QByteArray header = ber(0x30, ber(0x02, big(marks::request)) + hex("020300ffe3 040104 020103"));
    const QByteArray security = ber(0x04, ber(0x30, hex("0400 020100 020100 0400 0400 0400")));
    const QByteArray scoped = ber(0x30, hex("0400 0400") + ber(0xa0, ber(0x02, big(marks::request)) + hex("020100 020100 3000")));
    return ber(0x30, hex("020103") + header + security + scoped);
}

QByteArray smbNegotiate()
{
    QByteArray header = QByteArray("\xfeSMB") + hex("4000");
    header += QByteArray(64 - header.size(), '\0');
    header[14] = 1; // one credit
    const QByteArray body = hex("2400 0200 0100 0000 00000000") + QByteArray(24, '\0') + hex("0202 1002");
    return big(static_cast<quint32>(header.size() + body.size())) + header + body;
}

/// RFC 5531: procedure 0 of the port mapper, which does nothing.
QByteArray rpcNull()
{
    constexpr quint32 portMapper = 100000;
    return big(marks::request) + big(quint32 { 0 }) + big(quint32 { 2 }) + big(portMapper) + big(quint32 { 2 }) + QByteArray(20, '\0');
}

QByteArray sipOptions(const QByteArray &transport, quint16 port, const QByteArray &host)
{
    const QByteArray where = host + ':' + QByteArray::number(port);
    return "OPTIONS sip:" + where + " SIP/2.0\r\nVia: SIP/2.0/" + transport + ' ' + host
        + ";rport;branch=z9hG4bKportolan\r\nMax-Forwards: 0\r\nFrom: <sip:portolan@" + host + ">;tag=portolan\r\nTo: <sip:" + where
        + ">\r\nCall-ID: portolan@" + host + "\r\nCSeq: 1 OPTIONS\r\nContent-Length: 0\r\n\r\n";
}

/// RFC 8489, section 5.
QByteArray stunBinding()
{
    return hex("0001 0000") + big(marks::stunCookie) + marks::stunTransaction;
}

/// RFC 9000, 17.2: a long header of a version that no server has, as large as an Initial packet must be.
QByteArray quicVersions()
{
    const QByteArray ids = '\x08' + QByteArray("portolan") + '\x08' + marks::quicSource;
    const QByteArray packet = hex("c0 1a2a3a4a") + ids;
    return packet + QByteArray(1200 - packet.size(), '\0');
}

} // namespace

QByteArray questionBytes(PortQuestion question, quint16 port, const QByteArray &host)
{
    switch (question) {
    case PortQuestion::Greeting:
        return {};
    case PortQuestion::TlsHello:
        return tlsHello();
    case PortQuestion::HttpGet:
        return httpGet(port, host);
    case PortQuestion::HttpTwo:
        return httpTwo(port, host);
    case PortQuestion::MailHello:
        return "EHLO localhost\r\n";
    case PortQuestion::VersionLine:
        return "version\r\n";
    case PortQuestion::RedisPing:
        return "PING\r\nINFO server\r\n";
    case PortQuestion::PostgreSqlStartup:
        return hex("00000009 00030000 00");
    case PortQuestion::MongoDbHello:
        return mongoDbHello();
    case PortQuestion::AmqpHeader:
        return QByteArray("AMQP\0\0\x09\x01", 8);
    case PortQuestion::MqttConnect:
        return hex("100c 0004") + "MQTT" + hex("09 02 000a 0000");
    case PortQuestion::SocksMethods:
        return hex("05 03 000102");
    case PortQuestion::LdapRoot:
        return ldapRoot();
    case PortQuestion::DnsVersion: {
        const QByteArray query = dnsVersion();
        return big(static_cast<quint16>(query.size())) + query;
    }
    case PortQuestion::RdpConnect:
        return hex("03000013 0ee00000000000 0100080003000000");
    case PortQuestion::X11Setup:
        return hex("6c00 0b00 0000 0000 0000 0000");
    case PortQuestion::SmbNegotiate:
        return smbNegotiate();
    case PortQuestion::RpcNull: {
        const QByteArray call = rpcNull();
        return big(static_cast<quint32>(call.size()) | 0x80000000U) + call;
    }
    case PortQuestion::RmiHeader:
        return hex("4a524d49 0002 4b");
    case PortQuestion::AjpPing:
        return hex("1234 0001 0a");
    case PortQuestion::CassandraOptions:
        return hex("04 00") + big(marks::cassandraStream) + hex("05 00000000");
    case PortQuestion::KafkaVersions:
        return hex("00000012 0012 0000") + big(marks::request) + hex("0008") + "portolan";
    case PortQuestion::ZooKeeperStatus:
        return "srvr";
    case PortQuestion::MsSqlPrelogin:
        return hex("1201 001a 0000 0000 00000b0006 0100110001 ff 000000000000 02");
    case PortQuestion::SipOptions:
        return sipOptions("TCP", port, host);
    case PortQuestion::RtspOptions:
        return "OPTIONS * RTSP/1.0\r\nCSeq: 1\r\n\r\n";
    case PortQuestion::XmppStream:
        return "<?xml version='1.0'?><stream:stream xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams' "
               "to='localhost' version='1.0'>";
    case PortQuestion::DBusMechanisms:
        return QByteArray("\0AUTH\r\n", 7);
    case PortQuestion::NinePVersion:
        return hex("13000000 64 ffff 00200000 0600") + "9P2000";
    case PortQuestion::ZabbixPing: {
        const QByteArray key = "agent.ping";
        return "ZBXD\x01" + little(static_cast<quint64>(key.size())) + key;
    }
    case PortQuestion::EpmdNames:
        return hex("0001 6e");
    case PortQuestion::StunBinding:
    case PortQuestion::StunBindingUdp:
        return stunBinding();
    case PortQuestion::DnsVersionUdp:
        return dnsVersion();
    case PortQuestion::NtpTime:
        return hex("23") + QByteArray(39, '\0') + marks::ntpTime;
    case PortQuestion::SnmpDiscovery:
        return snmpDiscovery();
    case PortQuestion::SipOptionsUdp:
        return sipOptions("UDP", port, host);
    case PortQuestion::MdnsServices: {
        constexpr quint16 pointer = 12;
        constexpr quint16 internetByUnicast = 0x8001;
        return dnsQuery("_services._dns-sd._udp.local", pointer, internetByUnicast);
    }
    case PortQuestion::SsdpSearch:
        return "M-SEARCH * HTTP/1.1\r\nHOST: 239.255.255.250:1900\r\nMAN: \"ssdp:discover\"\r\nMX: 1\r\nST: upnp:rootdevice\r\n\r\n";
    case PortQuestion::TftpRead:
        return hex("0001") + "portolan-asks-what-this-is" + '\0' + "octet" + '\0';
    case PortQuestion::RpcNullUdp:
        return rpcNull();
    case PortQuestion::QuicVersions:
        return quicVersions();
    case PortQuestion::CoApPing:
        return hex("4000") + big(marks::coApMessage);
    case PortQuestion::NetBiosStatus:
        return big(marks::dnsId) + hex("0000 0001 0000 0000 0000 20") + "CK" + QByteArray(30, 'A') + hex("00 0021 0001");
    case PortQuestion::MemcachedVersionUdp:
        return big(marks::dnsId) + hex("0000 0001 0000") + "version\r\n";
    }
    Q_UNREACHABLE();
}

} // namespace portolan
