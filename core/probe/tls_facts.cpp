// SPDX-License-Identifier: GPL-3.0-or-later
#include "probe/tls_facts.h"

#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslSocket>

namespace portolan {

namespace {

QString bounded(const QString &text)
{
    return text.size() <= PortAnswer::maximumText ? text : text.first(PortAnswer::maximumText - 1) + QChar(0x2026);
}

/// The name people know somebody by: the common name, else the organisation.
QString nameOf(const QStringList &commonNames, const QStringList &organisations)
{
    const QStringList &names = commonNames.isEmpty() ? organisations : commonNames;
    return bounded(names.value(0));
}

QString versionName(QSsl::SslProtocol protocol)
{
    switch (protocol) {
    case QSsl::TlsV1_2:
        return QStringLiteral("TLS 1.2");
    case QSsl::TlsV1_3:
        return QStringLiteral("TLS 1.3");
    case QSsl::UnknownProtocol:
        return {};
    default: // TlsV1_0 and TlsV1_1, whose names Qt deprecates
        return QStringLiteral("TLS 1.0/1.1");
    }
}

} // namespace

TlsFacts tlsFactsOf(const QSslSocket &socket)
{
    TlsFacts facts;
    facts.version = versionName(socket.sessionProtocol());
    const QSslConfiguration configuration = socket.sslConfiguration();
    if (configuration.nextProtocolNegotiationStatus() == QSslConfiguration::NextProtocolNegotiationNegotiated)
        facts.alpn = bounded(QString::fromLatin1(configuration.nextNegotiatedProtocol()));
    const QList<QSslCertificate> chain = socket.peerCertificateChain();
    if (!socket.peerCertificate().isNull())
        facts.certificate = certificateFactsOf(socket.peerCertificate(), chain.size());
    return facts;
}

CertificateFacts certificateFactsOf(const QSslCertificate &certificate, qsizetype chainLength)
{
    CertificateFacts facts;
    facts.subject = nameOf(certificate.subjectInfo(QSslCertificate::CommonName), certificate.subjectInfo(QSslCertificate::Organization));
    facts.issuer = nameOf(certificate.issuerInfo(QSslCertificate::CommonName), certificate.issuerInfo(QSslCertificate::Organization));
    const auto names = certificate.subjectAlternativeNames();
    for (const QString &name : names) {
        if (facts.names.size() < CertificateFacts::maximumNames)
            facts.names += bounded(name);
    }
    facts.names.sort();
    facts.nameCount = names.size();
    facts.validFrom = certificate.effectiveDate();
    facts.validUntil = certificate.expiryDate();
    facts.selfSigned = certificate.isSelfSigned();
    facts.chainLength = chainLength;
    return facts;
}

} // namespace portolan
