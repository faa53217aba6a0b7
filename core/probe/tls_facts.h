// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "probe/port_answer.h"

class QSslSocket;
class QSslCertificate;

namespace portolan {

/// Of a socket that has finished its handshake.
[[nodiscard]] TlsFacts tlsFactsOf(const QSslSocket &socket);
/// `chainLength` certificates were sent. Pure.
[[nodiscard]] CertificateFacts certificateFactsOf(const QSslCertificate &certificate, qsizetype chainLength);

} // namespace portolan
