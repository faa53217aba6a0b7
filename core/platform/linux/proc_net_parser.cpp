// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/linux/proc_net_parser.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstring>
#include <optional>
#include <utility>

namespace portolan::platform {

namespace {

template<typename T>
std::optional<T> number(QByteArrayView text, int base)
{
    T value {};
    const auto [end, error] = std::from_chars(text.begin(), text.end(), value, base);
    if (error != std::errc() || end != text.end() || text.isEmpty())
        return std::nullopt;
    return value;
}

/// The next word; `rest` is what follows it.
QByteArrayView word(QByteArrayView &rest)
{
    qsizetype start = 0;
    while (start < rest.size() && rest[start] == ' ')
        ++start;
    qsizetype end = start;
    while (end < rest.size() && rest[end] != ' ')
        ++end;
    const QByteArrayView result = rest.sliced(start, end - start);
    rest = rest.sliced(end);
    return result;
}

/// "0100007F:1F90": 32-bit words as the processor stores them, in hexadecimal.
bool parseEndpoint(QByteArrayView text, IpAddress &address, quint16 &port)
{
    const qsizetype colon = text.indexOf(':');
    if (colon != 8 && colon != 32)
        return false;
    const auto parsedPort = number<quint16>(text.sliced(colon + 1), 16);
    if (!parsedPort)
        return false;
    std::array<quint8, 16> bytes {};
    for (qsizetype position = 0; position < colon; position += 8) {
        const auto value = number<quint32>(text.sliced(position, 8), 16);
        if (!value)
            return false;
        std::memcpy(bytes.data() + position / 2, &*value, sizeof(quint32));
    }
    port = *parsedPort;
    address = colon == 8 ? IpAddress::fromIPv4(std::span<const quint8, 4>(bytes.data(), 4)) : IpAddress::fromIPv6(bytes);
    return true;
}

std::optional<InetSocket> parseLine(QByteArrayView line, Transport transport)
{
    InetSocket socket;
    socket.transport = transport;
    if (!word(line).endsWith(':'))
        return std::nullopt;
    if (!parseEndpoint(word(line), socket.localAddress, socket.localPort)
        || !parseEndpoint(word(line), socket.remoteAddress, socket.remotePort))
        return std::nullopt;
    const auto state = number<quint8>(word(line), 16);
    word(line); // tx_queue:rx_queue
    word(line); // tr:tm->when
    word(line); // retrnsmt
    const auto uid = number<quint32>(word(line), 10);
    word(line); // timeout
    const auto inode = number<quint64>(word(line), 10);
    // The column after the inode always follows: without it the number may have been cut.
    if (!state || !uid || !inode || word(line).isEmpty())
        return std::nullopt;
    socket.state = *state;
    socket.uid = *uid;
    socket.inode = *inode;
    return socket;
}

int socketsInUse(QByteArrayView file, QByteArrayView label)
{
    while (!file.isEmpty()) {
        const qsizetype newline = file.indexOf('\n');
        QByteArrayView line = newline < 0 ? file : file.first(newline);
        file = newline < 0 ? QByteArrayView() : file.sliced(newline + 1);
        if (word(line) == label && word(line) == QByteArrayView("inuse"))
            return std::max(number<int>(word(line), 10).value_or(-1), -1);
    }
    return -1;
}

} // namespace

ProcNetTable parseProcNet(QByteArrayView bytes, Transport transport)
{
    ProcNetTable table;
    bool heading = true;
    while (!bytes.isEmpty()) {
        const qsizetype newline = bytes.indexOf('\n');
        const QByteArrayView line = newline < 0 ? bytes : bytes.first(newline);
        bytes = newline < 0 ? QByteArrayView() : bytes.sliced(newline + 1);
        if (std::exchange(heading, false))
            continue;
        if (const auto socket = parseLine(line, transport))
            table.sockets.append(*socket);
        else
            ++table.malformedLines;
    }
    return table;
}

SocketCounts parseSocketCounts(QByteArrayView sockstat, QByteArrayView sockstat6)
{
    return { socketsInUse(sockstat, "TCP:"), socketsInUse(sockstat6, "TCP6:"), socketsInUse(sockstat, "UDP:"),
             socketsInUse(sockstat6, "UDP6:") };
}

} // namespace portolan::platform
