// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "knowledge/registry_result.h"

#include <QByteArrayView>

namespace portolan {

/// The registry as IANA publishes it, CSV or XML; which of the two is told by the bytes.
[[nodiscard]] RegistryResult parseRegistryFile(QByteArrayView bytes, const RegistryProgress &proceed = {});

/// The same of a file, of a plain one only. Blocks; call it on a pool thread. A file that cannot be
/// read is an error without a line.
[[nodiscard]] RegistryResult readRegistryFile(const QString &path, const RegistryProgress &proceed = {});

} // namespace portolan
