// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHashFunctions>
#include <QString>

#include <array>
#include <compare>
#include <optional>
#include <span>

namespace portolan {

/// An IPv4 or IPv6 address as a 17-byte value; network byte order inside.
/// Orders by family, then by value, so that columns sort as people count.
class IpAddress
{
public:
    enum class Family : quint8 { IPv4, IPv6 };

    /// 0.0.0.0
    constexpr IpAddress() = default;

    [[nodiscard]] static IpAddress fromIPv4(std::span<const quint8, 4> bytes);
    [[nodiscard]] static IpAddress fromIPv6(std::span<const quint8, 16> bytes);
    /// Parses either family's text form, without scope or brackets.
    [[nodiscard]] static std::optional<IpAddress> parse(const QString &text);

    [[nodiscard]] Family family() const { return m_family; }
    /// The address's 4 or 16 bytes in network order.
    [[nodiscard]] std::span<const quint8> bytes() const;

    /// 0.0.0.0 or ::
    [[nodiscard]] bool isAny() const;
    /// 127.0.0.0/8, ::1, and the v4-mapped form of the former
    [[nodiscard]] bool isLoopback() const;
    /// 169.254.0.0/16 (RFC 3927) and fe80::/10 (RFC 4291)
    [[nodiscard]] bool isLinkLocal() const;
    /// 224.0.0.0/24 (RFC 5771) and ff02::/16 (RFC 4291): never routed
    [[nodiscard]] bool isLinkLocalMulticast() const;
    /// ::ffff:0:0/96 (RFC 4291, 2.5.5.2)
    [[nodiscard]] bool isV4Mapped() const;
    /// The IPv4 address inside a v4-mapped one; every other address unchanged.
    [[nodiscard]] IpAddress folded() const;

    [[nodiscard]] QString toString() const;

    friend auto operator<=>(const IpAddress &, const IpAddress &) = default;
    friend size_t qHash(const IpAddress &address, size_t seed = 0) noexcept
    {
        return qHashMulti(seed, static_cast<quint8>(address.m_family), qHashBits(address.m_bytes.data(), 16));
    }

private:
    Family m_family = Family::IPv4;
    std::array<quint8, 16> m_bytes {};
};

} // namespace portolan
