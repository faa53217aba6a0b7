// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/linux/sock_diag_parser.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

using namespace portolan;
using namespace portolan::platform;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArrayView bytes(data, qsizetype(size));
    const SockDiagAnswer answer = parseSockDiag(bytes, Transport::Tcp, 1);
    // Each socket takes at least its header and its fixed part.
    if (answer.sockets.size() > bytes.size() / 88 || answer.error < 0)
        std::abort();
    for (const InetSocket &socket : answer.sockets) {
        if (socket.localAddress.toString().isEmpty())
            std::abort();
    }
    return 0;
}
