// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "snapshot/listener.h"
#include "snapshot/snapshot.h"

#include <QString>
#include <QStringList>

/// Short texts about a listener that every report and the terminal share. All are translated and
/// already harmless (text::visible()); none is escaped for a format.
namespace portolan::listener_text {

/// The leader's name, else the kernel, the container, the unit; "unknown" at last.
[[nodiscard]] QString owner(const Owner &owner);
/// "observed", "inferred" or "not known".
[[nodiscard]] QString attribution(Attribution attribution);
[[nodiscard]] QString exposure(Exposure exposure);
/// "0.0.0.0", "[::] (IPv4 too)", "[fe80::1]%eth0", "127.0.0.1 in web".
[[nodiscard]] QString endpoint(const Endpoint &endpoint);
[[nodiscard]] QStringList endpoints(const Listener &listener);
/// How complete the picture is, with what rights and from where: one or two sentences.
[[nodiscard]] QString completeness(const Snapshot &snapshot);

} // namespace portolan::listener_text
