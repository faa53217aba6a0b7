// SPDX-License-Identifier: GPL-3.0-or-later
#include "knowledge/registry_difference.h"
#include "knowledge/registry_fault.h"
#include "knowledge/registry_file.h"
#include "knowledge/registry_table.h"
#include "knowledge/registry_xml.h"

#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    using namespace portolan;
    const QByteArrayView bytes(data, static_cast<qsizetype>(size));
    (void)parseRegistryFile(bytes);
    const RegistryResult result = parseRegistryXml(bytes);
    if (result.ok() == result.rows.isEmpty())
        std::abort();
    if (!result.ok() && registryFault(result).isEmpty())
        std::abort();
    // What was read survives the project's own table, and differs from itself in nothing.
    if (result.ok() && parseRegistryTable(writeRegistryTable(result.rows, result.date)).rows != result.rows)
        std::abort();
    if (!compareRegistries(result.rows, result.rows).changes.isEmpty())
        std::abort();
    return 0;
}
