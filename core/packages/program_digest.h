// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "packages/program_file.h"

#include <QByteArray>
#include <QCryptographicHash>

#include <atomic>
#include <optional>

namespace portolan {

/// The checksum of what the process runs. nullopt when it is larger than `largest` bytes, cannot be read,
/// is no longer the file that was found, changes meanwhile, or `cancelled` is set. Reads the whole file.
[[nodiscard]] std::optional<QByteArray> digestOf(const ProgramFile &file, QCryptographicHash::Algorithm algorithm,
                                                 quint64 largest, const std::atomic_bool &cancelled);

} // namespace portolan
