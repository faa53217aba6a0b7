// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

namespace portolan::platform {

/// Runs `visit` on a thread made for it and waits for its end: a thread may move to other network
/// namespaces and leaves nothing behind when it ends, while sockets kept open would keep the
/// namespaces of ended containers alive. False when there is no thread to be had.
bool visitNamespaces(const std::function<void()> &visit);

/// Moves the calling thread, one of visitNamespaces(), into the network namespace that a file keeps
/// (setns(2); needs CAP_SYS_ADMIN). False on error, errno says why.
bool enterNetworkNamespace(int folder, const char *file);

} // namespace portolan::platform
