// SPDX-License-Identifier: GPL-3.0-or-later
#include "containers/engine_container.h"
#include "containers/http_answer.h"
#include "containers/served_container.h"
#include "platform/linux/process_reader.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>

using namespace portolan;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), qsizetype(size));
    if (const auto containers = parseContainers(bytes)) {
        for (const EngineContainer &container : *containers) {
            if (!isContainerId(container.container.id))
                std::abort();
        }
    }
    // However the bytes are cut into pieces, the answer is the same.
    HttpAnswer whole;
    whole.add(bytes);
    whole.end();
    HttpAnswer pieces;
    for (qsizetype at = 0; at < bytes.size(); at += 3)
        pieces.add(QByteArrayView(bytes).sliced(at, std::min<qsizetype>(3, bytes.size() - at)));
    pieces.end();
    if (whole.state() != pieces.state() || (whole.state() == HttpAnswer::State::Whole && whole.body() != pieces.body()))
        std::abort();

    ProcessInfo process;
    process.commandLine = platform::parseCommandLine(bytes);
    for (const char *name : { "docker-proxy", "conmon", "rootlesskit", "pasta" }) {
        process.name = QLatin1String(name);
        const auto served = servedContainer(process);
        if (!served || (!served->containerId.isEmpty() && !isContainerId(served->containerId)))
            std::abort();
    }
    return 0;
}
