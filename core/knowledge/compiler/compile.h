// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace portolan::compiler {

/// Compiles the sources of the knowledge base into `target`; the exit code.
[[nodiscard]] int compile(const QString &sourceFolder, const QString &target);
/// Compiles a folder of translated notes and panels, which must fit the sources, into `target`; the
/// exit code.
[[nodiscard]] int translate(const QString &sourceFolder, const QString &translationFolder, const QString &target);

} // namespace portolan::compiler
