// SPDX-License-Identifier: GPL-3.0-or-later
#include "containers/served_container.h"

#include "containers/engine_container.h"

#include <QFileInfo>

#include <algorithm>
#include <array>

namespace portolan {

namespace {

constexpr qsizetype longestName = 255;
constexpr qsizetype maximumPorts = 4096;

/// The argument after one of these options, or joined to it by "=".
QString valueOf(const QStringList &arguments, std::initializer_list<QLatin1String> options)
{
    for (qsizetype i = 1; i < arguments.size(); ++i) {
        for (const QLatin1String option : options) {
            if (arguments.at(i) == option)
                return arguments.value(i + 1);
            if (arguments.at(i).startsWith(option) && arguments.at(i).mid(option.size()).startsWith(QLatin1Char('=')))
                return arguments.at(i).mid(option.size() + 1);
        }
    }
    return {};
}

QStringList valuesOf(const QStringList &arguments, std::initializer_list<QLatin1String> options)
{
    QStringList values;
    for (qsizetype i = 1; i + 1 < arguments.size(); ++i) {
        if (std::ranges::find(options, arguments.at(i)) != options.end())
            values.append(arguments.at(i + 1));
    }
    return values;
}

std::optional<quint16> port(const QString &text)
{
    bool fits = false;
    const ushort number = text.toUShort(&fits);
    return fits && number != 0 ? std::optional<quint16>(number) : std::nullopt;
}

QString hostAddress(const QString &text)
{
    const auto address = IpAddress::parse(text);
    return address && !address->isAny() ? address->toString() : QString();
}

std::optional<Transport> transport(const QString &text)
{
    if (text == QLatin1String("tcp"))
        return Transport::Tcp;
    return text == QLatin1String("udp") ? std::optional(Transport::Udp) : std::nullopt;
}

/// `docker-proxy -proto tcp -host-ip 0.0.0.0 -host-port 8080 -container-ip 172.17.0.2 -container-port 80`
ServedContainer fromDockerProxy(const QStringList &arguments)
{
    ServedContainer result;
    const auto value = [&](const char *option) {
        const QByteArray twice = QByteArray("-") + option;
        return valueOf(arguments, { QLatin1String(option), QLatin1String(twice) });
    };
    result.address = IpAddress::parse(value("-container-ip"));
    const auto kind = transport(value("-proto"));
    const auto outer = port(value("-host-port"));
    const auto inner = port(value("-container-port"));
    if (kind && outer && inner)
        result.ports.append({ *kind, hostAddress(value("-host-ip")), *outer, *inner });
    return result;
}

/// `conmon --api-version 1 -c <id> -u <id> -r /usr/bin/crun -n web ...`; cri-o runs it likewise.
ServedContainer fromConmon(const QStringList &arguments)
{
    ServedContainer result;
    result.engine = ContainerEngine::Podman;
    result.containerId = valueOf(arguments, { QLatin1String("-c"), QLatin1String("--cid") });
    result.containerName = valueOf(arguments, { QLatin1String("-n"), QLatin1String("--name") });
    return result;
}

/// `containerd-shim-runc-v2 -namespace moby -id <id> -address /run/containerd/containerd.sock`
ServedContainer fromShim(const QStringList &arguments)
{
    ServedContainer result;
    result.containerId = valueOf(arguments, { QLatin1String("-id"), QLatin1String("--id") });
    return result;
}

/// `rootlesskit -p 127.0.0.1:8080:80/tcp ...`: [address:]outer:inner/transport.
ServedContainer fromRootlessKit(const QStringList &arguments)
{
    ServedContainer result;
    for (const QString &value : valuesOf(arguments, { QLatin1String("-p"), QLatin1String("--publish") })) {
        const auto kind = transport(value.section(QLatin1Char('/'), 1));
        const QString numbers = value.section(QLatin1Char('/'), 0, 0);
        const auto outer = port(numbers.section(QLatin1Char(':'), -2, -2));
        const auto inner = port(numbers.section(QLatin1Char(':'), -1));
        if (kind && outer && inner && result.ports.size() < maximumPorts)
            result.ports.append({ *kind, hostAddress(numbers.section(QLatin1Char(':'), 0, -3)), *outer, *inner });
    }
    return result;
}

/// `pasta -t 127.0.0.1/8080:80 -u 5353:53 ...`: [address/]outer[-last][:inner[-last]]; others are left out.
ServedContainer fromPasta(const QStringList &arguments)
{
    ServedContainer result;
    result.engine = ContainerEngine::Podman;
    const auto read = [&](Transport kind, const QStringList &values) {
        for (const QString &value : values) {
            const bool bound = value.contains(QLatin1Char('/'));
            const QString numbers = bound ? value.section(QLatin1Char('/'), 1) : value;
            const QString outerText = numbers.section(QLatin1Char(':'), 0, 0);
            const QString innerText = numbers.contains(QLatin1Char(':')) ? numbers.section(QLatin1Char(':'), 1) : outerText;
            const auto outer = port(outerText.section(QLatin1Char('-'), 0, 0));
            const auto outerEnd = port(outerText.section(QLatin1Char('-'), -1));
            const auto inner = port(innerText.section(QLatin1Char('-'), 0, 0));
            if (!outer || !outerEnd || !inner || *outerEnd < *outer || *inner + (*outerEnd - *outer) > 65535)
                continue;
            const QString address = bound ? hostAddress(value.section(QLatin1Char('/'), 0, 0)) : QString();
            for (int i = 0; *outer + i <= *outerEnd && result.ports.size() < maximumPorts; ++i)
                result.ports.append({ kind, address, quint16(*outer + i), quint16(*inner + i) });
        }
    };
    read(Transport::Tcp, valuesOf(arguments, { QLatin1String("-t"), QLatin1String("--tcp-ports") }));
    read(Transport::Udp, valuesOf(arguments, { QLatin1String("-u"), QLatin1String("--udp-ports") }));
    return result;
}

/// Their command lines name neither container nor ports.
ServedContainer ofPodman(const QStringList &)
{
    ServedContainer result;
    result.engine = ContainerEngine::Podman;
    return result;
}

struct Helper
{
    const char *name; ///< as long as comm(5) keeps it
    ServedContainer (*read)(const QStringList &arguments);
};
constexpr std::array helpers { Helper { "docker-proxy", fromDockerProxy }, Helper { "conmon", fromConmon },
                               Helper { "containerd-shim", fromShim },     Helper { "rootlesskit", fromRootlessKit },
                               Helper { "pasta", fromPasta },              Helper { "pasta.avx2", fromPasta },
                               Helper { "rootlessport", ofPodman },        Helper { "rootlessport-ch", ofPodman },
                               Helper { "slirp4netns", ofPodman } };

} // namespace

std::optional<ServedContainer> servedContainer(const ProcessInfo &process)
{
    constexpr qsizetype commLength = 15;
    const QString program = QFileInfo(process.executable).fileName().left(commLength);
    const auto helper = std::ranges::find_if(helpers, [&](const Helper &one) {
        return process.name == QLatin1String(one.name) || program == QLatin1String(one.name);
    });
    if (helper == helpers.end())
        return std::nullopt;
    ServedContainer result = helper->read(process.commandLine);
    if (!isContainerId(result.containerId))
        result.containerId.clear();
    if (result.containerName.size() > longestName)
        result.containerName.clear();
    return result;
}

} // namespace portolan
