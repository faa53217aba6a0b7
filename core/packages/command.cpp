// SPDX-License-Identifier: GPL-3.0-or-later
#include "packages/command.h"

#include <QDeadlineTimer>
#include <QProcess>
#include <QProcessEnvironment>

#include <algorithm>

namespace portolan {

namespace {

constexpr int slice = 50; // milliseconds between two looks at `cancelled`

} // namespace

CommandOutput runCommand(const QString &program, const QStringList &arguments, const std::atomic_bool &cancelled,
                         const CommandLimits &limits)
{
    QProcessEnvironment environment;
    environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C"));
    environment.insert(QStringLiteral("PATH"), QStringLiteral("/usr/bin:/bin:/usr/sbin:/sbin"));
    environment.insert(QStringLiteral("HOME"), QStringLiteral("/nonexistent"));

    QProcess process;
    process.setProcessEnvironment(environment);
    process.setWorkingDirectory(QStringLiteral("/"));
    process.setStandardInputFile(QProcess::nullDevice());
    process.start(program, arguments);

    CommandOutput result;
    const QDeadlineTimer end(limits.patience);
    const auto isWithinLimits = [&] {
        return !cancelled && !end.hasExpired() && std::max(result.output.size(), result.errors.size()) <= limits.output;
    };
    while (process.state() != QProcess::NotRunning && isWithinLimits()) {
        process.waitForReadyRead(slice);
        result.output += process.readAllStandardOutput();
        result.errors += process.readAllStandardError();
    }
    if (process.state() != QProcess::NotRunning) {
        process.kill();
        process.waitForFinished();
        return result;
    }
    result.output += process.readAllStandardOutput();
    result.errors += process.readAllStandardError();
    const bool ended = process.error() != QProcess::FailedToStart && process.exitStatus() == QProcess::NormalExit;
    result.isWhole = ended && isWithinLimits();
    return result;
}

} // namespace portolan
