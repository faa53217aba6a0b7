// SPDX-License-Identifier: GPL-3.0-or-later
#include "containers/engine_container.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <cmath>

namespace portolan {

namespace {

constexpr qsizetype idLength = 64;
constexpr qsizetype longestName = 255;
constexpr qsizetype longestImage = 1024;
constexpr qsizetype maximumContainers = 10000;
constexpr qsizetype maximumPorts = 4096;

std::optional<quint16> port(const QJsonValue &value)
{
    const double number = value.toDouble(-1);
    if (number < 1 || number > 65535 || number != std::floor(number))
        return std::nullopt;
    return quint16(number);
}

std::optional<PublishedPort> publishedPort(const QJsonObject &object)
{
    const auto inner = port(object[QLatin1String("PrivatePort")]);
    const auto outer = port(object[QLatin1String("PublicPort")]);
    const QString type = object[QLatin1String("Type")].toString();
    if (!inner || !outer || (type != QLatin1String("tcp") && type != QLatin1String("udp")))
        return std::nullopt;
    PublishedPort result;
    result.transport = type == QLatin1String("tcp") ? Transport::Tcp : Transport::Udp;
    result.hostPort = *outer;
    result.containerPort = *inner;
    if (const auto address = IpAddress::parse(object[QLatin1String("IP")].toString()); address && !address->isAny())
        result.hostAddress = address->toString();
    return result;
}

/// The first of "/web" and "/other/alias": links to other containers have more than one slash.
QString nameOf(const QJsonValue &names)
{
    for (const QJsonValue value : names.toArray()) {
        QString name = value.toString();
        if (name.startsWith(QLatin1Char('/')))
            name.remove(0, 1);
        if (!name.isEmpty() && name.size() <= longestName && !name.contains(QLatin1Char('/')))
            return name;
    }
    return {};
}

EngineContainer read(const QJsonObject &object)
{
    EngineContainer result;
    result.container.id = object[QLatin1String("Id")].toString();
    result.container.name = nameOf(object[QLatin1String("Names")]);
    const QString image = object[QLatin1String("Image")].toString();
    if (image.size() <= longestImage)
        result.container.image = image;
    for (const QJsonValue value : object[QLatin1String("Ports")].toArray()) {
        const auto published = publishedPort(value.toObject());
        // All addresses are told twice, once for each family.
        if (published && !result.container.ports.contains(*published) && result.container.ports.size() < maximumPorts)
            result.container.ports.append(*published);
    }
    const QJsonObject networks
        = object[QLatin1String("NetworkSettings")].toObject()[QLatin1String("Networks")].toObject();
    for (const QJsonValue network : networks) {
        for (const QLatin1String key : { QLatin1String("IPAddress"), QLatin1String("GlobalIPv6Address") }) {
            const auto address = IpAddress::parse(network.toObject()[key].toString());
            if (address && !address->isAny())
                result.addresses.append(*address);
        }
    }
    return result;
}

} // namespace

bool isContainerId(const QString &text)
{
    return text.size() == idLength && std::ranges::all_of(text, [](QChar digit) {
        return (digit >= QLatin1Char('0') && digit <= QLatin1Char('9')) || (digit >= QLatin1Char('a') && digit <= QLatin1Char('f'));
    });
}

std::optional<QList<EngineContainer>> parseContainers(const QByteArray &json)
{
    const QJsonDocument document = QJsonDocument::fromJson(json);
    if (!document.isArray())
        return std::nullopt;
    QList<EngineContainer> result;
    for (const QJsonValue value : document.array()) {
        EngineContainer container = read(value.toObject());
        if (isContainerId(container.container.id) && result.size() < maximumContainers)
            result.append(std::move(container));
    }
    return result;
}

} // namespace portolan
