// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "snapshot/owner.h"

#include <QList>
#include <QString>

/// What is known of an owner beyond its process, in short texts for people. All are translated and
/// already harmless (text::visible()); none is escaped for a format.
namespace portolan::owner_text {

struct Fact
{
    QString label; ///< "Package"
    QString value; ///< "openssh-server 1:9.2p1-2 (dpkg), as shipped"
};

/// Package, script, the digest of an unpackaged file, unit, socket unit, container, published ports and kernel part, as far as they
/// are known, in this order.
[[nodiscard]] QList<Fact> facts(const Owner &owner);

/// "openssh-server 1:9.2p1-2 (dpkg)".
[[nodiscard]] QString package(const Package &package);
/// Whether the file is as the package shipped it: half a sentence.
[[nodiscard]] QString integrity(const Package &package);
/// "ssh.service: OpenBSD Secure Shell server (active, running)".
[[nodiscard]] QString unit(const Owner &owner);
/// "web (nginx:1.25, docker)"; the beginning of the id where it has no name.
[[nodiscard]] QString container(const Container &container);
/// "TCP 8080 to 80, UDP 127.0.0.1:53 to 53"; empty when nothing is published.
[[nodiscard]] QString publishedPorts(const Container &container);
/// "VXLAN, interface vx9"; empty when not known.
[[nodiscard]] QString kernel(const Owner &owner);

} // namespace portolan::owner_text
