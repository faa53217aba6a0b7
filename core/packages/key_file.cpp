// SPDX-License-Identifier: GPL-3.0-or-later
#include "packages/key_file.h"

#include "packages/whole_lines.h"

namespace portolan {

QHash<QByteArray, QByteArray> parseKeyFile(QByteArrayView file)
{
    QHash<QByteArray, QByteArray> values;
    QByteArray group;
    eachWholeLine(file, [&](QByteArrayView line) {
        if (line.size() > 2 && line.front() == '[' && line.back() == ']') {
            group = line.sliced(1, line.size() - 2).toByteArray() + '/';
            return;
        }
        const qsizetype equals = line.indexOf('=');
        if (group.isEmpty() || equals <= 0 || line.front() == '#')
            return;
        const QByteArray key = group + line.first(equals).trimmed().toByteArray();
        if (!values.contains(key))
            values.insert(key, line.sliced(equals + 1).trimmed().toByteArray());
    });
    return values;
}

} // namespace portolan
