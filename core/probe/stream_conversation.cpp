// SPDX-License-Identifier: GPL-3.0-or-later
#include "probe/stream_conversation.h"

#include "probe/tls_facts.h"

#include <QNetworkProxy>
#include <QSslConfiguration>

namespace portolan {

StreamConversation::StreamConversation(const Task &task, const AskLimits &limits, Layer layer,
                                       const QList<QByteArray> &protocols, QObject *parent)
    : Conversation(task, limits, parent)
    , m_layer(layer)
{
    m_socket.setProxy(QNetworkProxy::NoProxy);
    // Flow control keeps what we do not read on the other side.
    m_socket.setReadBufferSize(task.bytes);
    if (layer == Layer::Tls) {
        QSslConfiguration configuration;
        configuration.setProtocol(QSsl::AnyProtocol);
        // Who signed the certificate is told, not judged.
        configuration.setPeerVerifyMode(QSslSocket::VerifyNone);
        configuration.setCaCertificates({});
        configuration.setAllowedNextProtocols(protocols);
        m_socket.setSslConfiguration(configuration);
        connect(&m_socket, &QSslSocket::encrypted, this, &StreamConversation::encrypted);
    }
    connect(&m_socket, &QSslSocket::connected, this, [this] {
        m_connected = true;
        if (isToSelf())
            finish(End::Refused);
        else if (m_layer == Layer::Plain)
            ask();
        else
            m_socket.startClientEncryption();
    });
    connect(&m_socket, &QSslSocket::readyRead, this, &StreamConversation::read);
    connect(&m_socket, &QSslSocket::errorOccurred, this, &StreamConversation::fail);
}

StreamConversation::~StreamConversation()
{
    m_socket.disconnect(this);
    m_socket.abort();
}

void StreamConversation::start()
{
    waitFor(limits().connect, m_layer == Layer::Tls ? End::NoTls : End::Silent);
    m_socket.connectToHost(task().target.hostAddress(), task().port);
}

void StreamConversation::ask()
{
    waitFor(task().patience, End::Silent);
    if (!waitsForGreeting(question())) {
        m_asked = true;
        m_socket.write(questionBytes(question(), task().port, hostName()));
    }
    read();
}

void StreamConversation::read()
{
    if (m_layer == Layer::Tls && !m_encrypted)
        return;
    const QByteArray bytes = m_socket.read(room());
    if (bytes.isEmpty())
        return;
    if (!m_asked) {
        m_asked = true;
        m_socket.write(questionBytes(question(), task().port, hostName()));
    }
    take(bytes);
}

void StreamConversation::fail(QAbstractSocket::SocketError error)
{
    if (!m_connected) {
        finish(error == QAbstractSocket::ConnectionRefusedError ? End::Refused : End::Silent);
        return;
    }
    if (m_layer == Layer::Tls && !m_encrypted) {
        finish(End::NoTls);
        return;
    }
    read();
    closed();
}

void StreamConversation::encrypted()
{
    m_encrypted = true;
    setTls(tlsFactsOf(m_socket));
    ask();
}

/// A connection to a port of one's own that nobody listens on may meet itself (RFC 9293, 3.5).
bool StreamConversation::isToSelf() const
{
    return m_socket.localPort() == m_socket.peerPort() && m_socket.localAddress() == m_socket.peerAddress();
}

} // namespace portolan
