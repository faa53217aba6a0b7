// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitor/monitor.h"
#include "probe/port_asker.h"

#include <QObject>

namespace portolan {

/// Asks ports for the window, one at a time, and hands what they say to the monitor, which judges
/// and keeps it. Lives on the window's thread; nothing blocks it.
class AskController : public QObject
{
    Q_OBJECT

public:
    /// `monitor` must outlive it.
    AskController(KnowledgePtr knowledge, Monitor *monitor, QObject *parent);

    void setKnowledge(const KnowledgePtr &knowledge) { m_knowledge = knowledge; }
    /// Whether such a listener can be asked at all: in this machine's own network namespace.
    [[nodiscard]] static bool canAsk(const Listener &listener);
    void ask(const ListenerPtr &listener);
    void cancel();

    [[nodiscard]] bool isAsking(const ListenerKey &key) const;
    /// "TLS", "HTTP under TLS": what it is asked at this moment, for people.
    [[nodiscard]] QString question() const { return m_question; }
    /// Why the last one to be asked gave no answer, in one translated sentence; empty for all others.
    [[nodiscard]] QString problem(const ListenerKey &key) const;
    /// Whether anything was asked in this session.
    [[nodiscard]] bool hasAsked() const { return m_hasAsked; }

Q_SIGNALS:
    /// Of what the functions above tell.
    void changed();

private:
    void take(const ListenerPtr &listener, const PortAnswerPtr &answer);
    void tell(const ListenerPtr &listener, const QString &problem);

    KnowledgePtr m_knowledge;
    Monitor *m_monitor;
    PortAsker m_asker;
    QString m_question;
    ListenerKey m_last;
    QString m_problem;
    bool m_hasAsked = false;
};

} // namespace portolan
