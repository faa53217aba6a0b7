// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "knowledge/registration.h"

#include <QByteArrayView>
#include <QList>
#include <QString>

namespace portolan {

/// Rows read from a registry file, or where and why reading ended.
struct RegistryResult
{
    QList<Registration> rows; ///< in the order of the file; empty after an error
    int line = 0; ///< of the error, counted from 1; a field may span lines
    QString column; ///< name of the faulty column; empty when the row as a whole is at fault
    QString error; ///< empty when all went well: what is wrong and what would be right

    [[nodiscard]] bool ok() const { return error.isEmpty(); }
};

/// Reads the registry as IANA publishes it at
/// https://www.iana.org/assignments/service-names-port-numbers/service-names-port-numbers.csv:
/// RFC 4180 with quoted fields over several lines, a header row with the column names, port ranges
/// ("788-799"), rows without port and rows without transport. Columns are found by name; unknown
/// ones are passed over. Nothing is merged or left out; a file that breaks off is an error.
[[nodiscard]] RegistryResult parseRegistryCsv(QByteArrayView bytes);

/// "22" or "788-799" as first and last port; nullopt for anything else.
[[nodiscard]] std::optional<std::pair<quint16, quint16>> parsePortNumbers(QStringView text);

} // namespace portolan
