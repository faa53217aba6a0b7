// SPDX-License-Identifier: GPL-3.0-or-later
#include "probe/ask_plan.h"

#include <QStringList>

#include <algorithm>
#include <array>

namespace portolan {

namespace {

/// A word in the name of a service or program, and what to ask then. A word of four letters or more
/// counts as the beginning of a longer one, too; the first that fits counts.
struct Hint
{
    const char *word;
    PortQuestion question;
};

using enum PortQuestion;

constexpr std::array tcpHints {
    Hint { "https", TlsHello },       Hint { "ssl", TlsHello },           Hint { "tls", TlsHello },
    Hint { "stunnel", TlsHello },     Hint { "imaps", TlsHello },         Hint { "pop3s", TlsHello },
    Hint { "ldaps", TlsHello },       Hint { "ftps", TlsHello },          Hint { "submissions", TlsHello },
    Hint { "urd", TlsHello },         Hint { "ircs", TlsHello },          Hint { "telnets", TlsHello },
    Hint { "nntps", TlsHello },       Hint { "amqps", TlsHello },         Hint { "sips", TlsHello },
    Hint { "secure", TlsHello },      Hint { "nrpe", TlsHello },          Hint { "redis", RedisPing },
    Hint { "valkey", RedisPing },     Hint { "keydb", RedisPing },        Hint { "postgres", PostgreSqlStartup },
    Hint { "pgbouncer", PostgreSqlStartup },                              Hint { "mongo", MongoDbHello },
    Hint { "rabbitmq", AmqpHeader },  Hint { "amqp", AmqpHeader },        Hint { "qpid", AmqpHeader },
    Hint { "mqtt", MqttConnect },     Hint { "mosquitto", MqttConnect },  Hint { "emqx", MqttConnect },
    Hint { "memcache", VersionLine }, Hint { "gearman", VersionLine },    Hint { "beanstalk", VersionLine },
    Hint { "irc", VersionLine },      Hint { "ircd", VersionLine },       Hint { "ngircd", VersionLine },
    Hint { "ircu", VersionLine },     Hint { "socks", SocksMethods },     Hint { "tor", SocksMethods },
    Hint { "sockd", SocksMethods },   Hint { "danted", SocksMethods },    Hint { "ldap", LdapRoot },
    Hint { "slapd", LdapRoot },       Hint { "msft", LdapRoot },          Hint { "domain", DnsVersion },
    Hint { "named", DnsVersion },     Hint { "bind9", DnsVersion },       Hint { "dns", DnsVersion },
    Hint { "dnsmasq", DnsVersion },   Hint { "unbound", DnsVersion },     Hint { "nsd", DnsVersion },
    Hint { "pdns", DnsVersion },      Hint { "llmnr", DnsVersion },       Hint { "resolve", DnsVersion },
    Hint { "xrdp", RdpConnect },      Hint { "rdp", RdpConnect },         Hint { "wbt", RdpConnect },
    Hint { "x11", X11Setup },         Hint { "xorg", X11Setup },          Hint { "xvfb", X11Setup },
    Hint { "smbd", SmbNegotiate },    Hint { "samba", SmbNegotiate },     Hint { "microsoft", SmbNegotiate },
    Hint { "netbios", SmbNegotiate }, Hint { "sunrpc", RpcNull },         Hint { "rpcbind", RpcNull },
    Hint { "nfs", RpcNull },          Hint { "nfsd", RpcNull },           Hint { "mountd", RpcNull },
    Hint { "statd", RpcNull },        Hint { "rpc", RpcNull },            Hint { "rmiregistry", RmiHeader },
    Hint { "rmi", RmiHeader },        Hint { "ajp13", AjpPing },          Hint { "ajp", AjpPing },
    Hint { "cassandra", CassandraOptions },                               Hint { "scylla", CassandraOptions },
    Hint { "kafka", KafkaVersions },  Hint { "zookeeper", ZooKeeperStatus },
    Hint { "sqlservr", MsSqlPrelogin },                                   Hint { "sql", MsSqlPrelogin },
    Hint { "sip", SipOptions },       Hint { "kamailio", SipOptions },    Hint { "opensips", SipOptions },
    Hint { "rtsp", RtspOptions },     Hint { "mediamtx", RtspOptions },   Hint { "xmpp", XmppStream },
    Hint { "prosody", XmppStream },   Hint { "ejabberd", XmppStream },    Hint { "dbus", DBusMechanisms },
    Hint { "9pfs", NinePVersion },    Hint { "diod", NinePVersion },      Hint { "zabbix", ZabbixPing },
    Hint { "epmd", EpmdNames },       Hint { "stun", StunBinding },       Hint { "turn", StunBinding },
    Hint { "turnserver", StunBinding },                                   Hint { "grpc", HttpTwo },
    Hint { "http", HttpGet },         Hint { "www", HttpGet },            Hint { "nginx", HttpGet },
    Hint { "apache", HttpGet },       Hint { "caddy", HttpGet },          Hint { "prometheus", HttpGet },
    Hint { "exporter", HttpGet },     Hint { "grafana", HttpGet },        Hint { "squid", HttpGet },
    Hint { "proxy", HttpGet },        Hint { "docker", HttpGet },         Hint { "cupsd", HttpGet },
    Hint { "elasticsearch", HttpGet },
};

constexpr std::array udpHints {
    Hint { "domain", DnsVersionUdp },  Hint { "named", DnsVersionUdp },     Hint { "bind9", DnsVersionUdp },
    Hint { "dns", DnsVersionUdp },     Hint { "dnsmasq", DnsVersionUdp },   Hint { "unbound", DnsVersionUdp },
    Hint { "nsd", DnsVersionUdp },     Hint { "pdns", DnsVersionUdp },      Hint { "llmnr", DnsVersionUdp },
    Hint { "resolve", DnsVersionUdp }, Hint { "ntp", NtpTime },             Hint { "ntpd", NtpTime },
    Hint { "chrony", NtpTime },        Hint { "snmp", SnmpDiscovery },      Hint { "mdns", MdnsServices },
    Hint { "avahi", MdnsServices },    Hint { "sip", SipOptionsUdp },       Hint { "asterisk", SipOptionsUdp },
    Hint { "kamailio", SipOptionsUdp }, Hint { "stun", StunBindingUdp },    Hint { "turn", StunBindingUdp },
    Hint { "turnserver", StunBindingUdp }, Hint { "https", QuicVersions },  Hint { "http", QuicVersions },
    Hint { "quic", QuicVersions },     Hint { "caddy", QuicVersions },      Hint { "nginx", QuicVersions },
    Hint { "sunrpc", RpcNullUdp },     Hint { "rpcbind", RpcNullUdp },      Hint { "nfs", RpcNullUdp },
    Hint { "mountd", RpcNullUdp },     Hint { "statd", RpcNullUdp },        Hint { "rpc", RpcNullUdp },
    Hint { "ssdp", SsdpSearch },       Hint { "upnp", SsdpSearch },         Hint { "minidlna", SsdpSearch },
    Hint { "tftp", TftpRead },         Hint { "coap", CoApPing },           Hint { "netbios", NetBiosStatus },
    Hint { "nmbd", NetBiosStatus },    Hint { "memcache", MemcachedVersionUdp },
};

struct CarefulPorts
{
    quint16 from;
    quint16 to;
    AskCaution caution;
};

/// Ports on which what is sent does something, whatever it is.
constexpr std::array carefulPorts {
    CarefulPorts { 102, 102, AskCaution::Machinery },     CarefulPorts { 162, 162, AskCaution::Log },
    CarefulPorts { 502, 502, AskCaution::Machinery },     CarefulPorts { 514, 514, AskCaution::Log },
    CarefulPorts { 515, 515, AskCaution::Printer },       CarefulPorts { 601, 601, AskCaution::Log },
    CarefulPorts { 789, 789, AskCaution::Machinery },     CarefulPorts { 1089, 1091, AskCaution::Machinery },
    CarefulPorts { 1911, 1911, AskCaution::Machinery },   CarefulPorts { 1962, 1962, AskCaution::Machinery },
    CarefulPorts { 2003, 2004, AskCaution::Measurements }, CarefulPorts { 2055, 2055, AskCaution::Measurements },
    CarefulPorts { 2404, 2404, AskCaution::Machinery },   CarefulPorts { 4739, 4739, AskCaution::Measurements },
    CarefulPorts { 5094, 5094, AskCaution::Machinery },   CarefulPorts { 6343, 6343, AskCaution::Measurements },
    CarefulPorts { 6514, 6514, AskCaution::Log },         CarefulPorts { 8125, 8125, AskCaution::Measurements },
    CarefulPorts { 9100, 9107, AskCaution::Printer },     CarefulPorts { 9600, 9600, AskCaution::Machinery },
    CarefulPorts { 18245, 18246, AskCaution::Machinery }, CarefulPorts { 20000, 20000, AskCaution::Machinery },
    CarefulPorts { 25826, 25826, AskCaution::Measurements }, CarefulPorts { 34962, 34964, AskCaution::Machinery },
    CarefulPorts { 44818, 44818, AskCaution::Machinery }, CarefulPorts { 47808, 47808, AskCaution::Machinery },
};

struct CarefulProgram
{
    const char *word;
    AskCaution caution;
};

constexpr std::array carefulPrograms {
    CarefulProgram { "rsyslogd", AskCaution::Log },      CarefulProgram { "syslog", AskCaution::Log },
    CarefulProgram { "syslogd", AskCaution::Log },       CarefulProgram { "snmptrapd", AskCaution::Log },
    CarefulProgram { "p910nd", AskCaution::Printer },    CarefulProgram { "lpd", AskCaution::Printer },
    CarefulProgram { "statsd", AskCaution::Measurements }, CarefulProgram { "collectd", AskCaution::Measurements },
    CarefulProgram { "carbon", AskCaution::Measurements }, CarefulProgram { "modbus", AskCaution::Machinery },
    CarefulProgram { "openplc", AskCaution::Machinery },
};

bool fits(const QString &name, QLatin1String word)
{
    return word.size() >= 4 ? name.startsWith(word) : name == word;
}

/// The words of a name, in lower case: "prometheus-node-exporter" has three.
QStringList wordsOf(const QString &name)
{
    QStringList words { {} };
    for (const QChar character : name.toLower()) {
        if (character.isLetterOrNumber())
            words.last() += character;
        else if (!words.last().isEmpty())
            words += QString();
    }
    return words;
}

template <class Table>
const auto *entryFor(const QString &name, const Table &table)
{
    for (const QString &word : wordsOf(name)) {
        for (const auto &entry : table) {
            if (fits(word, QLatin1String(entry.word)))
                return &entry;
        }
    }
    return static_cast<decltype(table.data())>(nullptr);
}

const Hint *hintFor(const QString &name, Transport transport)
{
    return transport == Transport::Tcp ? entryFor(name, tcpHints) : entryFor(name, udpHints);
}

QString fileName(const QString &path)
{
    return path.mid(path.lastIndexOf(u'/') + 1);
}

/// What its owner goes by, the most telling first.
QStringList ownerNames(const Owner &owner)
{
    QStringList names;
    if (const ProcessInfo *process = owner.leader())
        names << fileName(process->script) << fileName(process->executable) << process->name;
    if (owner.package)
        names << owner.package->name;
    names << owner.unit;
    if (owner.container)
        names << fileName(owner.container->image) << owner.container->name;
    return names;
}

AskCaution cautionFor(const Listener &listener, const QStringList &owner, bool ownerIsKnown)
{
    for (const QString &name : owner) {
        if (const CarefulProgram *program = entryFor(name, carefulPrograms))
            return program->caution;
    }
    if (ownerIsKnown)
        return AskCaution::None;
    for (const CarefulPorts &range : carefulPorts) {
        if (range.from <= listener.port() && listener.port() <= range.to)
            return range.caution;
    }
    return AskCaution::None;
}

} // namespace

AskPlan askPlan(const Listener &listener, const Knowledge &knowledge)
{
    const Transport transport = listener.transport();
    const QStringList owner = ownerNames(*listener.owner);
    QStringList names = owner;
    const auto isHinted = [transport](const QString &name) { return hintFor(name, transport) != nullptr; };
    const bool ownerIsKnown = std::ranges::any_of(owner, isHinted);

    AskPlan plan;
    plan.caution = cautionFor(listener, owner, ownerIsKnown);
    if (plan.caution != AskCaution::None) {
        if (transport == Transport::Tcp)
            plan.questions = { PortQuestion::Greeting };
        plan.oneByOne = plan.questions.size();
        return plan;
    }

    if (const auto row = knowledge.registration(listener.port(), transport))
        names << row->service;
    for (const Note &note : knowledge.notes(listener.port(), transport)) {
        if (note.kind != NoteKind::Malware)
            names << note.subject;
    }
    QList<PortQuestion> first;
    for (const QString &name : std::as_const(names)) {
        const Hint *hint = hintFor(name, transport);
        if (hint && !first.contains(hint->question))
            first += hint->question;
    }
    constexpr qsizetype mostHints = 4;
    first.resize(std::min(mostHints, first.size()));
    const auto ordered = [&first](const QList<PortQuestion> &all, qsizetype fixed) {
        QList<PortQuestion> questions = all.first(fixed);
        for (const PortQuestion question : first + all) {
            if (all.contains(question) && !questions.contains(question))
                questions += question;
        }
        return questions;
    };
    plan.questions = ordered(questionsOver(transport), transport == Transport::Tcp ? 1 : 0);
    plan.questionsUnderTls = ordered(questionsUnderTls(), 1);
    plan.clientSpeaksFirst = !first.isEmpty();
    // The greeting, what was suggested, HTTP and TLS.
    plan.oneByOne = first.size();
    if (transport == Transport::Tcp) {
        for (const PortQuestion question : { PortQuestion::Greeting, PortQuestion::HttpGet, PortQuestion::TlsHello })
            plan.oneByOne = std::max(plan.oneByOne, plan.questions.indexOf(question) + 1);
    }
    return plan;
}

} // namespace portolan
