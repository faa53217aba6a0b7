// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "probe/conversation.h"

#include <QList>
#include <QSslSocket>

namespace portolan {

/// Over TCP, or TLS over TCP.
class StreamConversation : public Conversation
{
    Q_OBJECT

public:
    enum class Layer : quint8 { Plain, Tls };

    /// `protocols` are offered to the server (RFC 7301).
    StreamConversation(const Task &task, const AskLimits &limits, Layer layer, const QList<QByteArray> &protocols, QObject *parent);
    ~StreamConversation() override;

    void start() override;

private:
    void ask();
    void read();
    void fail(QAbstractSocket::SocketError error);
    void encrypted();
    [[nodiscard]] bool isToSelf() const;

    const Layer m_layer;
    QSslSocket m_socket;
    bool m_asked = false;
    bool m_connected = false;
    bool m_encrypted = false;
};

} // namespace portolan
