// SPDX-License-Identifier: GPL-3.0-or-later
#include "knowledge/registry_csv.h"
#include "knowledge/registry_table.h"

#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArrayView bytes(data, static_cast<qsizetype>(size));
    const auto result = portolan::parseRegistryCsv(bytes);
    if (result.ok() == result.rows.isEmpty())
        std::abort();
    // What was read survives the project's own table.
    if (result.ok() && portolan::parseRegistryTable(portolan::writeRegistryTable(result.rows)).rows != result.rows)
        std::abort();
    (void)portolan::parseRegistryTable(bytes);
    return 0;
}
