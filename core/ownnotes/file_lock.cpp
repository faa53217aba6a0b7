// SPDX-License-Identifier: GPL-3.0-or-later
#include "ownnotes/file_lock.h"

#include <QFile>
#include <QThread>

#include <cerrno>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

namespace portolan {

namespace {

constexpr std::chrono::milliseconds pause { 10 };

} // namespace

FileLock::FileLock(QString fileName)
    : m_fileName(std::move(fileName))
{
}

FileLock::~FileLock()
{
    if (m_descriptor >= 0)
        ::close(m_descriptor);
}

FileLock::Result FileLock::lock(std::chrono::milliseconds longest)
{
    if (m_descriptor < 0)
        m_descriptor = ::open(QFile::encodeName(m_fileName).constData(), O_RDWR | O_CREAT | O_CLOEXEC, S_IRUSR | S_IWUSR);
    if (m_descriptor < 0)
        return Result::Refused;
    const auto until = std::chrono::steady_clock::now() + longest;
    while (::flock(m_descriptor, LOCK_EX | LOCK_NB) != 0) {
        if (errno != EWOULDBLOCK && errno != EINTR)
            return Result::Refused;
        if (std::chrono::steady_clock::now() >= until)
            return Result::Busy;
        QThread::msleep(static_cast<unsigned long>(pause.count()));
    }
    return Result::Locked;
}

} // namespace portolan
