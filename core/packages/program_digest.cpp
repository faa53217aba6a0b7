// SPDX-License-Identifier: GPL-3.0-or-later
#include "packages/program_digest.h"

#include <QByteArrayView>

#include <unistd.h>

#include <cerrno>
#include <vector>

namespace portolan {

namespace {

constexpr size_t blockSize = 256 * 1024;

bool isStill(const platform::FileDescriptor &descriptor, const FileIdentity &identity)
{
    const auto status = fileStatus(descriptor.get(), "");
    return status && status->identity == identity;
}

} // namespace

std::optional<QByteArray> digestOf(const ProgramFile &file, QCryptographicHash::Algorithm algorithm, quint64 largest,
                                   const std::atomic_bool &cancelled)
{
    if (file.identity.size > largest)
        return std::nullopt;
    const platform::FileDescriptor descriptor = openRegular(file.process.get(), file.below);
    if (!descriptor.isValid() || !isStill(descriptor, file.identity))
        return std::nullopt;
    QCryptographicHash hash(algorithm);
    std::vector<char> block(blockSize);
    quint64 total = 0;
    while (!cancelled) {
        const ssize_t count = ::read(descriptor.get(), block.data(), block.size());
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            return std::nullopt;
        if (count == 0)
            break;
        total += static_cast<quint64>(count);
        if (total > file.identity.size)
            return std::nullopt;
        hash.addData(QByteArrayView(block.data(), count));
    }
    if (cancelled || !isStill(descriptor, file.identity))
        return std::nullopt;
    return hash.result();
}

} // namespace portolan
