// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>

/// Names that are worth borrowing: those which people skip in a list of processes.
namespace portolan::known_names {

/// Whether the text, as a process's name or as its title with or without brackets, is one that the
/// kernel gives its own threads ("kworker/0:1", "[ksoftirqd/3]").
[[nodiscard]] bool isKernelThread(QStringView name);
/// Whether a daemon that distributions ship is called so.
[[nodiscard]] bool isDaemon(QStringView name);
/// Whether it is a word that other programs have reason to be called by too: "master".
[[nodiscard]] bool isCommonWord(QStringView name);

} // namespace portolan::known_names
