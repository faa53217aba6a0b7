// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/listen_address.h"

#include <algorithm>

namespace portolan {

namespace {

/// Of an address with port and scope; more is none.
constexpr qsizetype longestAddress = 128;

bool isNumber(QStringView text)
{
    return !text.isEmpty() && std::ranges::all_of(text, [](QChar character) { return character >= u'0' && character <= u'9'; });
}

std::optional<quint16> parsePort(QStringView text)
{
    bool ok = false;
    const uint port = isNumber(text) ? text.toUInt(&ok) : 0;
    return ok && port > 0 && port <= 65535 ? std::optional(static_cast<quint16>(port)) : std::nullopt;
}

/// Cuts what follows the last '%' off; null when there is none.
QStringView takeScope(QStringView &text)
{
    const qsizetype percent = text.lastIndexOf(u'%');
    if (percent < 0)
        return {};
    const QStringView scope = text.sliced(percent + 1);
    text = text.first(percent);
    return scope;
}

} // namespace

bool ListenAddress::fits(const SocketEntry &socket) const
{
    return transport == socket.transport && port == socket.port && address == socket.address
        && (scope.isEmpty() || scope == socket.scope || isNumber(scope));
}

std::optional<ListenAddress> parseListenAddress(QStringView type, QStringView address)
{
    ListenAddress result;
    if (type == u"Datagram")
        result.transport = Transport::Udp;
    else if (type != u"Stream")
        return std::nullopt;
    if (address.size() > longestAddress)
        return std::nullopt;

    QStringView host;
    QStringView port;
    if (address.startsWith(u'[')) {
        const qsizetype end = address.indexOf(u']');
        if (end < 0)
            return std::nullopt;
        host = address.sliced(1, end - 1);
        port = address.sliced(end + 1);
        if (!port.startsWith(u':'))
            return std::nullopt;
        port = port.sliced(1);
        const QStringView inside = takeScope(host);
        const QStringView after = takeScope(port);
        if (!inside.isNull() && !after.isNull())
            return std::nullopt;
        const QStringView scope = inside.isNull() ? after : inside;
        if (!scope.isNull() && scope.isEmpty())
            return std::nullopt;
        result.scope = scope.toString();
    } else {
        const qsizetype colon = address.lastIndexOf(u':');
        if (colon < 0)
            return std::nullopt;
        host = address.first(colon);
        port = address.sliced(colon + 1);
    }
    const auto number = parsePort(port);
    const auto parsed = IpAddress::parse(host.toString());
    const bool isBracketed = address.startsWith(u'[');
    if (!number || !parsed || (parsed->family() == IpAddress::Family::IPv6) != isBracketed)
        return std::nullopt;
    result.address = parsed->folded();
    result.port = *number;
    return result;
}

} // namespace portolan
