// SPDX-License-Identifier: GPL-3.0-or-later
#include "packages/program_file.h"

#include "platform/linux/proc_file.h"
#include "platform/linux/process_stat.h"
#include "text/text.h"

#include <fcntl.h>

#include <climits>

namespace portolan {

using platform::FileDescriptor;
using platform::readFileAt;
using platform::readLinkAt;

namespace {

constexpr QByteArrayView deletedSuffix(" (deleted)");

QByteArray ownDescriptorPath(int descriptor)
{
    return "/proc/self/fd/" + QByteArray::number(descriptor);
}

bool locateExecutable(ProgramFile &file, const QByteArray &executable, bool isDeleted)
{
    file.path = executable;
    file.below = "exe";
    file.isDeleted = isDeleted;
    const auto status = fileStatus(file.process.get(), "exe");
    if (!status || !status->isRegular)
        return false;
    file.identity = status->identity;
    file.isReplaced = file.isDeleted && fileStatus(file.process.get(), QByteArray("root" + file.path).constData());
    return true;
}

bool locateScript(ProgramFile &file, const QByteArray &script)
{
    file.below = "root" + script;
    const FileDescriptor descriptor(::openat(file.process.get(), file.below.constData(), O_PATH | O_CLOEXEC));
    const auto status = descriptor.isValid() ? fileStatus(descriptor.get(), "") : std::nullopt;
    if (!status || !status->isRegular)
        return false;
    file.identity = status->identity;
    file.path = readLinkAt(AT_FDCWD, ownDescriptorPath(descriptor.get()).constData());
    if (file.path.endsWith(deletedSuffix))
        return false; // gone between the two calls, or of such a name: not worth telling apart
    if (file.path != script)
        file.alias = script;
    return true;
}

} // namespace

OpenedProgram openProgram(const QByteArray &procRoot, const ProgramRequest &request)
{
    OpenedProgram result;
    ProgramFile &file = result.file;
    const QByteArray folder = procRoot + '/' + QByteArray::number(request.process.pid);
    file.process = FileDescriptor(::open(folder.constData(), O_PATH | O_DIRECTORY | O_CLOEXEC));
    if (!file.process.isValid())
        return result;
    // From here on the descriptor means one process for ever.
    const auto stat = platform::readProcessStat(file.process.get(), "stat");
    if (!stat || stat->startTicks != request.process.startTicks)
        return result;
    const QByteArray link = readLinkAt(file.process.get(), "exe");
    const QByteArray executable = text::toKernel(request.executable);
    if (link != (request.executableDeleted ? executable + deletedSuffix.toByteArray() : executable)) {
        result.fault = link.isNull() ? ProgramFault::NoFile : ProgramFault::Gone;
        return result;
    }
    result.fault = ProgramFault::NoFile;
    if (!(request.script.isEmpty() ? locateExecutable(file, executable, request.executableDeleted)
                                   : locateScript(file, text::toKernel(request.script))))
        return result;
    if (!file.path.startsWith('/') || file.path.size() >= PATH_MAX)
        return result;
    const auto theirs = fileStatus(file.process.get(), "root");
    const auto ours = fileStatus(AT_FDCWD, "/");
    file.sharesRoot = theirs && ours && theirs->identity.isSameFile(ours->identity);
    const auto here = fileStatus(AT_FDCWD, file.path.constData());
    file.isHere = here && here->identity.isSameFile(file.identity);
    result.fault = ProgramFault::None;
    return result;
}

FileDescriptor openRegular(int folder, const QByteArray &path, bool noLink)
{
    const FileDescriptor place(::openat(folder, path.constData(), O_PATH | O_CLOEXEC | (noLink ? O_NOFOLLOW : 0)));
    const auto status = place.isValid() ? fileStatus(place.get(), "") : std::nullopt;
    if (!status || !status->isRegular)
        return {};
    const QByteArray again = ownDescriptorPath(place.get());
    return FileDescriptor(::open(again.constData(), O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK));
}

QByteArray readRegular(int folder, const QByteArray &path, qsizetype maximum, bool noLink)
{
    const FileDescriptor file = openRegular(folder, path, noLink);
    if (!file.isValid())
        return {};
    const QByteArray bytes = readFileAt(AT_FDCWD, ownDescriptorPath(file.get()).constData(), maximum + 1);
    return bytes.size() > maximum ? QByteArray() : bytes;
}

} // namespace portolan
