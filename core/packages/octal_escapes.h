// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace portolan {

/// A name in which bytes are written as a backslash and three octal digits, as mtree(5) and the tables of
/// mounts do: "with\040space".
[[nodiscard]] QByteArray decodeOctalEscapes(QByteArrayView name);

} // namespace portolan
