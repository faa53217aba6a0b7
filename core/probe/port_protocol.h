// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLatin1String>
#include <QString>
#include <QStringView>

#include <optional>

namespace portolan {

/// A language that a port can speak, as far as Portolan can tell it by what it says.
enum class PortProtocol : quint8 {
    Ajp,
    Amqp,
    AsteriskManager,
    Beanstalk,
    Cassandra,
    CoAp,
    DBus,
    Dict,
    Dns,
    Epmd,
    Ftp,
    Gearman,
    Grpc,
    Http,
    Http2,
    Imap,
    Ipp,
    Irc,
    JavaRmi,
    Kafka,
    Ldap,
    Lmtp,
    ManageSieve,
    Memcached,
    MongoDb,
    Mpd,
    Mqtt,
    MsSql,
    Munin,
    MySql,
    MySqlX,
    NetBiosNames,
    NineP,
    Nntp,
    Ntp,
    OncRpc,
    OpenWire,
    Pop3,
    PostgreSql,
    Quic,
    Rdp,
    Redis,
    Rsync,
    Rtsp,
    Sip,
    Smb,
    Smtp,
    Snmp,
    Socks5,
    SpamAssassin,
    Ssdp,
    Ssh,
    Stun,
    Subversion,
    Telnet,
    Tftp,
    VarnishCli,
    Vnc,
    X11,
    Xmpp,
    Zabbix,
    ZooKeeper,
};

inline constexpr PortProtocol lastPortProtocol = PortProtocol::ZooKeeper;

/// "http", "postgresql", ... as in the snapshot format.
[[nodiscard]] QLatin1String portProtocolId(PortProtocol protocol);
[[nodiscard]] std::optional<PortProtocol> portProtocolFromId(QStringView id);
/// As people write it: "HTTP", "PostgreSQL". Not translated.
[[nodiscard]] QLatin1String portProtocolName(PortProtocol protocol);
/// Whether the registry's service of this name speaks the protocol, or with `overTls` speaks it
/// under TLS.
[[nodiscard]] bool isServiceOf(QStringView service, PortProtocol protocol, bool overTls);

} // namespace portolan
