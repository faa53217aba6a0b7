// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/linux/process_watch.h"

#include "platform/linux/proc_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <utility>

namespace portolan::platform {

ProcessWatch::ProcessWatch(FileDescriptor folder, FileDescriptor name)
    : m_folder(std::move(folder))
    , m_name(std::move(name))
{
}

std::shared_ptr<const ProcessWatch> ProcessWatch::of(FileDescriptor processFolder)
{
    FileDescriptor name(::openat(processFolder.get(), "comm", O_RDONLY | O_CLOEXEC));
    if (!name.isValid())
        return nullptr;
    return std::shared_ptr<const ProcessWatch>(new ProcessWatch(std::move(processFolder), std::move(name)));
}

bool ProcessWatch::looksLike(const ProcessMark &mark) const
{
    // The name and a newline; ESRCH once the process is gone.
    std::array<char, 64> name;
    const ssize_t length = ::pread(m_name.get(), name.data(), name.size(), 0);
    if (length <= 0 || QByteArrayView(name.data(), length - 1) != mark.stat.comm)
        return false;
    struct stat status
    {
    };
    return ::fstat(m_folder.get(), &status) == 0 && status.st_uid == mark.uid
        && readLinkAt(m_folder.get(), "exe") == mark.executableLink;
}

} // namespace portolan::platform
