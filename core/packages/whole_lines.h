// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

namespace portolan {

/// Calls `visit(line)` for every line that ends with a newline, without it. False when something is
/// left at the end: then the file is not whole.
template <typename Visit>
bool eachWholeLine(QByteArrayView bytes, Visit visit)
{
    while (!bytes.isEmpty()) {
        const qsizetype newline = bytes.indexOf('\n');
        if (newline < 0)
            return false;
        visit(bytes.first(newline));
        bytes = bytes.sliced(newline + 1);
    }
    return true;
}

} // namespace portolan
