// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "containers/engine_client.h"
#include "net/ip_address.h"
#include "process/process_info.h"
#include "snapshot/owner.h"

#include <optional>

namespace portolan {

/// What a process that works for a container from outside says of it.
struct ServedContainer
{
    ContainerEngine engine = ContainerEngine::Docker;
    QString containerId; ///< empty when it does not say
    QString containerName; ///< likewise
    std::optional<IpAddress> address; ///< in the container, to which it passes connections on
    QList<PublishedPort> ports; ///< that it publishes, as far as it says

    friend bool operator==(const ServedContainer &, const ServedContainer &) = default;
};

/// Reads the command line of docker-proxy, conmon, containerd-shim, rootlessport, rootlesskit,
/// slirp4netns and pasta, after their own documentation; nullopt for every other program. A process
/// may give itself any name and arguments: what it says is no more than a claim.
[[nodiscard]] std::optional<ServedContainer> servedContainer(const ProcessInfo &process);

} // namespace portolan
