// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/linux/told_holders.h"

#include "text/text.h"

#include <utility>

namespace portolan::platform {

namespace {

/// Calls after which what was told is asked for again although nothing seems to have changed.
constexpr quint64 callsPerLook = 10;

constexpr QByteArrayView deletedSuffix(" (deleted)");

} // namespace

FullViewClient &ToldHolders::client()
{
    if (!m_client)
        m_client = std::make_unique<FullViewClient>();
    return *m_client;
}

bool ToldHolders::nextCall()
{
    ++m_call;
    m_missed.clear();
    const FullViewAnswerPtr before = std::exchange(m_answer, m_client ? m_client->answer() : nullptr);
    if (!m_answer)
        m_inVain.clear();
    m_completed.removeIf([this](const auto &entry) { return !m_answer || entry.value().usedAt + 1 < m_call; });
    // What a process ran before it executed another program is told anew as well.
    if (m_answer != before) {
        for (Completed &known : m_completed)
            known.info.reset();
    }
    return m_answer != before;
}

void ToldHolders::endCall()
{
    if (!isOn())
        return;
    const bool news = !(m_missed - m_inVain).isEmpty();
    if (!m_due && !news && m_call < m_askedAt + callsPerLook)
        return;
    m_client->ask();
    m_inVain = m_missed;
    m_askedAt = m_call;
    m_due = false;
}

QList<ToldProcess> ToldHolders::holders(quint64 inode) const
{
    return m_answer ? m_answer->holders.value(inode) : QList<ToldProcess>();
}

ProcessPtr ToldHolders::completed(const ProcessPtr &info, const ToldProcess &told)
{
    if (!info->executable.isEmpty() || told.executable.isEmpty())
        return info;
    Completed &known = m_completed[told.key];
    known.usedAt = m_call;
    if (known.info == info)
        return known.result;
    if (known.info) {
        // It changed since it was told of: perhaps it runs another program.
        doubt();
        return info;
    }
    known.info = info;
    auto result = std::make_shared<ProcessInfo>(*info);
    const QByteArrayView link(told.executable);
    result->executableDeleted = link.endsWith(deletedSuffix);
    result->executable = text::fromKernel(result->executableDeleted ? link.chopped(deletedSuffix.size()) : link);
    if (!known.result || *known.result != *result)
        known.result = result;
    return known.result;
}

void ToldHolders::miss(quint64 inode)
{
    if (isOn() && !isUnheld(inode))
        m_missed.insert(inode);
}

} // namespace portolan::platform
