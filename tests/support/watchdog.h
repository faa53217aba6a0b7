// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QEvent>
#include <QObject>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <ctime>
#include <thread>
#include <utility>

#include <pthread.h>

namespace portolan::test {

/// Measures how long the thread it was made on leaves a posted event unanswered, as a person's key
/// press would wait. Another thread posts; only one event is under way at a time.
class Watchdog : public QObject
{
public:
    /// In milliseconds.
    struct Stall
    {
        /// What the watched thread itself computed meanwhile: independent of what else the machine
        /// does, so this is what a test may judge.
        double computed = 0;
        /// By the clock on the wall, so with the time the thread waited for a processor.
        double waited = 0;
    };

    Watchdog()
    {
        ::pthread_getcpuclockid(::pthread_self(), &m_clock);
        m_thread = std::jthread([this](const std::stop_token &stop) { post(stop); });
    }
    ~Watchdog() override { m_thread.request_stop(); }

    /// The longest of each since the last call.
    [[nodiscard]] Stall takeLongest() { return std::exchange(m_longest, Stall()); }

    [[nodiscard]] static double milliseconds(clockid_t clock)
    {
        timespec time {};
        ::clock_gettime(clock, &time);
        return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
    }

protected:
    bool event(QEvent *event) override
    {
        if (event->type() != QEvent::User)
            return QObject::event(event);
        m_longest.computed = std::max(m_longest.computed, milliseconds(m_clock) - m_postedComputed);
        m_longest.waited = std::max(m_longest.waited, milliseconds(CLOCK_MONOTONIC) - m_postedAt);
        m_underWay.store(false);
        return true;
    }

private:
    void post(const std::stop_token &stop)
    {
        while (!stop.stop_requested()) {
            if (!m_underWay.load()) {
                m_postedComputed = milliseconds(m_clock);
                m_postedAt = milliseconds(CLOCK_MONOTONIC);
                m_underWay.store(true);
                QCoreApplication::postEvent(this, new QEvent(QEvent::User));
            }
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
        }
    }

    clockid_t m_clock {};
    std::atomic<bool> m_underWay = false;
    double m_postedComputed = 0;
    double m_postedAt = 0;
    Stall m_longest;
    std::jthread m_thread;
};

} // namespace portolan::test
