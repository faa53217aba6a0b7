// SPDX-License-Identifier: GPL-3.0-or-later
#include "probe/recognition.h"
#include "probe/wire_bytes.h"

namespace portolan::recognisers {

namespace {

using wire::big;
using wire::little;

/// A method chosen, or none (RFC 1928, 3).
MaybeRecognition socks(QByteArrayView bytes)
{
    if (bytes.size() != 2 || bytes[0] != 5)
        return std::nullopt;
    const quint8 method = static_cast<quint8>(bytes[1]);
    if (method > 2 && method != 0xff)
        return std::nullopt;
    return Recognition { .protocol = PortProtocol::Socks5 };
}

/// Connection confirm of X.224 in TPKT (RFC 1006).
MaybeRecognition rdp(QByteArrayView bytes)
{
    const auto length = big<quint16>(bytes, 2);
    if (!length || bytes.size() < 6 || bytes[0] != 3 || bytes[1] != 0 || *length < 11 || *length > 64 || static_cast<quint8>(bytes[5]) != 0xd0)
        return std::nullopt;
    return Recognition { .protocol = PortProtocol::Rdp };
}

/// Failed, success or "authenticate", with version 11 of the protocol where it stands in the first two.
MaybeRecognition x11(QByteArrayView bytes)
{
    if (bytes.size() < 8)
        return std::nullopt;
    constexpr char failed = 0;
    constexpr char success = 1;
    const quint16 version = *little<quint16>(bytes, 2);
    if ((bytes[0] != failed && bytes[0] != success) || version != 11)
        return std::nullopt;
    Recognition found { .protocol = PortProtocol::X11 };
    const quint16 vendorLength = little<quint16>(bytes, 24).value_or(0);
    if (bytes[0] == success && bytes.size() >= 40 + vendorLength)
        found.product = boundedText(bytes.sliced(40, vendorLength));
    return found;
}

MaybeRecognition smb(QByteArrayView bytes)
{
    if (bytes.size() < 8 || bytes[0] != 0 || (!bytes.sliced(4).startsWith("\xfeSMB") && !bytes.sliced(4).startsWith("\xffSMB")))
        return std::nullopt;
    return Recognition { .protocol = PortProtocol::Smb };
}

/// Rversion, whose size is its own first field.
MaybeRecognition nineP(QByteArrayView bytes)
{
    constexpr char rversion = 101;
    const auto size = little<quint32>(bytes, 0);
    if (!size || bytes.size() < 13 || *size != static_cast<quint32>(bytes.size()) || bytes[4] != rversion)
        return std::nullopt;
    const QByteArrayView version = bytes.sliced(13);
    if (!version.startsWith("9P") && version != QByteArrayView("unknown"))
        return std::nullopt;
    return Recognition { .protocol = PortProtocol::NineP, .product = boundedText(version) };
}

MaybeRecognition dbus(QByteArrayView bytes)
{
    const auto line = wire::firstLine(bytes, 256);
    if (!line || !line->startsWith("REJECTED"))
        return std::nullopt;
    if (line->indexOf("EXTERNAL") < 0 && line->indexOf("DBUS_COOKIE_SHA1") < 0 && line->indexOf("ANONYMOUS") < 0)
        return std::nullopt;
    return Recognition { .protocol = PortProtocol::DBus };
}

} // namespace

MaybeRecognition remoteAccess(PortQuestion question, QByteArrayView bytes)
{
    switch (question) {
    case PortQuestion::SocksMethods:
        return socks(bytes);
    case PortQuestion::RdpConnect:
        return rdp(bytes);
    case PortQuestion::X11Setup:
        return x11(bytes);
    case PortQuestion::SmbNegotiate:
        return smb(bytes);
    case PortQuestion::NinePVersion:
        return nineP(bytes);
    case PortQuestion::DBusMechanisms:
        return dbus(bytes);
    default:
        return std::nullopt;
    }
}

} // namespace portolan::recognisers
