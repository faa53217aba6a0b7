// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/transport.h"

#include <QByteArray>
#include <QLatin1String>
#include <QList>

namespace portolan {

/// What a port can be asked. None of these logs in, changes anything or asks for more than the
/// beginning of an answer.
enum class PortQuestion : quint8 {
    // Over TCP, or TLS over TCP.
    Greeting, ///< nothing is said: some servers speak first
    TlsHello,
    HttpGet,
    HttpTwo, ///< HTTP/2's preface and a call of a gRPC method that does not exist
    MailHello, ///< EHLO, after a greeting that mail and file servers have in common
    VersionLine, ///< "version": memcached, Gearman, beanstalkd and IRC answer it
    RedisPing,
    PostgreSqlStartup, ///< without a user, which is refused
    MongoDbHello,
    AmqpHeader,
    MqttConnect, ///< of a version that does not exist, which is refused
    SocksMethods,
    LdapRoot, ///< the root entry, which is for everybody (RFC 4512, 5.1)
    DnsVersion,
    RdpConnect,
    X11Setup,
    SmbNegotiate,
    RpcNull,
    RmiHeader,
    AjpPing,
    CassandraOptions,
    KafkaVersions,
    ZooKeeperStatus,
    MsSqlPrelogin,
    SipOptions,
    RtspOptions,
    XmppStream,
    DBusMechanisms,
    NinePVersion,
    ZabbixPing,
    EpmdNames,
    StunBinding,
    // Over UDP.
    DnsVersionUdp,
    NtpTime,
    SnmpDiscovery, ///< of the engine, which needs no user (RFC 3414, section 4)
    SipOptionsUdp,
    StunBindingUdp,
    MdnsServices,
    SsdpSearch,
    TftpRead, ///< of a file that does not exist
    RpcNullUdp,
    QuicVersions, ///< with a version that does not exist (RFC 9000, section 6)
    CoApPing,
    NetBiosStatus,
    MemcachedVersionUdp,
};

inline constexpr PortQuestion lastPortQuestion = PortQuestion::MemcachedVersionUdp;

/// "greeting", "http-get", ... as in the snapshot format.
[[nodiscard]] QLatin1String portQuestionId(PortQuestion question);
/// What one listens for with it, for people: "HTTP". Translated where it is a word.
[[nodiscard]] QString portQuestionLabel(PortQuestion question);
[[nodiscard]] Transport transportOf(PortQuestion question);
/// Every question of a transport, the likeliest and gentlest first.
[[nodiscard]] const QList<PortQuestion> &questionsOver(Transport transport);
/// The questions that make sense under TLS, in order.
[[nodiscard]] const QList<PortQuestion> &questionsUnderTls();
/// Whether the server is to have spoken before it is asked.
[[nodiscard]] bool waitsForGreeting(PortQuestion question);

/// What goes over the wire. Pure; empty for PortQuestion::Greeting. `host` is how the server is
/// addressed ("127.0.0.1", "[::1]").
[[nodiscard]] QByteArray questionBytes(PortQuestion question, quint16 port, const QByteArray &host);

} // namespace portolan
