// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/linux/container_proxies.h"

#include "containers/served_container.h"
#include "platform/linux/file_descriptor.h"
#include "platform/linux/proc_file.h"
#include "platform/linux/process_reader.h"
#include "platform/linux/process_stat.h"

#include <fcntl.h>

namespace portolan::platform {

namespace {

constexpr qsizetype maximumProxies = 4096;
constexpr qsizetype maximumCommandLine = 16 * 1024;

} // namespace

QList<ContainerProxy> containerProxies(const QByteArray &procRoot)
{
    QList<ContainerProxy> proxies;
    const FileDescriptor folder(::open(procRoot.constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!folder.isValid())
        return proxies;
    listFolder(folder.get(), [&](const char *name, quint64, unsigned char) {
        if (numericName(name) <= 0 || proxies.size() >= maximumProxies)
            return;
        const QByteArray pid(name);
        if (readFileAt(folder.get(), QByteArray(pid + "/comm").constData()) != "docker-proxy\n")
            return;
        // The folder means one process for ever: its arguments and its start time are the same one's.
        const FileDescriptor process(::openat(folder.get(), name, O_PATH | O_DIRECTORY | O_CLOEXEC));
        const auto stat = process.isValid() ? readProcessStat(process.get(), "stat") : std::nullopt;
        if (!stat || stat->comm != "docker-proxy" || stat->state == 'Z')
            return;
        ProcessInfo info;
        info.name = QStringLiteral("docker-proxy");
        info.commandLine = parseCommandLine(readFileAt(process.get(), "cmdline", maximumCommandLine));
        const auto served = servedContainer(info);
        if (!served || !served->address)
            return;
        for (const PublishedPort &port : served->ports)
            proxies.append({ { stat->pid, stat->startTicks }, *served->address, port });
    });
    return proxies;
}

} // namespace portolan::platform
