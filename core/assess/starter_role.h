// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>
#include <QtGlobal>

namespace portolan {

/// What a process is to those that it starts.
enum class StarterRole : quint8 {
    Program, ///< nothing in particular
    FirstProcess, ///< pid 1
    UserManager, ///< the service manager of one user
    Service, ///< started by a service manager
    RemoteLogin,
    ConsoleLogin,
    GraphicalLogin,
    Desktop,
    Terminal, ///< shows or records a terminal
    Multiplexer, ///< keeps terminals that outlive their window: tmux, screen
    Shell,
    UserChange, ///< runs a program as another user: sudo, su
    Scheduler,
    ContainerRuntime,
    Supervisor, ///< starts programs and starts them again when they end
    ConnectionStarter, ///< starts a program for each connection: inetd
    DevelopmentEnvironment,
    PackageManager,
    TaskRunner, ///< runs the tasks of a project: make, npm
    Sandbox,
};

/// The role of the programs that are known by such a name: `name` is a comm, cut at 15 bytes by the
/// kernel, and chosen by the process itself, so the role is only ever a conclusion. Program for every
/// other name. Never FirstProcess, UserManager or Service: these do not show in a name.
[[nodiscard]] StarterRole starterRoleOf(QStringView name);

} // namespace portolan
