// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "packages/file_identity.h"
#include "platform/linux/file_descriptor.h"
#include "process/process_key.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace portolan {

/// What is asked about: the program of one process. The fields are as in ProcessInfo.
struct ProgramRequest
{
    ProcessKey process;
    QString executable;
    bool executableDeleted = false;
    /// Asked about instead of the executable where it is not empty.
    QString script;

    friend bool operator==(const ProgramRequest &, const ProgramRequest &) = default;
};

/// The file that a process runs, as that process sees the file system.
struct ProgramFile
{
    /// Absolute, without links in it as far as the kernel told, without a " (deleted)" suffix.
    QByteArray path;
    /// Another name of it that was used, and that a database may know: a link. Empty when there is none.
    QByteArray alias;
    FileIdentity identity;
    /// The same file stands at `path` as we see the file system.
    bool isHere = false;
    /// The process has the same root folder as we have: databases of this system speak of its files too.
    bool sharesRoot = false;
    /// No longer at `path`; what runs is only to be reached through the process.
    bool isDeleted = false;
    /// Deleted, and another file stands at `path`: what an upgrade leaves behind.
    bool isReplaced = false;
    platform::FileDescriptor process; ///< /proc/<pid>, open
    QByteArray below; ///< name of the file below `process`

    /// Whether the databases of this system speak of the file.
    [[nodiscard]] bool isOurs() const { return isHere || sharesRoot; }
};

enum class ProgramFault : quint8 {
    None,
    Gone, ///< the process has ended, or has become another program
    NoFile, ///< it runs no regular file, or none that may be looked at
};

struct OpenedProgram
{
    ProgramFault fault = ProgramFault::Gone;
    ProgramFile file; ///< where there is no fault
};

/// Blocks for a few system calls.
[[nodiscard]] OpenedProgram openProgram(const QByteArray &procRoot, const ProgramRequest &request);

/// Opens a file for reading, and only a regular one: nothing is opened that could block or act when
/// opened, such as a pipe or a device. With `noLink`, `path` itself must not be a link.
[[nodiscard]] platform::FileDescriptor openRegular(int folder, const QByteArray &path, bool noLink = false);

/// The content of a regular file below a process's folder; null when it cannot be read or is larger
/// than `maximum`.
[[nodiscard]] QByteArray readRegular(int folder, const QByteArray &path, qsizetype maximum, bool noLink = false);

} // namespace portolan
