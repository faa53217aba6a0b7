// SPDX-License-Identifier: GPL-3.0-or-later
#include "knowledge/registry_edition.h"

#include <algorithm>

namespace portolan {

QString newestDate(const QList<Registration> &rows)
{
    QString newest;
    for (const Registration &row : rows)
        newest = std::max({ newest, row.registered, row.modified });
    return newest;
}

bool isOlderDate(const QString &date, const QString &than)
{
    const qsizetype common = std::min(date.size(), than.size());
    return QStringView(date).left(common) < QStringView(than).left(common);
}

} // namespace portolan
