// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "assess/assessment.h"
#include "ownnotes/own_note.h"
#include "snapshot/listener.h"

#include <QDateTime>
#include <QString>

/// The words by which the window shows a listener. All are translated, bounded in length and made
/// harmless with text::visible(); they are plain text, not markup.
namespace portolan::labels {

/// The name, or "host" for the host's own, which has none.
[[nodiscard]] QString networkNamespace(const QString &name);
/// "Everywhere", "Loopback", "Local link" or "Container".
[[nodiscard]] QString exposure(Exposure exposure);
/// The same with the name of the container or network namespace, where there is one.
[[nodiscard]] QString exposure(const Listener &listener);
/// "sshd", "cupsd · inferred", "nginx · 5 processes", "ssh.service", "kernel" or why it is missing.
[[nodiscard]] QString owner(const Owner &owner);
/// The registered name, "— unassigned" or "dynamic range".
[[nodiscard]] QString registered(const Listener &listener, const Assessment &assessment);
/// "0.0.0.0, [::1]%lo"
[[nodiscard]] QString addresses(const Listener &listener);
/// "127.0.0.1:80 [::1]:80", as they can be pasted elsewhere.
[[nodiscard]] QString addressesWithPort(const Listener &listener);
[[nodiscard]] QString marks(Marks marks);
/// "8 s", "11 min", "3 h" or "4 d".
[[nodiscard]] QString elapsed(qint64 milliseconds);
/// One sentence that says everything the row says, for screen readers.
[[nodiscard]] QString sentence(const Listener &listener, const Assessment &assessment, const OwnNotePtr &note = nullptr);

} // namespace portolan::labels
