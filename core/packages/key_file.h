// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QHash>

namespace portolan {

/// The values of a key file, as the Desktop Entry Specification describes it, by "group/key" as they are
/// written there. Lines of any other kind are left out; of a key that comes twice the first counts.
[[nodiscard]] QHash<QByteArray, QByteArray> parseKeyFile(QByteArrayView file);

} // namespace portolan
