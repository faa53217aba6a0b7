// SPDX-License-Identifier: GPL-3.0-or-later
#include "knowledge/registry_names.h"

#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    using namespace portolan;
    const auto result = parseRegistryNames(QByteArrayView(data, static_cast<qsizetype>(size)));
    if (result.ok() == result.names.isEmpty())
        std::abort();
    Registration block;
    block.portFrom = 200;
    block.portTo = 209;
    block.status = RegistrationStatus::Unassigned;
    block.description = QStringLiteral("Unassigned");
    const auto merged = applyRegistryNames({ block }, result.names);
    // Every name is found in the rows it was applied to, and none is applied twice.
    if (result.ok() && !applyRegistryNames(merged.rows, result.names).changes.isEmpty())
        std::abort();
    return 0;
}
