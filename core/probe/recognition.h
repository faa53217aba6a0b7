// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "probe/port_protocol.h"
#include "probe/port_question.h"

#include <QByteArrayView>
#include <QString>

#include <optional>

namespace portolan {

/// What the bytes of an answer show to be spoken. Texts are the server's own, decoded with
/// text::fromKernel() and bounded.
struct Recognition
{
    /// Not set for TLS, which is not yet what is spoken.
    std::optional<PortProtocol> protocol = {};
    QString product = {};
    QString title = {};
    QString tlsVersion = {}; ///< of TLS, where the answer tells
    /// More bytes may tell more: the page of a web server is not there yet.
    bool mayGrow = false;
    /// What should be asked to be sure, or to learn more; what the bytes alone show is kept where
    /// that gives nothing.
    std::optional<PortQuestion> followUp = {};

    [[nodiscard]] bool isTls() const { return !protocol; }

    friend bool operator==(const Recognition &, const Recognition &) = default;
};

using MaybeRecognition = std::optional<Recognition>;

/// What a server that was asked `question` speaks; nullopt when the bytes so far fit nothing that is
/// certain. Takes any bytes. Pure.
[[nodiscard]] MaybeRecognition recognise(PortQuestion question, quint16 port, QByteArrayView bytes);

/// One for each family; each takes any bytes. recognise() calls those that fit the question.
namespace recognisers {

/// What servers say before they are asked.
[[nodiscard]] MaybeRecognition greeting(QByteArrayView bytes);
/// Mail and file servers, after EHLO.
[[nodiscard]] MaybeRecognition mailHello(QByteArrayView bytes);
/// Words that are certain whatever was asked: servers of text protocols that did not understand.
[[nodiscard]] MaybeRecognition words(QByteArrayView bytes);
[[nodiscard]] MaybeRecognition http(QByteArrayView bytes);
[[nodiscard]] MaybeRecognition httpTwo(QByteArrayView bytes);
[[nodiscard]] MaybeRecognition tls(QByteArrayView bytes);
[[nodiscard]] MaybeRecognition dataStore(PortQuestion question, QByteArrayView bytes);
[[nodiscard]] MaybeRecognition messageBroker(PortQuestion question, QByteArrayView bytes);
/// Directories, names and remote calls.
[[nodiscard]] MaybeRecognition directory(PortQuestion question, quint16 port, QByteArrayView bytes);
/// Screens, files and gateways.
[[nodiscard]] MaybeRecognition remoteAccess(PortQuestion question, QByteArrayView bytes);
[[nodiscard]] MaybeRecognition datagram(PortQuestion question, QByteArrayView bytes);

} // namespace recognisers

/// A server's text: decoded, trimmed and cut to what an answer keeps.
[[nodiscard]] QString boundedText(QByteArrayView bytes);

} // namespace portolan
