// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/systemd_messages.h"

#include <QDBusArgument>
#include <QDBusObjectPath>
#include <QDBusVariant>

namespace portolan::systemd {

namespace {

/// systemd.unit(5)
constexpr qsizetype longestName = 255;
constexpr qsizetype longestText = 1024;
constexpr qsizetype longestState = 64;

bool isPossibleName(const QString &name)
{
    return !name.isEmpty() && name.size() <= longestName && !name.contains(u'/');
}

/// The value inside of the answer to Properties.Get; invalid when it is none.
QVariant propertyIn(const QDBusMessage &answer)
{
    if (answer.type() != QDBusMessage::ReplyMessage || answer.signature() != QLatin1String("v"))
        return {};
    return answer.arguments().constFirst().value<QDBusVariant>().variant();
}

} // namespace

QDBusMessage call(const QString &path, const QString &interface, const QString &method, const QVariantList &arguments)
{
    QDBusMessage message = QDBusMessage::createMethodCall(service, path, interface, method);
    message.setAutoStartService(false);
    message.setArguments(arguments);
    return message;
}

QDBusMessage readProperty(const QString &path, const QString &interface, const QString &name)
{
    return call(path, propertiesInterface, QStringLiteral("Get"), { interface, name });
}

std::optional<QList<UnitListing>> listedUnits(const QDBusMessage &answer)
{
    if (answer.type() != QDBusMessage::ReplyMessage || answer.signature() != QLatin1String("a(ssssssouso)"))
        return std::nullopt;
    const auto array = answer.arguments().constFirst().value<QDBusArgument>();
    QList<UnitListing> units;
    array.beginArray();
    while (!array.atEnd() && units.size() < maximumUnits) {
        UnitListing unit;
        QString loadState;
        QString following;
        QDBusObjectPath path;
        quint32 jobId = 0;
        QString jobType;
        QDBusObjectPath jobPath;
        array.beginStructure();
        array >> unit.name >> unit.description >> loadState >> unit.activeState >> unit.subState >> following >> path
            >> jobId >> jobType >> jobPath;
        array.endStructure();
        if (!isPossibleName(unit.name))
            continue;
        unit.description.truncate(longestText);
        unit.activeState.truncate(longestState);
        unit.subState.truncate(longestState);
        unit.path = path.path();
        units.append(unit);
    }
    array.endArray();
    return units;
}

std::optional<QStringList> unitNames(const QDBusMessage &answer)
{
    const QVariant value = propertyIn(answer);
    if (value.metaType() != QMetaType::fromType<QStringList>())
        return std::nullopt;
    QStringList names = value.toStringList();
    names.removeIf([](const QString &name) { return !isPossibleName(name); });
    names.resize(std::min(names.size(), maximumListed));
    return names;
}

std::optional<QList<ListenAddress>> listenAddresses(const QDBusMessage &answer)
{
    const QVariant value = propertyIn(answer);
    if (value.metaType() != QMetaType::fromType<QDBusArgument>())
        return std::nullopt;
    const auto array = value.value<QDBusArgument>();
    if (array.currentSignature() != QLatin1String("a(ss)"))
        return std::nullopt;
    QList<ListenAddress> addresses;
    array.beginArray();
    while (!array.atEnd() && addresses.size() < maximumListed) {
        QString type;
        QString address;
        array.beginStructure();
        array >> type >> address;
        array.endStructure();
        if (const auto parsed = parseListenAddress(type, address))
            addresses.append(*parsed);
    }
    array.endArray();
    return addresses;
}

std::optional<bool> flag(const QDBusMessage &answer)
{
    const QVariant value = propertyIn(answer);
    return value.metaType() == QMetaType::fromType<bool>() ? std::optional(value.toBool()) : std::nullopt;
}

} // namespace portolan::systemd
