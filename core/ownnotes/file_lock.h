// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <chrono>

namespace portolan {

/// Keeps other programs from changing a file at the same time, by flock(2) on a file beside it that
/// stays. Unlike QLockFile, which leaves an empty file behind when it is killed while it locks and
/// then waits for that to grow old, the kernel lets go of the lock of whoever dies.
class FileLock
{
public:
    enum class Result : quint8 {
        Locked,
        Busy, ///< somebody else had it for all that time
        Refused, ///< the system did not let it be locked
    };

    /// `fileName` is of the lock itself; it is created where it does not exist.
    explicit FileLock(QString fileName);
    /// Lets go.
    ~FileLock();
    Q_DISABLE_COPY_MOVE(FileLock)

    /// Waits for the lock. Blocks.
    [[nodiscard]] Result lock(std::chrono::milliseconds longest);

private:
    QString m_fileName;
    int m_descriptor = -1;
};

} // namespace portolan
