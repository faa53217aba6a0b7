// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>

namespace portolan::platform {

/// A thread that enters other network namespaces, setns(2), because it is always a whole thread that
/// moves. After each visit it is back in the namespace it was born in: it keeps none alive whose
/// container has ended. It stays, since every thread that is made looks like a new process to those
/// who watch for new ones. Used by one thread at a time.
class NamespaceVisitor
{
public:
    NamespaceVisitor() = default;
    ~NamespaceVisitor();
    NamespaceVisitor(const NamespaceVisitor &) = delete;
    NamespaceVisitor &operator=(const NamespaceVisitor &) = delete;

    /// Runs `visit` on the thread and waits for its end. False when there is no thread to be had.
    bool run(const std::function<void()> &visit);
    /// For visits: moves their thread into the network namespace that a file keeps, which needs
    /// CAP_SYS_ADMIN. False on error, errno says why.
    static bool enter(int folder, const char *file);

private:
    bool start();
    void end();
    void work(int home);

    std::thread m_thread;
    std::mutex m_mutex; ///< guards all below
    std::condition_variable m_changed;
    const std::function<void()> *m_visit = nullptr; ///< null: nothing to do, or done
    bool m_stop = false;
    bool m_lost = false; ///< it did not come back; nothing may run on it again
};

} // namespace portolan::platform
