// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitor/update.h"

#include <algorithm>
#include <map>
#include <random>

/// Listeners and updates made up for tests of what shows them.
namespace portolan::samples {

inline ProcessPtr process(qint32 pid, const QString &name, quint64 startTicks = 1)
{
    auto info = std::make_shared<ProcessInfo>();
    info->key = {pid, startTicks};
    info->name = name;
    info->startedAt = QDateTime::fromMSecsSinceEpoch(1'700'000'000'000 + pid * 1000LL, Qt::UTC);
    info->executable = QStringLiteral("/usr/bin/") + name;
    info->commandLine = {info->executable, QStringLiteral("--port")};
    info->uid = 1000;
    info->user = QStringLiteral("alice");
    return info;
}

inline OwnerPtr owner(const ProcessPtr &leader, Attribution attribution = Attribution::Observed)
{
    auto value = std::make_shared<Owner>();
    value->attribution = leader ? attribution : Attribution::None;
    value->reason = leader ? OwnerReason::None : OwnerReason::OtherUser;
    if (leader)
        value->processes = {leader};
    value->uid = leader ? leader->uid : 0;
    value->user = leader ? leader->user : QStringLiteral("root");
    return value;
}

inline ListenerPtr listener(quint16 port, const OwnerPtr &owner, Transport transport = Transport::Tcp,
                            const char *address = "0.0.0.0")
{
    auto value = std::make_shared<Listener>();
    value->key.port = port;
    value->key.transport = transport;
    if (const ProcessInfo *leader = owner->leader())
        value->key.owner = {OwnerKey::Kind::Process, leader->key, 0, 0};
    else
        value->key.owner = {OwnerKey::Kind::User, {}, 0, owner->uid};
    Endpoint endpoint;
    endpoint.address = *IpAddress::parse(QLatin1String(address));
    value->endpoints = {endpoint};
    value->owner = owner;
    return value;
}

inline AssessmentPtr assessment(Verdict verdict, const QString &service = {}, Marks marks = {})
{
    auto value = std::make_shared<Assessment>();
    value->verdict = verdict;
    value->service = service;
    value->marks = marks;
    return value;
}

/// A machine whose listeners come, go and change, and the updates a sampler would make of it.
class Machine
{
public:
    explicit Machine(uint seed)
        : m_random(seed)
    {
    }

    [[nodiscard]] int below(int limit) { return std::uniform_int_distribution<int>(0, limit - 1)(m_random); }

    void open(int count)
    {
        for (int i = 0; i < count; ++i) {
            const auto port = static_cast<quint16>(1 + below(65535));
            const ProcessPtr holder = below(8) == 0
                ? nullptr
                : oneOf(2 + below(1000));
            add(listener(port, owner(holder), below(3) == 0 ? Transport::Udp : Transport::Tcp,
                         below(2) == 0 ? "127.0.0.1" : "0.0.0.0"));
        }
    }

    void close(int count)
    {
        for (int i = 0; i < count && !m_now.empty(); ++i)
            m_now.erase(pick());
    }

    /// Half of the changes give the listener another owner, and so another key.
    void change(int count)
    {
        for (int i = 0; i < count && !m_now.empty(); ++i) {
            const auto place = pick();
            const ListenerPtr before = place->second;
            ListenerPtr after;
            if (below(2) == 0) {
                after = listener(before->port(), owner(process(2 + below(5000), QStringLiteral("heir"))),
                                 before->transport());
            } else {
                auto copy = std::make_shared<Listener>(*before);
                copy->endpoints = {Endpoint {*IpAddress::parse(QStringLiteral("10.0.0.%1").arg(1 + below(200))), false, {}, {}}};
                after = copy;
            }
            if (!(after->key == before->key) && m_now.contains(after->key))
                continue;
            m_now.erase(place);
            m_now.emplace(after->key, after);
        }
    }

    [[nodiscard]] Update update()
    {
        auto snapshot = std::make_shared<Snapshot>();
        snapshot->takenAt = QDateTime::currentDateTimeUtc();
        for (const auto &[key, value] : m_now)
            snapshot->listeners.append(value);
        Update update;
        update.snapshot = snapshot;
        for (const ListenerPtr &value : std::as_const(snapshot->listeners))
            update.assessments.append(assessmentFor(*value));
        update.first = !m_last;
        update.delta = diff(m_last ? *m_last : Snapshot(), *snapshot);
        m_last = snapshot;
        return update;
    }

private:
    /// A process holds many listeners, and all of them share its facts.
    ProcessPtr oneOf(qint32 pid)
    {
        ProcessPtr &known = m_processes[pid];
        if (!known)
            known = process(pid, QStringLiteral("worker-%1").arg(pid % 40));
        return known;
    }

    using Listeners = std::map<ListenerKey, ListenerPtr>;

    void add(const ListenerPtr &value) { m_now.emplace(value->key, value); }

    Listeners::iterator pick()
    {
        return std::next(m_now.begin(), below(static_cast<int>(m_now.size())));
    }

    AssessmentPtr assessmentFor(const Listener &value)
    {
        static const AssessmentPtr all[] {assessment(Verdict::Expected, QStringLiteral("ssh")),
                                          assessment(Verdict::Explained, {}, Mark::Unassigned),
                                          assessment(Verdict::Unfamiliar),
                                          assessment(Verdict::Investigate, QStringLiteral("jpegmpeg"), Mark::Similar)};
        return all[value.port() % 4];
    }

    std::mt19937 m_random;
    std::map<qint32, ProcessPtr> m_processes;
    Listeners m_now;
    SnapshotPtr m_last;
};

} // namespace portolan::samples
