// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "containers/engine_container.h"

#include <QString>

#include <atomic>
#include <chrono>

namespace portolan {

enum class ContainerEngine : quint8 { Docker, Podman };

/// "docker" or "podman", as Container::engine.
[[nodiscard]] QString engineName(ContainerEngine engine);

/// Where an engine answers, on a socket in the file system.
struct EngineSocket
{
    ContainerEngine engine = ContainerEngine::Docker;
    QString path;
};

/// The places where Docker and Podman listen, the system's and this user's.
[[nodiscard]] QList<EngineSocket> engineSockets();

/// Asks which containers run. Blocks until the whole answer is there, at most `patience`, or until
/// `stop` is set. nullopt when nothing answers, or nothing that is understood.
[[nodiscard]] std::optional<QList<EngineContainer>> askForContainers(const EngineSocket &socket,
                                                                     std::chrono::milliseconds patience,
                                                                     const std::atomic_bool &stop);

} // namespace portolan
