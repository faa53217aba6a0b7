// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "knowledge/registry_result.h"

namespace portolan {

/// Where a file is wrong, what is wrong, and what would be right: one translated line for people,
/// made harmless, without the file's name. For a result with an error.
[[nodiscard]] QString registryFault(const RegistryResult &result);

} // namespace portolan
