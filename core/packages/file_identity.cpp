// SPDX-License-Identifier: GPL-3.0-or-later
#include "packages/file_identity.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>

namespace portolan {

namespace {

qint64 nanoseconds(const statx_timestamp &time)
{
    return time.tv_sec * 1'000'000'000 + time.tv_nsec;
}

} // namespace

std::optional<FileStatus> fileStatus(int folder, const char *path)
{
    using Status = struct statx;
    Status status {};
    if (::statx(folder, path, AT_EMPTY_PATH | AT_NO_AUTOMOUNT | AT_STATX_DONT_SYNC, STATX_BASIC_STATS, &status) != 0)
        return std::nullopt;
    return FileStatus { { ::makedev(status.stx_dev_major, status.stx_dev_minor), status.stx_ino, status.stx_size,
                          nanoseconds(status.stx_mtime), nanoseconds(status.stx_ctime) },
                        S_ISREG(status.stx_mode), status.stx_uid, status.stx_mode & 07777U };
}

bool FileStatus::isWritableByAll() const
{
    // In a sticky folder only a file's own user can replace it.
    return (mode & S_IWOTH) != 0 && (isRegular || (mode & S_ISVTX) == 0);
}

bool FileStatus::isPassableByAll() const
{
    return (mode & S_IXOTH) != 0;
}

} // namespace portolan
