// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QFile>
#include <QString>

namespace portolan::test {

/// Where a file below tests/fixtures is.
inline QString fixturePath(const QString &name)
{
    return QStringLiteral(PORTOLAN_FIXTURES "/") + name;
}

/// What it holds; ends the test program when there is none.
inline QByteArray fixture(const QString &name)
{
    QFile file(fixturePath(name));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no fixture %s", qPrintable(file.fileName()));
    return file.readAll();
}

} // namespace portolan::test
