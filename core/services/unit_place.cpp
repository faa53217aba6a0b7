// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/unit_place.h"

#include "process/control_group.h"

#include <QStringList>

namespace portolan {

namespace {

/// The first component that is no slice, with all before it taken away; empty when there is none.
QString takeUnit(QStringList &components)
{
    while (!components.isEmpty()) {
        QString name = components.takeFirst();
        // systemd puts an underscore before names that would clash with the kernel's own files.
        if (name.startsWith(u'_'))
            name.remove(0, 1);
        if (!name.endsWith(QLatin1String(".slice")))
            return name;
    }
    return {};
}

std::optional<quint32> personOf(QStringView unit)
{
    constexpr QStringView prefix = u"user@";
    constexpr QStringView suffix = u".service";
    if (!unit.startsWith(prefix) || !unit.endsWith(suffix))
        return std::nullopt;
    bool ok = false;
    const quint32 uid = unit.sliced(prefix.size()).chopped(suffix.size()).toUInt(&ok);
    return ok ? std::optional(uid) : std::nullopt;
}

} // namespace

std::optional<UnitPlace> unitPlace(const QString &controlGroup)
{
    QStringList components = controlGroup.split(u'/', Qt::SkipEmptyParts);
    UnitPlace place { takeUnit(components), std::nullopt };
    if (const auto person = personOf(place.unit)) {
        if (const QString inner = takeUnit(components); !inner.isEmpty())
            place = { inner, person };
    }
    if (place.unit.isEmpty() || place.unit != unitOfControlGroup(QLatin1Char('/') + place.unit))
        return std::nullopt;
    return place;
}

std::optional<UnitPlace> unitPlace(const Owner &owner)
{
    const auto place = unitPlace(unitControlGroup(owner));
    return place && place->unit == owner.unit ? place : std::nullopt;
}

} // namespace portolan
