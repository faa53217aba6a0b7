// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <atomic>
#include <chrono>

namespace portolan {

struct CommandLimits
{
    std::chrono::milliseconds patience { 10000 };
    qsizetype output = 64 * 1024 * 1024; ///< bytes, of each channel
};

struct CommandOutput
{
    /// It ran to its end, within the limits.
    bool isWhole = false;
    QByteArray output;
    QByteArray errors;
};

/// Runs a program by its absolute path, without a shell, in an environment that holds nothing of the
/// person's: no settings of theirs are read. Blocks; kills it when a limit is met or `cancelled` set.
[[nodiscard]] CommandOutput runCommand(const QString &program, const QStringList &arguments,
                                       const std::atomic_bool &cancelled, const CommandLimits &limits = {});

} // namespace portolan
