// SPDX-License-Identifier: GPL-3.0-or-later
#include "probe/ask_controller.h"

namespace portolan {

AskController::AskController(KnowledgePtr knowledge, Monitor *monitor, QObject *parent)
    : QObject(parent)
    , m_knowledge(std::move(knowledge))
    , m_monitor(monitor)
{
    connect(&m_asker, &PortAsker::asking, this, [this](PortQuestion question, bool underTls) {
        const QString label = portQuestionLabel(question);
        m_question = underTls ? tr("%1 under TLS").arg(label) : label;
        Q_EMIT changed();
    });
    connect(&m_asker, &PortAsker::answered, this, &AskController::take);
    connect(&m_asker, &PortAsker::refused, this, &AskController::tell);
}

bool AskController::canAsk(const Listener &listener)
{
    return listener.key.networkNamespace.isEmpty();
}

void AskController::ask(const ListenerPtr &listener)
{
    if (!canAsk(*listener) || isAsking(listener->key))
        return;
    m_hasAsked = true;
    m_question.clear();
    m_problem.clear();
    m_asker.ask(listener, m_knowledge);
    Q_EMIT changed();
}

void AskController::cancel()
{
    m_asker.cancel();
}

bool AskController::isAsking(const ListenerKey &key) const
{
    return m_asker.listener() && m_asker.listener()->key == key;
}

QString AskController::problem(const ListenerKey &key) const
{
    return key == m_last ? m_problem : QString();
}

void AskController::take(const ListenerPtr &listener, const PortAnswerPtr &answer)
{
    const bool told = answer->outcome != AskOutcome::Cancelled && answer->outcome != AskOutcome::Refused;
    if (told)
        m_monitor->setAnswer(listener, answer);
    tell(listener, told ? QString() : answerText(*answer));
}

void AskController::tell(const ListenerPtr &listener, const QString &problem)
{
    m_last = listener->key;
    m_problem = problem;
    Q_EMIT changed();
}

} // namespace portolan
