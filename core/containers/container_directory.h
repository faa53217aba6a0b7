// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "containers/container_book.h"
#include "containers/served_container.h"

#include <QMutex>
#include <QThread>
#include <QWaitCondition>

#include <atomic>
#include <chrono>
#include <functional>
#include <memory>
#include <set>

namespace portolan {

/// What is known of this machine's containers beyond their ids. Answers at once from what it knows
/// and finds out the rest on a thread of its own: from the engines' sockets, where they may be used,
/// and else by joining the command lines of proxies with the addresses of containers. Engines are
/// asked when something of theirs is seen that is not known, again after a while when they do not
/// know it either, and from time to time because containers are renamed. Thread-safe.
class ContainerDirectory
{
public:
    /// What the thread reads of the system.
    struct System
    {
        /// Addresses of the network namespace that a process lives in, but for the loopback ones.
        std::function<QList<IpAddress>(const ProcessKey &process)> addresses;
        std::function<bool(const ProcessKey &process)> isAlive;
        /// All processes that pass connections on to an address in a container.
        std::function<QList<ContainerProxy>()> proxies;
    };

    explicit ContainerDirectory(System system, QList<EngineSocket> sockets = engineSockets());
    ~ContainerDirectory();

    /// The container with what is known besides its id.
    [[nodiscard]] Container completed(const Container &container);
    /// The container for which a process works that holds the port. Its id is empty as long as nothing but
    /// the process itself says so.
    [[nodiscard]] Container servedBy(const ServedContainer &served, const ProcessKey &process, Transport transport,
                                     quint16 port);
    /// The container whose proxy listens at this place of the machine, as the proxies' command lines say;
    /// nullopt when none does. For sockets whose holder is not seen.
    [[nodiscard]] std::optional<Container> servedAt(Transport transport, quint16 port, const IpAddress &address);
    /// Says that the process lives in the container and in a network namespace other than the host's.
    void noteResident(const QString &containerId, const ProcessKey &process);

    /// Grows when the answers would be others.
    [[nodiscard]] quint64 revision() const { return m_revision; }
    /// Blocks until all that was asked for has been looked up once, at most `patience`.
    bool waitForAnswers(std::chrono::milliseconds patience);

private:
    using Time = std::chrono::steady_clock::time_point;
    /// Something that its engine is to be asked for.
    struct Question
    {
        ContainerEngine engine;
        Time due;
        std::chrono::seconds delay; ///< until it is asked again
    };
    struct Resident
    {
        QString containerId;
        ProcessKey process;
    };

    void ask(ContainerEngine engine, const QString &what);
    void wake();
    void run();
    [[nodiscard]] Time nextTask() const;
    void work(QMutexLocker<QMutex> &lock);
    [[nodiscard]] std::set<ContainerEngine> enginesToAsk(Time now);
    [[nodiscard]] bool forgetResidents(const QList<ProcessKey> &ended);

    const System m_system;
    const QList<EngineSocket> m_sockets;
    std::atomic<quint64> m_revision { 0 };
    std::atomic_bool m_stop { false };
    QMutex m_mutex; ///< guards all below
    QWaitCondition m_task;
    QWaitCondition m_done;
    ContainerBook m_book;
    QHash<QString, Question> m_questions;
    QList<Resident> m_residents; ///< whose addresses are to be read
    QHash<QString, ProcessKey> m_readFrom; ///< whose addresses stand for the container's, by its id
    Time m_refreshAt = Time::max();
    bool m_working = false;
    std::unique_ptr<QThread> m_thread; ///< null until there is something to do
};

} // namespace portolan
