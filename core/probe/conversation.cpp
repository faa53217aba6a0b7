// SPDX-License-Identifier: GPL-3.0-or-later
#include "probe/conversation.h"

namespace portolan {

Conversation::Conversation(Task task, const AskLimits &limits, QObject *parent)
    : QObject(parent)
    , m_task(std::move(task))
    , m_limits(limits)
{
    m_timer.setSingleShot(true);
    m_whole.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, [this] { finish(m_otherwise); });
    connect(&m_whole, &QTimer::timeout, this, [this] { finish(m_otherwise); });
}

QByteArray Conversation::hostName() const
{
    const QByteArray address = m_task.target.address.toString().toLatin1();
    return m_task.target.address.family() == IpAddress::Family::IPv6 ? '[' + address + ']' : address;
}

void Conversation::waitFor(AskLimits::Time time, End otherwise)
{
    m_otherwise = otherwise;
    m_timer.start(time);
}

void Conversation::take(const QByteArray &bytes)
{
    if (m_end != End::Open || bytes.isEmpty())
        return;
    if (m_received.isEmpty())
        m_whole.start(m_limits.oneAnswer);
    m_received += bytes.first(std::min(bytes.size(), room()));
    m_recognition = recognise(m_task.question, m_task.port, m_received);
    m_otherwise = m_recognition ? End::Recognised : End::Quiet;
    if ((m_recognition && !m_recognition->mayGrow) || room() <= 0)
        finish(m_otherwise);
    else
        m_timer.start(m_limits.pause);
}

void Conversation::closed()
{
    finish(m_recognition ? End::Recognised : m_received.isEmpty() ? End::Closed : End::Quiet);
}

void Conversation::finish(End end)
{
    if (m_end != End::Open)
        return;
    m_end = end;
    m_timer.stop();
    m_whole.stop();
    // Whoever hears it destroys this object, which the socket's own code may still be in.
    QMetaObject::invokeMethod(this, &Conversation::finished, Qt::QueuedConnection);
}

} // namespace portolan
