// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/report_document.h"

#include <QFlags>

namespace portolan {

/// What can be replaced in a report that leaves the machine.
enum class Redaction : quint8 {
    Users = 1, ///< names of users
    Paths = 2, ///< of programs, scripts, control groups
    Arguments = 4, ///< of command lines, without the program
    Hosts = 8, ///< the machine's name and those in certificates
    Containers = 16, ///< names, ids, images, network namespaces
};
Q_DECLARE_FLAGS(Redactions, Redaction)
Q_DECLARE_OPERATORS_FOR_FLAGS(Redactions)

inline constexpr Redactions allRedactions = Redactions(0x1f);

/// A copy to show to strangers: what is of these kinds is replaced by pseudonyms ("user-1",
/// "path-3"). The same text has the same pseudonym everywhere; pids, ports, addresses and process
/// names stay. Own notes go altogether, whatever the kinds: nobody can tell what they name. With no
/// kind it is the same document.
[[nodiscard]] ReportDocument redacted(const ReportDocument &document, Redactions kinds = allRedactions);

} // namespace portolan
