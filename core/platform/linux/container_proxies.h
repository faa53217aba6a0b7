// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "containers/container_book.h"

#include <QByteArray>
#include <QList>

namespace portolan::platform {

/// The processes named docker-proxy, by their command lines, which are open to everybody. Reads the
/// name of every process.
[[nodiscard]] QList<ContainerProxy> containerProxies(const QByteArray &procRoot);

} // namespace portolan::platform
