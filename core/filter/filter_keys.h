// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLatin1String>
#include <QList>
#include <QString>
#include <QStringList>

namespace portolan {

/// A key of the filter language, as `key:value`.
struct FilterKey
{
    QLatin1String name; ///< in lower case
    QLatin1String example; ///< a whole term: "port:3000-4000"
    /// All values it can have, in lower case; empty when any text or number will do.
    QStringList values;
};

/// All keys, those first that people use most.
[[nodiscard]] const QList<FilterKey> &filterKeys();
/// Null when there is no such key; without regard to case.
[[nodiscard]] const FilterKey *filterKey(const QString &name);
/// What a term with this key finds; a few translated words for people.
[[nodiscard]] QString filterKeyText(const FilterKey &key);
/// What a term with this key and one of its values finds, translated; empty for values that are free text.
[[nodiscard]] QString filterValueText(const FilterKey &key, const QString &value);

} // namespace portolan
