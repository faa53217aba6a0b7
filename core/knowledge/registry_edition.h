// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "knowledge/registration.h"

#include <QList>
#include <QString>

namespace portolan {

/// Which registry it is.
struct RegistryEdition
{
    /// When it was published, else the newest date in it: "2026-07" or "2026-03-09"; empty when unknown.
    QString date;
    /// Name, without folder, of the file a person brought it from; empty for the one in the program.
    QString file;

    [[nodiscard]] bool isBuiltIn() const { return file.isEmpty(); }
    /// "built-in" or "file".
    [[nodiscard]] QLatin1String originName() const { return isBuiltIn() ? QLatin1String("built-in") : QLatin1String("file"); }
    /// One translated line for people; the file's name in it is made harmless.
    [[nodiscard]] QString text() const;

    friend bool operator==(const RegistryEdition &, const RegistryEdition &) = default;
};

/// The newest day on which a row was registered or modified; empty when no row has a date.
[[nodiscard]] QString newestDate(const QList<Registration> &rows);
/// Whether the first is older than the second, as far as both say: "2026-07" and "2026-07-15" are not.
/// False when one is unknown.
[[nodiscard]] bool isOlderDate(const QString &date, const QString &than);

} // namespace portolan
