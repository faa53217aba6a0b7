// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/linux/local_addresses.h"

#include "platform/linux/file_descriptor.h"
#include "platform/linux/proc_file.h"
#include "platform/linux/process_stat.h"

#include <fcntl.h>

#include <algorithm>
#include <array>
#include <optional>

namespace portolan::platform {

namespace {

constexpr qsizetype maximumTree = 4 * 1024 * 1024;
constexpr qsizetype maximumAddresses = 1024;

template<typename Read>
void forEachLine(QByteArrayView bytes, const Read &read)
{
    while (!bytes.isEmpty()) {
        const qsizetype newline = bytes.indexOf('\n');
        read((newline < 0 ? bytes : bytes.first(newline)).trimmed());
        bytes = newline < 0 ? QByteArrayView() : bytes.sliced(newline + 1);
    }
}

void append(QList<IpAddress> &addresses, const std::optional<IpAddress> &address)
{
    // The tree stands there twice, once for each of its tables.
    if (address && addresses.size() < maximumAddresses && !addresses.contains(*address))
        addresses.append(*address);
}

FileDescriptor openProcess(const QByteArray &procRoot, const ProcessKey &process)
{
    const QByteArray path = procRoot + '/' + QByteArray::number(process.pid);
    FileDescriptor folder(::open(path.constData(), O_PATH | O_DIRECTORY | O_CLOEXEC));
    const auto stat = folder.isValid() ? readProcessStat(folder.get(), "stat") : std::nullopt;
    return stat && stat->startTicks == process.startTicks && stat->state != 'Z' ? std::move(folder) : FileDescriptor();
}

} // namespace

QList<IpAddress> parseRoutingTree(QByteArrayView bytes)
{
    QList<IpAddress> addresses;
    std::optional<IpAddress> leaf;
    forEachLine(bytes, [&](QByteArrayView line) {
        if (line.startsWith("|-- "))
            leaf = IpAddress::parse(QString::fromLatin1(line.sliced(4).trimmed()));
        else if (line == QByteArrayView("/32 host LOCAL"))
            append(addresses, leaf);
    });
    return addresses;
}

QList<IpAddress> parseInet6Addresses(QByteArrayView bytes)
{
    constexpr qsizetype digits = 32;
    QList<IpAddress> addresses;
    forEachLine(bytes, [&](QByteArrayView line) {
        const QByteArray binary = QByteArray::fromHex(line.first(std::min(line.size(), digits)).toByteArray());
        if (line.size() <= digits || line[digits] != ' ' || binary.size() != digits / 2)
            return;
        std::array<quint8, 16> value;
        std::copy(binary.begin(), binary.end(), value.begin());
        append(addresses, IpAddress::fromIPv6(value));
    });
    return addresses;
}

QList<IpAddress> localAddresses(const QByteArray &procRoot, const ProcessKey &process)
{
    const FileDescriptor folder = openProcess(procRoot, process);
    if (!folder.isValid())
        return {};
    QList<IpAddress> addresses = parseRoutingTree(readFileAt(folder.get(), "net/fib_trie", maximumTree))
        + parseInet6Addresses(readFileAt(folder.get(), "net/if_inet6", maximumTree));
    addresses.removeIf([](const IpAddress &address) { return address.isLoopback() || address.isLinkLocal(); });
    return addresses;
}

bool isAlive(const QByteArray &procRoot, const ProcessKey &process)
{
    return openProcess(procRoot, process).isValid();
}

} // namespace portolan::platform
