// SPDX-License-Identifier: GPL-3.0-or-later
#include "packages/program_copy.h"

#include "text/text.h"

#include <QCoreApplication>
#include <QSaveFile>

#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <vector>

namespace portolan {

namespace {

struct T
{
    Q_DECLARE_TR_FUNCTIONS(portolan::ProgramCopy)
};

constexpr size_t blockSize = 256 * 1024;
constexpr qsizetype longestPath = 300;

QString notReadable()
{
    return T::tr("The program could not be read: %1").arg(QString::fromLocal8Bit(std::strerror(errno)));
}

} // namespace

QString copyProgram(const QByteArray &procRoot, const ProgramRequest &request, const QString &target)
{
    const OpenedProgram opened = openProgram(procRoot, request);
    if (opened.fault == ProgramFault::Gone)
        return T::tr("The process has ended, and its program with it.");
    if (opened.fault == ProgramFault::NoFile)
        return T::tr("The program may not be read. Its user or the administrator may.");
    const platform::FileDescriptor source = openRegular(opened.file.process.get(), opened.file.below);
    if (!source.isValid())
        return notReadable();
    QSaveFile copy(target);
    const auto notWritten = [&copy, &target] {
        return T::tr("%1 could not be written: %2").arg(text::visible(target, longestPath), copy.errorString());
    };
    if (!copy.open(QIODevice::WriteOnly))
        return notWritten();
    copy.setPermissions(QFileDevice::ReadOwner);
    std::vector<char> block(blockSize);
    for (;;) {
        const ssize_t count = ::read(source.get(), block.data(), block.size());
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            return notReadable();
        if (count == 0)
            break;
        if (copy.write(block.data(), count) != count)
            return notWritten();
    }
    return copy.commit() ? QString() : notWritten();
}

} // namespace portolan
