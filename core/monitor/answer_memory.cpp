// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitor/answer_memory.h"

#include <algorithm>

namespace portolan {

namespace {

QString programOfLeader(const Listener &listener)
{
    const ProcessInfo *leader = listener.owner->leader();
    return !leader ? QString() : leader->script.isEmpty() ? leader->executable : leader->script;
}

bool shareSocket(const QList<quint64> &a, const QList<quint64> &b)
{
    return std::ranges::any_of(a, [&b](quint64 socket) { return std::ranges::binary_search(b, socket); });
}

} // namespace

void AnswerMemory::keep(const Listener &asked, const PortAnswerPtr &answer)
{
    if (answer)
        m_kept.insert(asked.key, { answer, asked.sockets, programOfLeader(asked) });
    else
        m_kept.remove(asked.key);
}

PortAnswerPtr AnswerMemory::answerOf(const Listener &listener) const
{
    const auto kept = m_kept.constFind(listener.key);
    if (kept == m_kept.cend() || !shareSocket(kept->sockets, listener.sockets))
        return nullptr;
    const QString program = programOfLeader(listener);
    const bool isOther = !program.isEmpty() && !kept->program.isEmpty() && program != kept->program;
    return isOther ? nullptr : kept->answer;
}

void AnswerMemory::forgetOthers(const QList<ListenerPtr> &listeners)
{
    m_kept.removeIf([&listeners, this](const QHash<ListenerKey, Kept>::iterator &kept) {
        const auto found = std::ranges::lower_bound(
            listeners, kept.key(), {}, [](const ListenerPtr &listener) -> const ListenerKey & { return listener->key; });
        return found == listeners.end() || (*found)->key != kept.key() || !answerOf(**found);
    });
}

} // namespace portolan
