// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "probe/ask_limits.h"
#include "probe/ask_plan.h"
#include "probe/ask_target.h"
#include "probe/port_answer.h"
#include "probe/stream_conversation.h"

#include <QElapsedTimer>
#include <QObject>
#include <QSet>
#include <QTimer>

namespace portolan {

/// Asks one port one question after the other until it is known what speaks there, within limits.
/// Lives on a thread with an event loop and never blocks it.
class PortInquiry : public QObject
{
    Q_OBJECT

public:
    PortInquiry(const AskTarget &target, quint16 port, Transport transport, AskPlan plan, const AskLimits &limits, QObject *parent);

    void start();
    /// Ends it at once; finished() tells what was found out so far.
    void cancel();

Q_SIGNALS:
    void asking(portolan::PortQuestion question, bool underTls);
    /// Once, and never from within start().
    void finished(const portolan::PortAnswerPtr &answer);

private:
    struct Heard
    {
        PortQuestion question;
        QByteArray bytes;
    };

    void pump();
    void startNext();
    void heard(Conversation *conversation);
    void recognised(const Recognition &recognition, const Conversation &conversation);
    /// What is still worth asking to be sure; nullopt when nothing is.
    [[nodiscard]] std::optional<PortQuestion> followUp(PortQuestion question, const Recognition &recognition) const;
    void heardUnknown(const Conversation &conversation);
    void goUnderTls(const QString &version);
    void handshakeFailed();
    void askOnly(PortQuestion question);
    void dropConversations();
    [[nodiscard]] QList<QByteArray> offeredProtocols(PortQuestion question) const;
    [[nodiscard]] bool isLikely() const { return m_asked.size() < m_plan.oneByOne || m_underTls; }
    void conclude(AskOutcome withoutAnswer);

    const AskTarget m_target;
    const quint16 m_port;
    const Transport m_transport;
    const AskPlan m_plan;
    const AskLimits m_limits;

    QList<PortQuestion> m_queue;
    QSet<PortQuestion> m_asked; ///< on the layer it is at
    QList<Conversation *> m_conversations;
    QTimer m_clock;
    QElapsedTimer m_elapsed;
    QDateTime m_startedAt;
    qsizetype m_received = 0;
    int m_connections = 0;
    int m_closed = 0;
    int m_silent = 0;
    bool m_accepted = false; ///< something took a connection, or answered
    bool m_underTls = false;
    bool m_offersProtocols = true;
    bool m_done = false;

    std::optional<TlsFacts> m_tls;
    std::optional<Recognition> m_found;
    std::optional<Heard> m_foundIn;
    std::optional<Heard> m_unknown;
};

} // namespace portolan
