// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "probe/ask_limits.h"
#include "probe/ask_target.h"
#include "probe/port_answer.h"
#include "probe/port_question.h"
#include "probe/recognition.h"

#include <QByteArray>
#include <QObject>
#include <QTimer>

#include <optional>

namespace portolan {

/// One question to one port over a connection of its own, and what came back. Lives on a thread with
/// an event loop and blocks it never; keeps no more bytes than its limit. Ends the connection when
/// it is destroyed.
class Conversation : public QObject
{
    Q_OBJECT

public:
    enum class End : quint8 {
        Open, ///< it has not ended
        Recognised,
        Quiet, ///< something was said that is not recognised, and then nothing more
        Silent, ///< nothing was said in time
        Closed, ///< the server ended it
        Refused, ///< nothing accepts it
        NoTls, ///< the handshake came to nothing
    };

    struct Task
    {
        AskTarget target;
        quint16 port = 0;
        PortQuestion question = PortQuestion::Greeting;
        AskLimits::Time patience { 0 }; ///< for the first byte
        qsizetype bytes = 0; ///< to be received at most
    };

    Conversation(Task task, const AskLimits &limits, QObject *parent);

    virtual void start() = 0;

    [[nodiscard]] PortQuestion question() const { return m_task.question; }
    [[nodiscard]] End end() const { return m_end; }
    [[nodiscard]] const QByteArray &received() const { return m_received; }
    [[nodiscard]] const MaybeRecognition &recognition() const { return m_recognition; }
    /// Set once a handshake was finished.
    [[nodiscard]] const std::optional<TlsFacts> &tls() const { return m_tls; }

Q_SIGNALS:
    /// Once, and never from within start().
    void finished();

protected:
    [[nodiscard]] const Task &task() const { return m_task; }
    [[nodiscard]] const AskLimits &limits() const { return m_limits; }
    /// How the server is addressed in questions: "127.0.0.1", "[::1]".
    [[nodiscard]] QByteArray hostName() const;
    [[nodiscard]] qsizetype room() const { return m_task.bytes - m_received.size(); }
    void waitFor(AskLimits::Time time, End otherwise);
    /// Adds what was received and ends when that is enough.
    void take(const QByteArray &bytes);
    /// The other end said that it is done.
    void closed();
    void finish(End end);
    void setTls(const TlsFacts &facts) { m_tls = facts; }

private:
    const Task m_task;
    const AskLimits m_limits;
    End m_end = End::Open;
    End m_otherwise = End::Silent;
    QByteArray m_received;
    MaybeRecognition m_recognition;
    std::optional<TlsFacts> m_tls;
    QTimer m_timer;
    QTimer m_whole;
};

} // namespace portolan
