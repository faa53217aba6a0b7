// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/linux/kernel_link.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

using namespace portolan::platform;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArrayView bytes(data, qsizetype(size));
    const KernelLinkAnswer answer = parseKernelLinks(bytes, 1);
    // Each link takes at least its header and its fixed part.
    if (answer.links.size() > bytes.size() / 32 || answer.error < 0)
        std::abort();
    for (const KernelLink &link : answer.links) {
        if (link.name.isEmpty() || link.kind.isEmpty() || link.name.size() > bytes.size())
            std::abort();
    }
    return 0;
}
