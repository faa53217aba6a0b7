// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "knowledge/registry_result.h"

#include <QByteArrayView>

namespace portolan {

/// Reads the registry as IANA publishes it at
/// https://www.iana.org/assignments/service-names-port-numbers/service-names-port-numbers.csv:
/// RFC 4180 with quoted fields over several lines, a header row with the column names, port ranges
/// ("788-799"), rows without port and rows without transport. Columns are found by name; unknown
/// ones are passed over. Nothing is merged or left out; a file that breaks off is an error.
[[nodiscard]] RegistryResult parseRegistryCsv(QByteArrayView bytes, const RegistryProgress &proceed = {});

/// Counted from 1; 0 when all of them are UTF-8.
[[nodiscard]] int firstLineNotUtf8(QByteArrayView bytes);

/// "2008", "2008-11" or "2011-07-18", as the registry writes dates.
[[nodiscard]] bool isRegistryDate(QStringView text);

/// "22" or "788-799" as first and last port; nullopt for anything else.
[[nodiscard]] std::optional<std::pair<quint16, quint16>> parsePortNumbers(QStringView text);

} // namespace portolan
