// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/ip_address.h"
#include "process/process_key.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QList>

namespace portolan::platform {

/// The machine's own IPv4 addresses in /proc/net/fib_trie, the kernel's routing table as a tree: the
/// leaves marked "/32 host LOCAL". Takes any bytes.
[[nodiscard]] QList<IpAddress> parseRoutingTree(QByteArrayView bytes);
/// The addresses in /proc/net/if_inet6, 32 hexadecimal digits at the start of each line. Takes any bytes.
[[nodiscard]] QList<IpAddress> parseInet6Addresses(QByteArrayView bytes);

/// Addresses of the network namespace that a process lives in, but for those that other namespaces
/// have too (loopback, link-local). Empty when the process is gone.
[[nodiscard]] QList<IpAddress> localAddresses(const QByteArray &procRoot, const ProcessKey &process);
/// Whether that very process still lives.
[[nodiscard]] bool isAlive(const QByteArray &procRoot, const ProcessKey &process);

} // namespace portolan::platform
