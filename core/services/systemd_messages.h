// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/listen_address.h"

#include <QDBusMessage>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

/// The part of systemd's interface on D-Bus that Portolan uses, org.freedesktop.systemd1(5), and what
/// is read from its answers. An answer of another type than documented is none. Pure functions.
namespace portolan::systemd {

inline constexpr QLatin1String service { "org.freedesktop.systemd1" };
inline constexpr QLatin1String managerPath { "/org/freedesktop/systemd1" };
inline constexpr QLatin1String managerInterface { "org.freedesktop.systemd1.Manager" };
inline constexpr QLatin1String unitInterface { "org.freedesktop.systemd1.Unit" };
inline constexpr QLatin1String socketInterface { "org.freedesktop.systemd1.Socket" };
inline constexpr QLatin1String propertiesInterface { "org.freedesktop.DBus.Properties" };

/// More units, triggers or addresses than these are not looked at.
inline constexpr qsizetype maximumUnits = 100'000;
inline constexpr qsizetype maximumListed = 1024;

/// One unit of the answer to ListUnits.
struct UnitListing
{
    QString name;
    QString description;
    QString activeState;
    QString subState;
    QString path; ///< of the unit's object

    friend bool operator==(const UnitListing &, const UnitListing &) = default;
};

/// A call that starts no service and waits for no password.
[[nodiscard]] QDBusMessage call(const QString &path, const QString &interface, const QString &method, const QVariantList &arguments = {});
[[nodiscard]] QDBusMessage readProperty(const QString &path, const QString &interface, const QString &name);

/// The answer to ListUnits, a(ssssssouso); units with impossible names are left out.
[[nodiscard]] std::optional<QList<UnitListing>> listedUnits(const QDBusMessage &answer);
/// A property of type as, as Triggers is; names that are impossible for units are left out.
[[nodiscard]] std::optional<QStringList> unitNames(const QDBusMessage &answer);
/// The property Listen, a(ss), as far as it holds internet addresses.
[[nodiscard]] std::optional<QList<ListenAddress>> listenAddresses(const QDBusMessage &answer);
/// A property of type b.
[[nodiscard]] std::optional<bool> flag(const QDBusMessage &answer);

} // namespace portolan::systemd
