// SPDX-License-Identifier: GPL-3.0-or-later
#include "probe/datagram_conversation.h"

#include <QNetworkDatagram>
#include <QNetworkProxy>

namespace portolan {

DatagramConversation::DatagramConversation(const Task &task, const AskLimits &limits, QObject *parent)
    : Conversation(task, limits, parent)
{
    m_socket.setProxy(QNetworkProxy::NoProxy);
    connect(&m_socket, &QUdpSocket::readyRead, this, &DatagramConversation::read);
    connect(&m_socket, &QUdpSocket::errorOccurred, this, &DatagramConversation::fail);
}

DatagramConversation::~DatagramConversation()
{
    m_socket.disconnect(this);
    m_socket.abort();
}

void DatagramConversation::start()
{
    waitFor(task().patience, End::Silent);
    const QByteArray bytes = questionBytes(question(), task().port, hostName());
    const QHostAddress host = task().target.hostAddress();
    // A server of TFTP answers from another port (RFC 1350, section 4), which a connected socket would
    // not hear; the kernel tells only a connected one that nobody accepts.
    if (question() == PortQuestion::TftpRead) {
        if (!m_socket.bind(host, 0) || m_socket.writeDatagram(bytes, host, task().port) < 0)
            finish(End::Silent);
        return;
    }
    connect(&m_socket, &QUdpSocket::connected, this, [this, bytes] { m_socket.write(bytes); });
    m_socket.connectToHost(host, task().port);
}

void DatagramConversation::read()
{
    // No more at a time, so that a flood leaves room for the clock.
    constexpr int mostAtOnce = 16;
    for (int i = 0; i < mostAtOnce && end() == End::Open; ++i) {
        // Looking whether there is one would swallow the error that a refusal is.
        if (i > 0 && !m_socket.hasPendingDatagrams())
            return;
        const QNetworkDatagram datagram = m_socket.receiveDatagram(room());
        if (datagram.senderAddress().isEqual(task().target.hostAddress(), QHostAddress::TolerantConversion))
            take(datagram.data());
    }
}

void DatagramConversation::fail()
{
    if (m_socket.error() == QAbstractSocket::ConnectionRefusedError)
        finish(End::Refused);
    else if (m_socket.error() != QAbstractSocket::TemporaryError)
        closed();
}

} // namespace portolan
