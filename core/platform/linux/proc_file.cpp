// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/linux/proc_file.h"

#include "platform/linux/file_descriptor.h"

#include <fcntl.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <climits>
#include <cstddef>
#include <cstring>

namespace portolan::platform {

namespace {

/// As the kernel writes it, getdents64(2).
struct DirectoryRecord
{
    quint64 inode;
    qint64 offset;
    quint16 length;
    quint8 type;
};
constexpr size_t nameOffset = 19;
static_assert(offsetof(DirectoryRecord, type) + 1 == nameOffset);

} // namespace

QByteArray readFileAt(int directory, const char *path, qsizetype maximum)
{
    const FileDescriptor file(::openat(directory, path, O_RDONLY | O_CLOEXEC | O_NOCTTY));
    if (!file.isValid())
        return {};
    std::array<char, 4096> first;
    ssize_t count = ::read(file.get(), first.data(), first.size());
    if (count < 0)
        return {};
    QByteArray bytes(first.data(), std::min(qsizetype(count), maximum));
    while (count > 0 && bytes.size() < maximum) {
        const qsizetype used = bytes.size();
        const qsizetype room = std::min(std::max(used, qsizetype(4096)), maximum - used);
        bytes.resize(used + room);
        count = ::read(file.get(), bytes.data() + used, size_t(room));
        bytes.resize(used + std::max(qsizetype(count), qsizetype(0)));
        if (count < 0)
            return {};
    }
    return bytes;
}

QByteArray readLinkAt(int directory, const char *path)
{
    std::array<char, PATH_MAX + 16> target;
    const ssize_t length = ::readlinkat(directory, path, target.data(), target.size());
    return length < 0 ? QByteArray() : QByteArray(target.data(), length);
}

bool listFolder(int descriptor, const std::function<void(const char *name, quint64 inode, unsigned char type)> &entry)
{
    alignas(DirectoryRecord) std::array<char, 32 * 1024> buffer;
    for (;;) {
        const long count = ::syscall(SYS_getdents64, descriptor, buffer.data(), buffer.size());
        if (count <= 0)
            return count == 0;
        for (long position = 0; position < count;) {
            DirectoryRecord record;
            std::memcpy(&record, buffer.data() + position, nameOffset);
            const char *name = buffer.data() + position + nameOffset;
            if (std::strcmp(name, ".") != 0 && std::strcmp(name, "..") != 0)
                entry(name, record.inode, record.type);
            position += record.length;
        }
    }
}

qint32 numericName(const char *name)
{
    if (*name == '\0')
        return -1;
    qint64 value = 0;
    for (; *name != '\0'; ++name) {
        if (*name < '0' || *name > '9')
            return -1;
        value = value * 10 + (*name - '0');
        if (value > INT_MAX)
            return -1;
    }
    return qint32(value);
}

std::optional<QList<qint32>> listPids(int procFolder)
{
    const FileDescriptor folder(::openat(procFolder, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    QList<qint32> pids;
    const bool whole = folder.isValid() && listFolder(folder.get(), [&](const char *name, quint64, unsigned char) {
        if (const qint32 pid = numericName(name); pid > 0)
            pids.append(pid);
    });
    return whole ? std::optional(pids) : std::nullopt;
}

} // namespace portolan::platform
