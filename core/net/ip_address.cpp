// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/ip_address.h"

#include <QHostAddress>

#include <algorithm>

namespace portolan {

namespace {
constexpr std::array<quint8, 12> v4MappedPrefix { 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff };
}

IpAddress IpAddress::fromIPv4(std::span<const quint8, 4> bytes)
{
    IpAddress address;
    std::copy(bytes.begin(), bytes.end(), address.m_bytes.begin());
    return address;
}

IpAddress IpAddress::fromIPv6(std::span<const quint8, 16> bytes)
{
    IpAddress address;
    address.m_family = Family::IPv6;
    std::copy(bytes.begin(), bytes.end(), address.m_bytes.begin());
    return address;
}

std::optional<IpAddress> IpAddress::parse(const QString &text)
{
    if (text.contains(QLatin1Char('%')))
        return std::nullopt;
    QHostAddress parsed;
    if (!parsed.setAddress(text))
        return std::nullopt;
    if (parsed.protocol() == QAbstractSocket::IPv4Protocol) {
        const quint32 value = parsed.toIPv4Address();
        const std::array<quint8, 4> bytes { static_cast<quint8>(value >> 24), static_cast<quint8>(value >> 16),
                                            static_cast<quint8>(value >> 8), static_cast<quint8>(value) };
        return fromIPv4(bytes);
    }
    const Q_IPV6ADDR value = parsed.toIPv6Address();
    return fromIPv6(std::span<const quint8, 16>(value.c, 16));
}

std::span<const quint8> IpAddress::bytes() const
{
    return { m_bytes.data(), m_family == Family::IPv4 ? size_t { 4 } : size_t { 16 } };
}

bool IpAddress::isAny() const
{
    return std::ranges::all_of(bytes(), [](quint8 byte) { return byte == 0; });
}

bool IpAddress::isLoopback() const
{
    if (m_family == Family::IPv4)
        return m_bytes[0] == 127;
    if (isV4Mapped())
        return m_bytes[12] == 127;
    return m_bytes[15] == 1 && std::all_of(m_bytes.begin(), m_bytes.end() - 1, [](quint8 byte) { return byte == 0; });
}

bool IpAddress::isLinkLocal() const
{
    if (m_family == Family::IPv4)
        return m_bytes[0] == 169 && m_bytes[1] == 254;
    return m_bytes[0] == 0xfe && (m_bytes[1] & 0xc0) == 0x80;
}

bool IpAddress::isLinkLocalMulticast() const
{
    if (m_family == Family::IPv4)
        return m_bytes[0] == 224 && m_bytes[1] == 0 && m_bytes[2] == 0;
    return m_bytes[0] == 0xff && (m_bytes[1] & 0x0f) == 0x02;
}

bool IpAddress::isV4Mapped() const
{
    return m_family == Family::IPv6 && std::equal(v4MappedPrefix.begin(), v4MappedPrefix.end(), m_bytes.begin());
}

IpAddress IpAddress::folded() const
{
    return isV4Mapped() ? fromIPv4(std::span<const quint8, 4>(m_bytes.data() + 12, 4)) : *this;
}

QString IpAddress::toString() const
{
    if (m_family == Family::IPv4) {
        return QStringLiteral("%1.%2.%3.%4").arg(m_bytes[0]).arg(m_bytes[1]).arg(m_bytes[2]).arg(m_bytes[3]);
    }
    return QHostAddress(m_bytes.data()).toString();
}

} // namespace portolan
