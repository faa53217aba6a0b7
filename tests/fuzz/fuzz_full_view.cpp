// SPDX-License-Identifier: GPL-3.0-or-later
// What the client reads from the helper, and what the helper reads from /proc.
#include "app/helper/proc_text.h"
#include "platform/linux/full_view_answer.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

using namespace portolan;
using namespace portolan::platform;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArrayView bytes(data, qsizetype(size));
    if (const auto answer = parseFullViewAnswer(bytes)) {
        // Each socket takes eight bytes, each process twenty.
        if (answer->holders.size() + answer->unheld.size() > bytes.size() / 8 || fullViewAnswerSize(bytes) != bytes.size())
            std::abort();
        for (const QList<ToldProcess> &processes : answer->holders) {
            for (const ToldProcess &process : processes) {
                if (process.key.pid <= 0 || process.executable.size() > bytes.size())
                    std::abort();
            }
        }
    }
    const std::string_view text(reinterpret_cast<const char *>(data), size);
    (void)helper::startTicks(text);
    (void)helper::numberInLink(text, "socket");
    for (const char *state : { "0A", "07" }) {
        if (helper::inodeInState(text, state) == uint64_t(0))
            std::abort();
    }
    return 0;
}
