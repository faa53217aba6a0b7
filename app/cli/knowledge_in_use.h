// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "knowledge/knowledge.h"

namespace portolan::cli {

/// The knowledge to answer from: with the registry the person brought, where they did. What is wrong
/// with it is told on standard error; the answer then comes from the built-in registry. The first
/// call after a program update compiles the registry anew.
[[nodiscard]] KnowledgePtr knowledgeInUse();

} // namespace portolan::cli
