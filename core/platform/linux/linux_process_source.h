// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitor/process_source.h"
#include "platform/linux/control_group_tree.h"
#include "platform/linux/file_descriptor.h"
#include "platform/linux/network_namespaces.h"
#include "platform/linux/kernel_sockets.h"
#include "platform/linux/owner_cache.h"
#include "platform/linux/process_reader.h"
#include "platform/linux/process_watch.h"
#include "platform/linux/sock_diag_client.h"
#include "platform/linux/told_holders.h"

#include <QByteArray>
#include <QHash>
#include <QSet>

#include <memory>
#include <optional>

namespace portolan::platform {

/// Finds who holds sockets by reading /proc/<pid>/fd, as seldom as possible.
///
/// The first call looks into every process. After that a known socket costs one readlink(2) per
/// holder; a new one is looked for in the processes of its control group, then in new processes,
/// in known owners, in the rest, stopping when all are found, and then in the relatives of the
/// holders found. A socket without a visible holder is looked for in new processes only. A
/// holder that got a socket from elsewhere while another one keeps it is noticed by a slow walk
/// over all processes, a few at every call.
class LinuxProcessSource : public ProcessSource
{
public:
    /// `namespaces` tell which processes may hold a socket of another network namespace; the source
    /// of those sockets refreshes them. Null: none is known.
    explicit LinuxProcessSource(const QByteArray &procRoot = QByteArrayLiteral("/proc"),
                                std::shared_ptr<const NetworkNamespaces> namespaces = nullptr);

    [[nodiscard]] OwnerSample owners(const QList<SocketEntry> &sockets) override;
    [[nodiscard]] FullView *fullView() override { return &m_told.client(); }

private:
    struct Holder
    {
        qint32 pid = 0;
        qint32 thread = 0; ///< see scanDescriptors()
        qint32 descriptor = 0;
    };
    struct Socket
    {
        QList<Holder> holders; ///< one for each process
        OwnerPtr owner;
        quint64 cgroupId = 0;
        quint64 askedAt = 0; ///< call in which it was last asked for
        quint64 newSince = 0; ///< call since which it is looked for
        quint64 seenAt = 0; ///< when it was first asked for, like ProcessKey::startTicks
        std::optional<KernelPart> kernelPart; ///< nullopt: not asked for
        bool lost = false; ///< its last holder let go of it in this call
        bool searchedInVain = false; ///< by a call that looked into every process
        bool lookAgain = false; ///< in the next call: its holder may have been missed in this one
        bool changed = true; ///< `owner` has to be made anew
        /// Not in the network namespace of any process whose descriptors were refused.
        bool beyondRefused = false;
    };
    struct Process
    {
        ProcessPtr info; ///< of holders and candidates; null otherwise
        ProcessMark mark; ///< valid with `info`
        std::shared_ptr<const ProcessWatch> watch; ///< of some of those with `info`
        quint64 listedAt = 0;
        quint64 scannedAt = 0; ///< 0: never
        quint64 checkedAt = 0;
        bool refused = false;
        std::optional<bool> isKernelThread; ///< nullopt: not read
    };
    struct Candidates
    {
        QList<ProcessPtr> processes; ///< those that were not searched in vain
        bool known = false;
    };

    void checkPermissions();
    void remember(const QList<SocketEntry> &sockets);
    void verifyHolders();
    /// Also finds the sockets that have lost their last holder in this call.
    void dropHolders(const QSet<qint32> &pids);
    /// Whether the process is still the one known; reads it anew when it changed.
    bool check(qint32 pid);
    [[nodiscard]] bool isUnchanged(qint32 pid, const Process &process);
    /// Reads the facts through an open /proc/<pid>, which may be kept for the next look.
    void readFacts(Process &process, FileDescriptor folder, const ProcessMark &mark);
    /// Ends the watches of processes that nobody asked for in this call.
    void pruneWatches();
    bool listProcesses();
    [[nodiscard]] bool processesMayHaveChanged();

    void search();
    void searchNew(const QSet<quint64> &groups);
    void searchLateComers();
    void searchOnceMore(const QList<SocketEntry> &sockets);
    void searchRelatives();
    void searchSlice();
    void scan(qint32 pid);
    [[nodiscard]] bool holdsNew(qint32 pid) const;
    [[nodiscard]] QList<qint32> children(qint32 pid) const;
    [[nodiscard]] qint32 parentOf(qint32 pid) const;

    [[nodiscard]] OwnerPtr ownerOf(const SocketEntry &entry, Socket *socket);
    /// Adds the holders that the full view tells of.
    void addTold(QList<ProcessPtr> &processes, quint64 inode);
    [[nodiscard]] OwnerParts withoutHolder(const SocketEntry &entry, Socket *socket);
    [[nodiscard]] bool stillLives(const SocketEntry &entry);
    [[nodiscard]] QSet<quint64> livingHere(Transport transport);
    [[nodiscard]] QSet<quint64> livingThere(const NetworkNamespace *space, Transport transport) const;
    [[nodiscard]] bool isBeyondRefused(const SocketEntry &entry) const;
    [[nodiscard]] OwnerParts livingIn(const NetworkNamespace &space, quint32 uid);
    [[nodiscard]] const NetworkNamespace *otherNamespace(const SocketEntry &entry) const;
    [[nodiscard]] const KernelPart &kernelPart(const SocketEntry &entry, Socket &socket);
    void infer(OwnerParts &parts, const SocketEntry &entry, const Socket &socket);
    [[nodiscard]] const Candidates &candidates(quint64 cgroupId, quint32 uid);
    [[nodiscard]] QList<qint32> processesInNoGroup(quint64 cgroupId, quint32 uid);
    [[nodiscard]] bool isKernelThread(qint32 pid);
    [[nodiscard]] QString groupPath(quint64 cgroupId);

    FileDescriptor m_proc;
    QByteArray m_procRoot;
    std::shared_ptr<const NetworkNamespaces> m_namespaces;
    ControlGroupTree m_groups;
    ProcessReader m_reader;
    OwnerCache m_owners;
    SockDiagClient m_client;
    KernelSockets m_kernel;
    ToldHolders m_told;

    quint64 m_call = 0;
    QHash<quint64, Socket> m_sockets; ///< by inode
    QHash<qint32, Process> m_processes; ///< by pid
    QList<qint32> m_pids;
    qsizetype m_slicePosition = 0;
    qsizetype m_unresolved = 0; ///< sockets new in this call and still without a holder
    bool m_missed = false; ///< a process ended before it was looked into in this call
    QSet<qint32> m_suspects; ///< processes that let go of a descriptor in this call
    QSet<qint32> m_found; ///< processes in which a socket new in this call was found
    FileDescriptor m_load; ///< /proc/loadavg
    QByteArray m_lastPid;
    QList<qint32> m_watched; ///< processes with a watch
    quint32 m_effectiveUser = ~quint32(0);
    bool m_initialNamespace = false;
    bool m_hidden = false;
    bool m_mayLookInside = false;
    bool m_listable = true;
    bool m_factsChanged = false;
    qsizetype m_refused = 0;
    QHash<std::pair<quint64, quint32>, Candidates> m_candidates; ///< of this call
    QHash<quint64, QString> m_groupPaths; ///< of this call
    /// Inodes by network namespace and transport, asked for after the search.
    QHash<std::pair<QString, quint8>, QSet<quint64>> m_living;
    /// By control group (none that says anything) and user; since the processes were last listed.
    QHash<std::pair<quint64, quint32>, QList<qint32>> m_inNoGroup;
};

} // namespace portolan::platform
