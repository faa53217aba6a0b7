// SPDX-License-Identifier: GPL-3.0-or-later
#include "probe/port_question.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace portolan {

namespace {

class QuestionText
{
    Q_DECLARE_TR_FUNCTIONS(portolan::PortQuestion)
};

struct QuestionFacts
{
    PortQuestion question;
    const char *id;
    const char *label; ///< a proper name, or null for a word
};

constexpr std::array facts {
    QuestionFacts { PortQuestion::Greeting, "greeting", nullptr },
    QuestionFacts { PortQuestion::TlsHello, "tls-hello", "TLS" },
    QuestionFacts { PortQuestion::HttpGet, "http-get", "HTTP" },
    QuestionFacts { PortQuestion::HttpTwo, "http2", "HTTP/2" },
    QuestionFacts { PortQuestion::MailHello, "mail-hello", "SMTP" },
    QuestionFacts { PortQuestion::VersionLine, "version-line", "memcached" },
    QuestionFacts { PortQuestion::RedisPing, "redis-ping", "Redis" },
    QuestionFacts { PortQuestion::PostgreSqlStartup, "postgresql-startup", "PostgreSQL" },
    QuestionFacts { PortQuestion::MongoDbHello, "mongodb-hello", "MongoDB" },
    QuestionFacts { PortQuestion::AmqpHeader, "amqp-header", "AMQP" },
    QuestionFacts { PortQuestion::MqttConnect, "mqtt-connect", "MQTT" },
    QuestionFacts { PortQuestion::SocksMethods, "socks-methods", "SOCKS" },
    QuestionFacts { PortQuestion::LdapRoot, "ldap-root", "LDAP" },
    QuestionFacts { PortQuestion::DnsVersion, "dns-version", "DNS" },
    QuestionFacts { PortQuestion::RdpConnect, "rdp-connect", "RDP" },
    QuestionFacts { PortQuestion::X11Setup, "x11-setup", "X11" },
    QuestionFacts { PortQuestion::SmbNegotiate, "smb-negotiate", "SMB" },
    QuestionFacts { PortQuestion::RpcNull, "rpc-null", "ONC RPC" },
    QuestionFacts { PortQuestion::RmiHeader, "rmi-header", "Java RMI" },
    QuestionFacts { PortQuestion::AjpPing, "ajp-ping", "AJP" },
    QuestionFacts { PortQuestion::CassandraOptions, "cassandra-options", "Cassandra" },
    QuestionFacts { PortQuestion::KafkaVersions, "kafka-versions", "Kafka" },
    QuestionFacts { PortQuestion::ZooKeeperStatus, "zookeeper-status", "ZooKeeper" },
    QuestionFacts { PortQuestion::MsSqlPrelogin, "mssql-prelogin", "Microsoft SQL Server" },
    QuestionFacts { PortQuestion::SipOptions, "sip-options", "SIP" },
    QuestionFacts { PortQuestion::RtspOptions, "rtsp-options", "RTSP" },
    QuestionFacts { PortQuestion::XmppStream, "xmpp-stream", "XMPP" },
    QuestionFacts { PortQuestion::DBusMechanisms, "dbus-mechanisms", "D-Bus" },
    QuestionFacts { PortQuestion::NinePVersion, "9p-version", "9P" },
    QuestionFacts { PortQuestion::ZabbixPing, "zabbix-ping", "Zabbix" },
    QuestionFacts { PortQuestion::EpmdNames, "epmd-names", "Erlang" },
    QuestionFacts { PortQuestion::StunBinding, "stun-binding", "STUN" },
    QuestionFacts { PortQuestion::DnsVersionUdp, "dns-version-udp", "DNS" },
    QuestionFacts { PortQuestion::NtpTime, "ntp-time", "NTP" },
    QuestionFacts { PortQuestion::SnmpDiscovery, "snmp-discovery", "SNMP" },
    QuestionFacts { PortQuestion::SipOptionsUdp, "sip-options-udp", "SIP" },
    QuestionFacts { PortQuestion::StunBindingUdp, "stun-binding-udp", "STUN" },
    QuestionFacts { PortQuestion::MdnsServices, "mdns-services", "mDNS" },
    QuestionFacts { PortQuestion::SsdpSearch, "ssdp-search", "SSDP" },
    QuestionFacts { PortQuestion::TftpRead, "tftp-read", "TFTP" },
    QuestionFacts { PortQuestion::RpcNullUdp, "rpc-null-udp", "ONC RPC" },
    QuestionFacts { PortQuestion::QuicVersions, "quic-versions", "QUIC" },
    QuestionFacts { PortQuestion::CoApPing, "coap-ping", "CoAP" },
    QuestionFacts { PortQuestion::NetBiosStatus, "netbios-status", "NetBIOS" },
    QuestionFacts { PortQuestion::MemcachedVersionUdp, "memcached-version-udp", "memcached" },
};

constexpr bool isInOrder()
{
    for (size_t i = 0; i < facts.size(); ++i) {
        if (static_cast<size_t>(facts[i].question) != i)
            return false;
    }
    return facts.size() == static_cast<size_t>(lastPortQuestion) + 1;
}
static_assert(isInOrder());

} // namespace

QLatin1String portQuestionId(PortQuestion question)
{
    return QLatin1String(facts[static_cast<size_t>(question)].id);
}

QString portQuestionLabel(PortQuestion question)
{
    const char *label = facts[static_cast<size_t>(question)].label;
    return label ? QString::fromLatin1(label) : QuestionText::tr("listening for a greeting");
}

Transport transportOf(PortQuestion question)
{
    return question < PortQuestion::DnsVersionUdp ? Transport::Tcp : Transport::Udp;
}

const QList<PortQuestion> &questionsOver(Transport transport)
{
    using enum PortQuestion;
    static const QList<PortQuestion> tcp {
        Greeting,    HttpGet,     TlsHello,       VersionLine,  RedisPing,       PostgreSqlStartup, MongoDbHello,
        AmqpHeader,  MqttConnect, SocksMethods,   LdapRoot,     HttpTwo,         DnsVersion,        RdpConnect,
        X11Setup,    SmbNegotiate, RpcNull,       RmiHeader,    AjpPing,         CassandraOptions,  KafkaVersions,
        ZooKeeperStatus, MsSqlPrelogin, SipOptions, RtspOptions, XmppStream,     DBusMechanisms,    NinePVersion,
        ZabbixPing,  EpmdNames,   StunBinding,
    };
    static const QList<PortQuestion> udp {
        DnsVersionUdp, NtpTime,    SnmpDiscovery, MdnsServices, SipOptionsUdp, StunBindingUdp,      QuicVersions,
        RpcNullUdp,    SsdpSearch, TftpRead,      CoApPing,     NetBiosStatus, MemcachedVersionUdp,
    };
    return transport == Transport::Tcp ? tcp : udp;
}

const QList<PortQuestion> &questionsUnderTls()
{
    using enum PortQuestion;
    static const QList<PortQuestion> questions {
        Greeting,  HttpGet,  HttpTwo,  LdapRoot,   MqttConnect, AmqpHeader,  RedisPing,
        MongoDbHello, XmppStream, DnsVersion, SipOptions, StunBinding, VersionLine, KafkaVersions,
    };
    return questions;
}

bool waitsForGreeting(PortQuestion question)
{
    return question == PortQuestion::MailHello;
}

} // namespace portolan
