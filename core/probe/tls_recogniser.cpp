// SPDX-License-Identifier: GPL-3.0-or-later
#include "probe/recognition.h"
#include "probe/wire_bytes.h"

namespace portolan::recognisers {

namespace {

using wire::big;

constexpr quint8 alertRecord = 21;
constexpr quint8 handshakeRecord = 22;
constexpr quint8 serverHello = 2;
constexpr quint16 supportedVersions = 43;

QString versionName(quint16 version)
{
    switch (version) {
    case 0x0300:
        return QStringLiteral("SSL 3.0");
    case 0x0301:
        return QStringLiteral("TLS 1.0");
    case 0x0302:
        return QStringLiteral("TLS 1.1");
    case 0x0303:
        return QStringLiteral("TLS 1.2");
    case 0x0304:
        return QStringLiteral("TLS 1.3");
    default:
        return {};
    }
}

/// The version chosen: what the extension says where there is one (RFC 8446, 4.2.1), else the field.
/// `hello` begins with the field.
quint16 chosenVersion(QByteArrayView hello)
{
    const quint16 field = big<quint16>(hello, 0).value_or(0);
    constexpr qsizetype randomEnd = 2 + 32;
    const auto session = big<quint8>(hello, randomEnd);
    if (!session)
        return field;
    qsizetype at = randomEnd + 1 + *session + 2 + 1 + 2; // suite, compression, length of the extensions
    while (const auto type = big<quint16>(hello, at)) {
        const auto length = big<quint16>(hello, at + 2);
        if (!length)
            break;
        if (*type == supportedVersions)
            return big<quint16>(hello, at + 4).value_or(field);
        at += 4 + *length;
    }
    return field;
}

} // namespace

MaybeRecognition tls(QByteArrayView bytes)
{
    const auto type = big<quint8>(bytes, 0);
    const auto version = big<quint16>(bytes, 1);
    const auto length = big<quint16>(bytes, 3);
    if (!type || !version || !length || *version < 0x0300 || *version > 0x0304)
        return std::nullopt;
    const QByteArrayView content = bytes.sliced(5);
    if (*type == alertRecord && *length == 2 && content.size() == 2 && (content[0] == 1 || content[0] == 2))
        return Recognition {};
    if (*type == handshakeRecord && *length >= 42 && content.size() >= 6 && content[0] == serverHello && content[1] == 0
        && content[4] == 3)
        return Recognition { .tlsVersion = versionName(chosenVersion(content.sliced(4))) };
    return std::nullopt;
}

} // namespace portolan::recognisers
