// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/linux/process_stat.h"
#include "process/process_info.h"
#include "process/user_names.h"

#include <QByteArray>
#include <QHash>

#include <optional>

namespace portolan::platform {

/// What changes when a process executes another program, renames itself, changes its user or gets
/// another parent: cheap to read, compared at every tick.
struct ProcessMark
{
    ProcessStat stat;
    quint32 uid = 0;
    QByteArray executableLink;

    /// The state of the process (running, sleeping) does not count.
    friend bool operator==(const ProcessMark &a, const ProcessMark &b)
    {
        return a.stat.startTicks == b.stat.startTicks && a.stat.parent == b.stat.parent && a.stat.comm == b.stat.comm
            && a.stat.stackStart == b.stat.stackStart && a.stat.terminal == b.stat.terminal && a.uid == b.uid && a.executableLink == b.executableLink;
    }
};

/// Reads the facts about processes from a /proc file system.
class ProcessReader
{
public:
    explicit ProcessReader(const QByteArray &procRoot);

    /// `processFolder` is an open /proc/<pid>: it means one process for ever, so marks and facts
    /// read through it never mix two processes. nullopt when that one is gone.
    [[nodiscard]] std::optional<ProcessMark> mark(int processFolder) const;
    /// Cheaper, for a process known already: it is the same one from beginning to end when the start
    /// time in the answer is the one known.
    [[nodiscard]] std::optional<ProcessMark> mark(int procFolder, qint32 pid) const;
    [[nodiscard]] ProcessPtr read(int procFolder, int processFolder, const ProcessMark &mark);

    /// The present in the unit of ProcessKey::startTicks.
    [[nodiscard]] quint64 now() const;

    [[nodiscard]] QString userName(quint32 uid) { return m_users.name(uid); }

    /// Parents are read once a tick; to be called at its beginning.
    void nextTick() { m_parents.clear(); }

private:
    struct Parent
    {
        Ancestor facts;
        qint32 parent = 0;
    };

    [[nodiscard]] QList<Ancestor> ancestors(int procFolder, const ProcessStat &stat);
    [[nodiscard]] std::optional<Parent> readParent(int procFolder, qint32 pid);
    [[nodiscard]] QDateTime startOf(const ProcessStat &stat) const;

    UserNames m_users;
    QHash<qint32, std::optional<Parent>> m_parents;
    qint64 m_bootTime = 0; ///< milliseconds since the epoch; 0 when unknown
    qint64 m_ticksPerSecond = 100;
};

/// Splits /proc/<pid>/cmdline.
[[nodiscard]] QStringList parseCommandLine(QByteArrayView bytes);

} // namespace portolan::platform
