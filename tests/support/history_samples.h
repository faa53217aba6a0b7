// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/listener_samples.h"

#include <map>

/// Pictures of a made-up machine at made-up times, for tests of the history.
namespace portolan::samples {

/// 2026-11-20 12:00 UTC, in milliseconds since 1970.
inline constexpr qint64 noon = 1'795'176'000'000;

/// What listens, and since when it is that.
class Scene
{
public:
    explicit Scene(qint64 at = noon)
        : m_at(at)
    {
    }

    [[nodiscard]] qint64 at() const { return m_at; }
    void pass(qint64 milliseconds) { m_at += milliseconds; }
    void open(const ListenerPtr &listener, Verdict verdict = Verdict::Expected)
    {
        m_listeners[listener->key] = { listener, assessment(verdict) };
    }
    void open(quint16 port, const QString &program, Verdict verdict = Verdict::Expected, qint32 pid = 100)
    {
        open(listener(port, owner(process(pid, program))), verdict);
    }
    void close(quint16 port)
    {
        std::erase_if(m_listeners, [port](const auto &entry) { return entry.first.port == port; });
    }
    void clear() { m_listeners.clear(); }
    [[nodiscard]] Update update() const
    {
        auto snapshot = std::make_shared<Snapshot>();
        snapshot->takenAt = QDateTime::fromMSecsSinceEpoch(m_at, Qt::UTC);
        snapshot->unread = {};
        Update update;
        for (const auto &[key, entry] : m_listeners) {
            snapshot->listeners.append(entry.first);
            update.assessments.append(entry.second);
        }
        update.snapshot = std::move(snapshot);
        return update;
    }

private:
    qint64 m_at;
    std::map<ListenerKey, std::pair<ListenerPtr, AssessmentPtr>> m_listeners;
};

} // namespace portolan::samples
