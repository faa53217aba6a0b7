// SPDX-License-Identifier: GPL-3.0-or-later
#include "probe/port_protocol.h"

#include <QByteArrayView>

#include <array>
#include <string_view>

namespace portolan {

namespace {

struct ProtocolFacts
{
    PortProtocol protocol;
    const char *id;
    const char *name;
    /// Names of services in IANA's registry that speak it, separated by spaces.
    const char *services;
    /// Of those that speak it under TLS.
    const char *servicesOverTls;
};

constexpr std::array facts {
    ProtocolFacts { PortProtocol::Ajp, "ajp", "AJP", "ajp13", "" },
    ProtocolFacts { PortProtocol::Amqp, "amqp", "AMQP", "amqp", "amqps" },
    ProtocolFacts { PortProtocol::AsteriskManager, "asterisk-manager", "Asterisk Manager", "", "" },
    ProtocolFacts { PortProtocol::Beanstalk, "beanstalk", "beanstalkd", "", "" },
    ProtocolFacts { PortProtocol::Cassandra, "cassandra", "Cassandra", "", "" },
    ProtocolFacts { PortProtocol::CoAp, "coap", "CoAP", "coap", "coaps" },
    ProtocolFacts { PortProtocol::DBus, "dbus", "D-Bus", "", "" },
    ProtocolFacts { PortProtocol::Dict, "dict", "DICT", "dict", "" },
    ProtocolFacts { PortProtocol::Dns, "dns", "DNS", "domain mdns llmnr", "domain-s" },
    ProtocolFacts { PortProtocol::Epmd, "epmd", "Erlang port mapper", "epmd", "" },
    ProtocolFacts { PortProtocol::Ftp, "ftp", "FTP", "ftp", "ftps" },
    ProtocolFacts { PortProtocol::Gearman, "gearman", "Gearman", "gearman", "" },
    ProtocolFacts { PortProtocol::Grpc, "grpc", "gRPC", "", "" },
    ProtocolFacts { PortProtocol::Http, "http", "HTTP",
                    "http http-alt http-mgmt www www-http www-dev couchdb docker etcd-client etcd-server",
                    "https pcsync-https docker-s" },
    ProtocolFacts { PortProtocol::Http2, "http2", "HTTP/2", "http http-alt www www-http", "https pcsync-https" },
    ProtocolFacts { PortProtocol::Imap, "imap", "IMAP", "imap imap3", "imaps" },
    ProtocolFacts { PortProtocol::Ipp, "ipp", "IPP (printing)", "ipp", "ipp ipps" },
    ProtocolFacts { PortProtocol::Irc, "irc", "IRC", "irc ircu", "ircs-u" },
    ProtocolFacts { PortProtocol::JavaRmi, "java-rmi", "Java RMI", "rmiregistry rmiactivation", "" },
    ProtocolFacts { PortProtocol::Kafka, "kafka", "Kafka", "", "" },
    ProtocolFacts { PortProtocol::Ldap, "ldap", "LDAP", "ldap msft-gc", "ldaps msft-gc-ssl" },
    ProtocolFacts { PortProtocol::Lmtp, "lmtp", "LMTP", "lmtp", "" },
    ProtocolFacts { PortProtocol::ManageSieve, "managesieve", "ManageSieve", "sieve", "" },
    ProtocolFacts { PortProtocol::Memcached, "memcached", "memcached", "memcache", "" },
    ProtocolFacts { PortProtocol::MongoDb, "mongodb", "MongoDB", "mongodb", "" },
    ProtocolFacts { PortProtocol::Mpd, "mpd", "Music Player Daemon", "", "" },
    ProtocolFacts { PortProtocol::Mqtt, "mqtt", "MQTT", "mqtt", "secure-mqtt" },
    ProtocolFacts { PortProtocol::MsSql, "mssql", "Microsoft SQL Server", "ms-sql-s", "" },
    ProtocolFacts { PortProtocol::Munin, "munin", "Munin", "munin", "" },
    ProtocolFacts { PortProtocol::MySql, "mysql", "MySQL", "mysql", "" },
    ProtocolFacts { PortProtocol::MySqlX, "mysqlx", "MySQL X", "mysqlx", "" },
    ProtocolFacts { PortProtocol::NetBiosNames, "netbios-ns", "NetBIOS names", "netbios-ns", "" },
    ProtocolFacts { PortProtocol::NineP, "9p", "9P", "9pfs", "" },
    ProtocolFacts { PortProtocol::Nntp, "nntp", "NNTP", "nntp nnsp", "nntps" },
    ProtocolFacts { PortProtocol::Ntp, "ntp", "NTP", "ntp", "" },
    ProtocolFacts { PortProtocol::OncRpc, "onc-rpc", "ONC RPC", "sunrpc nfs", "" },
    ProtocolFacts { PortProtocol::OpenWire, "openwire", "OpenWire (ActiveMQ)", "", "" },
    ProtocolFacts { PortProtocol::Pop3, "pop3", "POP3", "pop3", "pop3s" },
    ProtocolFacts { PortProtocol::PostgreSql, "postgresql", "PostgreSQL", "postgresql", "" },
    ProtocolFacts { PortProtocol::Quic, "quic", "QUIC", "https", "" },
    ProtocolFacts { PortProtocol::Rdp, "rdp", "RDP", "ms-wbt-server", "" },
    ProtocolFacts { PortProtocol::Redis, "redis", "Redis", "redis", "" },
    ProtocolFacts { PortProtocol::Rsync, "rsync", "rsync", "rsync", "" },
    ProtocolFacts { PortProtocol::Rtsp, "rtsp", "RTSP", "rtsp rtsp-alt", "rtsps" },
    ProtocolFacts { PortProtocol::Sip, "sip", "SIP", "sip", "sips" },
    ProtocolFacts { PortProtocol::Smb, "smb", "SMB", "microsoft-ds netbios-ssn", "" },
    ProtocolFacts { PortProtocol::Smtp, "smtp", "SMTP", "smtp submission", "submissions urd" },
    ProtocolFacts { PortProtocol::Snmp, "snmp", "SNMP", "snmp", "" },
    ProtocolFacts { PortProtocol::Socks5, "socks5", "SOCKS", "socks", "" },
    ProtocolFacts { PortProtocol::SpamAssassin, "spamassassin", "SpamAssassin", "spamassassin", "" },
    ProtocolFacts { PortProtocol::Ssdp, "ssdp", "SSDP", "ssdp", "" },
    ProtocolFacts { PortProtocol::Ssh, "ssh", "SSH", "ssh", "" },
    ProtocolFacts { PortProtocol::Stun, "stun", "STUN", "stun turn stun-behavior", "stuns turns" },
    ProtocolFacts { PortProtocol::Subversion, "svn", "Subversion", "svn", "" },
    ProtocolFacts { PortProtocol::Telnet, "telnet", "Telnet", "telnet", "telnets" },
    ProtocolFacts { PortProtocol::Tftp, "tftp", "TFTP", "tftp", "" },
    ProtocolFacts { PortProtocol::VarnishCli, "varnish-cli", "Varnish command line", "", "" },
    ProtocolFacts { PortProtocol::Vnc, "vnc", "VNC", "rfb", "" },
    ProtocolFacts { PortProtocol::X11, "x11", "X11", "x11", "" },
    ProtocolFacts { PortProtocol::Xmpp, "xmpp", "XMPP", "xmpp-client xmpp-server", "" },
    ProtocolFacts { PortProtocol::Zabbix, "zabbix", "Zabbix", "zabbix-agent zabbix-trapper", "" },
    ProtocolFacts { PortProtocol::ZooKeeper, "zookeeper", "ZooKeeper", "", "" },
};

static_assert(facts.size() == static_cast<size_t>(lastPortProtocol) + 1);

constexpr bool isInOrder()
{
    for (size_t i = 0; i < facts.size(); ++i) {
        if (static_cast<size_t>(facts[i].protocol) != i)
            return false;
    }
    return true;
}
static_assert(isInOrder());

const ProtocolFacts &factsOf(PortProtocol protocol)
{
    return facts[static_cast<size_t>(protocol)];
}

bool isAmong(QStringView word, const char *words)
{
    std::string_view rest(words);
    while (!rest.empty()) {
        const size_t end = std::min(rest.find(' '), rest.size());
        if (word.compare(QLatin1String(rest.data(), static_cast<qsizetype>(end)), Qt::CaseInsensitive) == 0)
            return true;
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return false;
}

} // namespace

QLatin1String portProtocolId(PortProtocol protocol)
{
    return QLatin1String(factsOf(protocol).id);
}

std::optional<PortProtocol> portProtocolFromId(QStringView id)
{
    for (const ProtocolFacts &one : facts) {
        if (id == QLatin1String(one.id))
            return one.protocol;
    }
    return std::nullopt;
}

QLatin1String portProtocolName(PortProtocol protocol)
{
    return QLatin1String(factsOf(protocol).name);
}

bool isServiceOf(QStringView service, PortProtocol protocol, bool overTls)
{
    if (service.isEmpty())
        return false;
    const ProtocolFacts &one = factsOf(protocol);
    return isAmong(service, overTls ? one.servicesOverTls : one.services);
}

} // namespace portolan
