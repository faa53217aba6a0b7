// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <optional>

class QCommandLineParser;

namespace portolan::cli {

class Output;

/// What the program tells its caller.
enum class ExitCode : int {
    Done = 0,
    Finding = 1, ///< check and diff found differences
    WrongUsage = 2,
    Refused = 3, ///< the system refused what was needed
    FileFailed = 4, ///< a file could not be read or written
};

/// Each takes its arguments with the program's name in front, as QCommandLineParser wants them.
ExitCode listCommand(const QStringList &arguments);
ExitCode watchCommand(const QStringList &arguments);
ExitCode askCommand(const QStringList &arguments);
ExitCode explainCommand(const QStringList &arguments);
ExitCode knowledgeCommand(const QStringList &arguments);
ExitCode reportCommand(const QStringList &arguments);
ExitCode diffCommand(const QStringList &arguments);
ExitCode checkCommand(const QStringList &arguments);

/// The code when everything was written; otherwise says so on standard error and gives back
/// ExitCode::FileFailed.
ExitCode written(const Output &output, ExitCode code = ExitCode::Done);

/// One line on standard error; gives back the code.
ExitCode fail(ExitCode code, const QString &message);

/// Parses a subcommand's arguments. Shows its help, or in one line what is wrong with them, and then
/// gives back the code to end with; nothing when the subcommand should run.
[[nodiscard]] std::optional<ExitCode> parse(QCommandLineParser &parser, const QStringList &arguments, qsizetype fewest, qsizetype most);

} // namespace portolan::cli
