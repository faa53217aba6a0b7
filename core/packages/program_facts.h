// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "packages/program_file.h"
#include "snapshot/owner.h"

namespace portolan {

/// What the file and the folders above it tell, as the process sees them; without the digest. Access
/// lists (acl(5)) are not heeded. A few system calls for each folder.
[[nodiscard]] ProgramFacts programFacts(const ProgramFile &file, bool isScript);

} // namespace portolan
