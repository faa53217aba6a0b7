// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "containers/container_directory.h"
#include "platform/linux/file_descriptor.h"
#include "platform/linux/namespace_files.h"
#include "platform/linux/namespace_visitor.h"
#include "snapshot/owner.h"

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QString>

#include <memory>
#include <optional>

namespace portolan::platform {

/// A network namespace other than Portolan's own.
struct NetworkNamespace
{
    QString identity; ///< see ListenerKey::networkNamespace
    QString name; ///< see Endpoint::networkNamespace
    /// Processes known to live in it, the representative first. Only that one was verified at the
    /// last refresh, the others may have ended. Empty: only `file` keeps the namespace.
    QList<qint32> processes;
    QByteArray file; ///< a file that keeps it; empty when none is known
    std::optional<Container> container; ///< of its first process that runs in one

    friend bool operator==(const NetworkNamespace &, const NetworkNamespace &) = default;
};

/// The network namespaces of the processes in /proc, and, for root, those which files keep that
/// have no process.
///
/// They are told apart by the inode number of /proc/<pid>/net/tcp: the kernel gives it out once for
/// each network namespace and shows it to everybody, while /proc/<pid>/ns/net is shown to the same
/// user and root only. To see every process at every tick would cost too much: new ones are looked
/// at a few times (a container's first process moves after its birth), the others in turn.
/// Used by one thread at a time, whose own namespace is "own".
class NetworkNamespaces
{
public:
    explicit NetworkNamespaces(const QByteArray &procRoot = QByteArrayLiteral("/proc"),
                               NamespaceFiles files = NamespaceFiles());

    /// Namespaces of containers are named as the directory names these; without one, after their ids.
    void setDirectory(std::shared_ptr<ContainerDirectory> directory) { m_directory = std::move(directory); }

    /// To be called once a tick.
    void refresh();
    /// Sorted by identity.
    [[nodiscard]] const QList<NetworkNamespace> &others() const { return m_others; }
    /// Null for the own one and for one that is gone.
    [[nodiscard]] const NetworkNamespace *find(const QString &identity) const;

    /// Identity of the namespace in which a process lives; `process` is its folder in /proc, such as
    /// "812" or "thread-self". Empty when it is gone.
    [[nodiscard]] static QString identityOf(int procFolder, const char *process);

private:
    struct Process
    {
        quint64 space = 0; ///< inode of its net/tcp; 0: not looked at, or gone
        quint64 listedAt = 0;
    };
    struct Look
    {
        qint32 pid;
        quint64 due; ///< call
        quint64 delay; ///< of the look after it, in calls
    };
    /// What is known of a namespace for as long as it lives.
    struct Space
    {
        quint64 settledAt = 0; ///< call from which on its processes are taken to bear their final names
        quint64 inode = 0; ///< its own number; 0: not shown
        QString processName;
        qint32 firstProcess = 0;
        std::optional<Container> container;
        qint32 representative = 0;
    };

    void listProcesses();
    void lookAtNew();
    void lookInTurn();
    void verifyRepresentatives();
    void look(qint32 pid);
    void rebuild();
    void identify(Space &space, const QList<qint32> &processes);
    [[nodiscard]] QString nameOf(const Space &space, const NamespaceFile *file) const;
    void addFilesWithoutProcess(const QList<quint64> &withProcess);

    FileDescriptor m_proc;
    NamespaceFiles m_files;
    NamespaceVisitor m_visitor;
    std::shared_ptr<ContainerDirectory> m_directory;
    quint64 m_directoryRevision = 0;
    quint64 m_call = 0;
    quint64 m_own = 0;
    QByteArray m_lastPid;
    QHash<qint32, Process> m_processes;
    QList<qint32> m_pids;
    qsizetype m_position = 0;
    QList<Look> m_looks;
    QHash<quint64, Space> m_spaces;
    bool m_changed = false;
    quint64 m_allSettledAt = 0;
    QList<NetworkNamespace> m_others;
};

/// For visits of NamespaceVisitor: moves their thread into the namespace by one of the processes in it
/// or by the file that keeps it. `procFolder` is an open /proc. False when none leads there.
bool enterNetworkNamespace(int procFolder, const NetworkNamespace &space);

/// A process that lives in the namespace at this moment, as its folder in /proc is called; empty when
/// none is known. It may move or end at any time: compare NetworkNamespaces::identityOf() afterwards.
[[nodiscard]] QByteArray processIn(int procFolder, const NetworkNamespace &space);

} // namespace portolan::platform
