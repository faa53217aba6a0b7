// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/ip_address.h"
#include "snapshot/owner.h"

#include <QByteArray>
#include <QList>

#include <optional>

namespace portolan {

/// A container as its engine tells of it.
struct EngineContainer
{
    Container container; ///< with the engine left empty: the asker knows it
    QList<IpAddress> addresses; ///< of its own network namespace

    friend bool operator==(const EngineContainer &, const EngineContainer &) = default;
};

/// Parses the answer to GET /containers/json of the Docker Engine API, which Podman speaks too. Takes
/// any bytes; nullopt when they are no such list. Entries without a proper id are left out, and so is
/// every name, address and port that cannot be one.
[[nodiscard]] std::optional<QList<EngineContainer>> parseContainers(const QByteArray &json);

/// Whether the text is a whole container id: 64 hexadecimal digits.
[[nodiscard]] bool isContainerId(const QString &text);

} // namespace portolan
