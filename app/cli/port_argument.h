// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "command.h"
#include "net/transport.h"

#include <QString>
#include <QStringList>

#include <optional>

namespace portolan::cli {

struct WantedPort
{
    quint16 port = 0;
    std::optional<Transport> transport;
};

/// What was typed for a port, such as "3155/tcp". Otherwise says on standard error what would have
/// been right for this subcommand, and sets the code to end with.
[[nodiscard]] std::optional<WantedPort> portArgument(const QString &typed, const QString &subcommand, ExitCode *code);

/// An argument that is a negative number, which would be taken for an option.
[[nodiscard]] std::optional<QString> negativeNumber(const QStringList &arguments);
/// Says so on standard error.
ExitCode notAPort(const QString &typed);

} // namespace portolan::cli
