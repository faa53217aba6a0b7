// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "probe/conversation.h"

#include <QUdpSocket>

namespace portolan {

/// Over UDP: one datagram there, and what comes back from that address.
class DatagramConversation : public Conversation
{
    Q_OBJECT

public:
    DatagramConversation(const Task &task, const AskLimits &limits, QObject *parent);
    ~DatagramConversation() override;

    void start() override;

private:
    void read();
    void fail();

    QUdpSocket m_socket;
};

} // namespace portolan
