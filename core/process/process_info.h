// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "process/process_key.h"

#include <QDateTime>
#include <QList>
#include <QString>
#include <QStringList>

#include <memory>
#include <optional>

namespace portolan {

/// One link of the chain from a process up to init.
struct Ancestor
{
    ProcessKey key;
    QString name;
    /// The same facts as ProcessInfo has of the process itself.
    QDateTime startedAt = {};
    quint32 uid = 0;
    QString user = {};
    QString unit = {};
    QString terminal = {};

    friend bool operator==(const Ancestor &, const Ancestor &) = default;
};

/// What is known of one process at one time. An immutable value, shared by all its listeners.
///
/// Every text comes from the kernel or from the process itself and is hostile: bytes that are not
/// valid UTF-8 are escaped by text::fromKernel(), nothing else is changed. Views and writers make
/// it harmless with text::visible().
struct ProcessInfo
{
    ProcessKey key;
    /// Wall clock time of the start; invalid when the boot time is not known.
    QDateTime startedAt;
    /// comm, at most 15 bytes, can be changed by the process (prctl(2), PR_SET_NAME).
    QString name;
    /// Target of /proc/<pid>/exe without the " (deleted)" suffix; empty when it may not be read.
    QString executable;
    bool executableDeleted = false;
    /// Deleted, and a file stands at the same path again: what an upgrade leaves behind.
    bool executableReplaced = false;
    /// Can be changed by the process; empty for kernel threads and zombies.
    QStringList commandLine;
    /// Absolute path of the script or archive that an interpreter runs; empty when the executable is
    /// no interpreter, or runs none that is a file, or its working folder may not be read.
    QString script;
    /// Its controlling terminal, as below /dev: "pts/3", "tty1"; empty when it has none.
    QString terminal;
    /// Effective user id.
    quint32 uid = 0;
    /// Name of uid; the number when there is no such user.
    QString user;
    /// Parent first, init last.
    QList<Ancestor> ancestors;
    /// Path in the unified control group tree, starting with "/"; empty when unknown.
    QString cgroup;
    /// systemd unit of the cgroup, e.g. "ssh.service"; empty when there is none.
    QString unit;

    /// What people are shown: `name`, or the executable's file name where a process has blanked its
    /// own; empty when neither is known.
    [[nodiscard]] QString shownName() const;

    friend bool operator==(const ProcessInfo &, const ProcessInfo &) = default;
};

using ProcessPtr = std::shared_ptr<const ProcessInfo>;

} // namespace portolan
