// SPDX-License-Identifier: GPL-3.0-or-later
#include "ownnotes/broken_file.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace portolan {

namespace {

constexpr int mostSetAside = 1000;

} // namespace

QString moveBrokenAside(const QString &fileName)
{
    const QFileInfo info(fileName);
    for (int number = 1; number <= mostSetAside; ++number) {
        const QString name = info.dir().filePath(QStringLiteral("%1.broken-%2.%3").arg(info.completeBaseName()).arg(number).arg(info.suffix()));
        // rename() does not write over anything.
        if (QFile::rename(fileName, name))
            return name;
        if (!QFileInfo::exists(name))
            break;
    }
    return {};
}

} // namespace portolan
