// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "knowledge/knowledge.h"
#include "probe/ask_limits.h"
#include "probe/port_answer.h"
#include "snapshot/listener.h"

#include <QObject>
#include <QThread>

#include <optional>

namespace portolan {

/// Asks this machine's own ports what they speak, one at a time, on a thread of its own, which
/// begins with the first question. All signals are emitted on the thread the asker lives in.
class PortAsker : public QObject
{
    Q_OBJECT

public:
    explicit PortAsker(const AskLimits &limits = {}, QObject *parent = nullptr);
    /// Cancels, and waits for the thread to end.
    ~PortAsker() override;

    /// Cancels what is being asked and asks `listener` at `address`, or where it is best asked.
    void ask(const ListenerPtr &listener, const KnowledgePtr &knowledge, const std::optional<IpAddress> &address = std::nullopt);
    /// Ends it at once; answered() tells so, or what was found out already.
    void cancel();
    /// The listener being asked; null when none is.
    [[nodiscard]] const ListenerPtr &listener() const { return m_listener; }

Q_SIGNALS:
    void asking(portolan::PortQuestion question, bool underTls);
    void answered(const portolan::ListenerPtr &listener, const portolan::PortAnswerPtr &answer);
    /// Nothing was asked; `reason` is one translated sentence.
    void refused(const portolan::ListenerPtr &listener, const QString &reason);

private:
    class Worker;

    QThread m_thread;
    Worker *m_worker;
    ListenerPtr m_listener;
    quint64 m_job = 0;
};

} // namespace portolan
