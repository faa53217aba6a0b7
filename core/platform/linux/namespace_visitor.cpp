// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/linux/namespace_visitor.h"

#include "platform/linux/file_descriptor.h"

#include <fcntl.h>
#include <sched.h>

#include <system_error>
#include <utility>

namespace portolan::platform {

NamespaceVisitor::~NamespaceVisitor()
{
    end();
}

bool NamespaceVisitor::run(const std::function<void()> &visit)
{
    if (!m_thread.joinable() && !start())
        return false;
    std::unique_lock lock(m_mutex);
    m_visit = &visit;
    m_changed.notify_all();
    m_changed.wait(lock, [this] { return m_visit == nullptr; });
    const bool lost = m_lost;
    lock.unlock();
    if (lost)
        end();
    return true;
}

bool NamespaceVisitor::enter(int folder, const char *file)
{
    const FileDescriptor descriptor(::openat(folder, file, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK));
    return descriptor.isValid() && ::setns(descriptor.get(), CLONE_NEWNET) == 0;
}

bool NamespaceVisitor::start()
{
    m_stop = false;
    m_lost = false;
    try {
        m_thread = std::thread([this] {
            // Everybody may read where one is oneself, also where /proc is not mounted for others.
            const FileDescriptor home(::open("/proc/thread-self/ns/net", O_RDONLY | O_CLOEXEC));
            work(home.get());
        });
        return true;
    } catch (const std::system_error &) {
        return false;
    }
}

void NamespaceVisitor::end()
{
    if (!m_thread.joinable())
        return;
    {
        const std::lock_guard lock(m_mutex);
        m_stop = true;
        m_changed.notify_all();
    }
    m_thread.join();
}

void NamespaceVisitor::work(int home)
{
    std::unique_lock lock(m_mutex);
    while (!m_lost) {
        m_changed.wait(lock, [this] { return m_stop || m_visit != nullptr; });
        if (m_visit == nullptr)
            return;
        const auto *const visit = m_visit;
        lock.unlock();
        (*visit)();
        const bool back = home >= 0 && ::setns(home, CLONE_NEWNET) == 0;
        lock.lock();
        m_lost = !back;
        m_visit = nullptr;
        m_changed.notify_all();
    }
}

} // namespace portolan::platform
