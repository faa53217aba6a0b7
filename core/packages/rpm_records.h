// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "packages/package_database.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QList>
#include <QString>

/// What `rpm --queryformat` is asked for and prints, rpm(8). Pure functions.
namespace portolan::rpm {

/// One line for each file of a package.
[[nodiscard]] QString queryFormat();

struct Record
{
    QByteArray path;
    PackageEntry entry;
};

/// The lines of that format whose file is in place; others, such as that a file belongs to no package,
/// are left out.
[[nodiscard]] QList<Record> parseRecords(QByteArrayView output);

/// Whether the messages speak of nothing but files that are not there.
[[nodiscard]] bool isHarmless(QByteArrayView messages);

} // namespace portolan::rpm
