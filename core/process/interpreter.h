// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>
#include <QStringView>

namespace portolan {

/// Interpreters and what they run: python, node, java, ruby, perl, the shells and some others. Pure
/// functions over names and command lines; which options take a value is documented by each of them.

/// Whether a file of this name is an interpreter, so that its script is what matters: "python3.11".
[[nodiscard]] bool isInterpreter(QStringView program);

/// The script, jar or assembly in an interpreter's command line, as it was given there; the first place
/// of the class path for a main class. Empty for program text (-c, -e), modules, standard input, and
/// whatever is no interpreter.
[[nodiscard]] QString scriptArgument(QStringView interpreter, const QStringList &commandLine);

/// The absolute path of scriptArgument(). A relative one counts from the working folder, the target
/// of /proc/<pid>/cwd; empty when that is not known, and for descriptors such as /dev/fd/63, which
/// mean something to the process alone. Whether such a file exists is not asked.
[[nodiscard]] QString scriptOf(QStringView interpreter, const QStringList &commandLine, QStringView workingFolder);

} // namespace portolan
