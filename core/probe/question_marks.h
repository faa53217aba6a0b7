// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QtGlobal>

/// What Portolan's own questions carry so that an answer can be told from other bytes: a server
/// sends each of them back.
namespace portolan::marks {

inline constexpr quint16 dnsId = 0x504c;
inline constexpr quint32 request = 0x504f5254;
inline constexpr quint16 cassandraStream = 0x504c;
inline constexpr quint16 coApMessage = 0x504c;
inline constexpr quint32 stunCookie = 0x2112a442; ///< RFC 8489, section 5
inline const QByteArray stunTransaction = QByteArrayLiteral("portolan-ask");
inline const QByteArray quicSource = QByteArrayLiteral("portolas");
inline const QByteArray ntpTime = QByteArrayLiteral("portolan");

} // namespace portolan::marks
