// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/ip_address.h"
#include "net/transport.h"
#include "probe/port_protocol.h"
#include "probe/port_question.h"

#include <QDateTime>
#include <QMetaType>
#include <QString>
#include <QStringList>

#include <chrono>
#include <memory>
#include <optional>

namespace portolan {

/// What became of asking a port.
enum class AskOutcome : quint8 {
    Answered, ///< it speaks something that Portolan knows
    Unknown, ///< it speaks, but nothing that Portolan knows
    Silent, ///< it took every question and said nothing
    Closed, ///< it ended every connection without a word
    Refused, ///< nothing accepts connections or datagrams there
    TimedOut, ///< the time was over before every question was asked, and nothing was said
    Spared, ///< it was listened to, and not asked: see PortAnswer::caution
    Cancelled, ///< the person ended it before anything was found out
};

/// Why a port is only listened to.
enum class AskCaution : quint8 {
    None,
    Printer, ///< prints whatever it is sent
    Log, ///< records whatever it is sent
    Measurements, ///< counts whatever it is sent
    Machinery, ///< controls machines, some of which stop at what they do not understand
};

/// What a server's certificate says. Every text is the server's own, and hostile.
struct CertificateFacts
{
    static constexpr qsizetype maximumNames = 16;

    QString subject; ///< bounded
    QString issuer; ///< bounded
    QStringList names; ///< the first maximumNames of those that it is for, bounded
    qsizetype nameCount = 0; ///< how many there are
    QDateTime validFrom;
    QDateTime validUntil;
    bool selfSigned = false;
    qsizetype chainLength = 0; ///< certificates that were sent, this one included

    friend bool operator==(const CertificateFacts &, const CertificateFacts &) = default;
};

/// How a port speaks TLS.
struct TlsFacts
{
    QString version; ///< "TLS 1.3"; empty when not known
    QString alpn = {}; ///< what the server chose of what was offered (RFC 7301); empty: nothing
    std::optional<CertificateFacts> certificate = {}; ///< none when the handshake was not finished

    friend bool operator==(const TlsFacts &, const TlsFacts &) = default;
};

/// What a port said when it was asked on request. Every text of the server is hostile, decoded with
/// text::fromKernel() and bounded.
struct PortAnswer
{
    static constexpr qsizetype maximumQuote = 240; ///< bytes
    static constexpr qsizetype maximumText = 160; ///< characters of product and title

    AskOutcome outcome = AskOutcome::Silent;
    AskCaution caution = AskCaution::None;
    /// Set when, and only when, it answered: the language it speaks, under TLS where `tls` is set.
    /// Not set although it answered when nothing but TLS itself is understood.
    std::optional<PortProtocol> protocol;
    std::optional<TlsFacts> tls;
    QString product; ///< what it calls itself: "nginx/1.22.1"
    QString title; ///< of a web page
    QString quote; ///< the beginning of what it said
    /// What it was asked when it said so; not set when it said nothing.
    std::optional<PortQuestion> question;

    Transport transport = Transport::Tcp;
    quint16 port = 0;
    IpAddress address; ///< where it was asked
    QString scope; ///< interface of a link-local address
    QDateTime askedAt;
    std::chrono::milliseconds took { 0 };

    friend bool operator==(const PortAnswer &, const PortAnswer &) = default;
};

using PortAnswerPtr = std::shared_ptr<const PortAnswer>;

/// "answered", "unknown", ... as in the snapshot format.
[[nodiscard]] QLatin1String askOutcomeId(AskOutcome outcome);
/// "none", "printer", ... as in the snapshot format.
[[nodiscard]] QLatin1String askCautionId(AskCaution caution);

/// "HTTP under TLS (nginx/1.22.1)": what it speaks in short, with nothing in it that can act; empty
/// unless it answered.
[[nodiscard]] QString spokenText(const PortAnswer &answer);
/// Whether it answered as the registry's service of this name should.
[[nodiscard]] bool answersAs(const PortAnswer &answer, QStringView service);
/// What came of it in one translated sentence.
[[nodiscard]] QString answerText(const PortAnswer &answer);
/// Where and when it was asked, in one translated sentence.
[[nodiscard]] QString askedText(const PortAnswer &answer);
/// What else it told of itself, its page and its certificate: one translated sentence for each fact.
/// `now` tells whether the certificate is valid.
[[nodiscard]] QStringList answerDetails(const PortAnswer &answer, const QDateTime &now);

} // namespace portolan

Q_DECLARE_METATYPE(portolan::PortAnswerPtr)
