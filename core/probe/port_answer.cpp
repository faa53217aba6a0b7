// SPDX-License-Identifier: GPL-3.0-or-later
#include "probe/port_answer.h"

#include "text/text.h"

#include <QCoreApplication>
#include <QLocale>

namespace portolan {

namespace {

class AnswerText
{
    Q_DECLARE_TR_FUNCTIONS(portolan::PortAnswer)
};

constexpr qsizetype shownNames = 5;

QString sparedText(AskCaution caution)
{
    switch (caution) {
    case AskCaution::None:
        break;
    case AskCaution::Printer:
        return AnswerText::tr("It was only listened to, and said nothing: what listens on such a port may print whatever it is sent.");
    case AskCaution::Log:
        return AnswerText::tr("It was only listened to, and said nothing: what listens on such a port may record whatever it is sent.");
    case AskCaution::Measurements:
        return AnswerText::tr("It was only listened to, and said nothing: what listens on such a port may count whatever it is sent.");
    case AskCaution::Machinery:
        return AnswerText::tr("It was only listened to, and said nothing: what listens on such a port may control machines, some of "
                              "which stop at what they do not understand.");
    }
    return AnswerText::tr("It was only listened to, and said nothing.");
}

QString shownTime(const QDateTime &time)
{
    return QLocale().toString(time.toLocalTime(), QLocale::ShortFormat);
}

} // namespace

QLatin1String askOutcomeId(AskOutcome outcome)
{
    switch (outcome) {
    case AskOutcome::Answered:
        return QLatin1String("answered");
    case AskOutcome::Unknown:
        return QLatin1String("unknown");
    case AskOutcome::Silent:
        return QLatin1String("silent");
    case AskOutcome::Closed:
        return QLatin1String("closed");
    case AskOutcome::Refused:
        return QLatin1String("refused");
    case AskOutcome::TimedOut:
        return QLatin1String("timed-out");
    case AskOutcome::Spared:
        return QLatin1String("spared");
    case AskOutcome::Cancelled:
        return QLatin1String("cancelled");
    }
    Q_UNREACHABLE();
}

QLatin1String askCautionId(AskCaution caution)
{
    switch (caution) {
    case AskCaution::None:
        return QLatin1String("none");
    case AskCaution::Printer:
        return QLatin1String("printer");
    case AskCaution::Log:
        return QLatin1String("log");
    case AskCaution::Measurements:
        return QLatin1String("measurements");
    case AskCaution::Machinery:
        return QLatin1String("machinery");
    }
    Q_UNREACHABLE();
}

QString spokenText(const PortAnswer &answer)
{
    if (answer.outcome != AskOutcome::Answered)
        return {};
    if (!answer.protocol)
        return answer.tls && !answer.tls->version.isEmpty() ? text::visible(answer.tls->version, PortAnswer::maximumText) : QStringLiteral("TLS");
    const QString name = portProtocolName(*answer.protocol);
    const QString spoken = answer.tls ? AnswerText::tr("%1 under TLS").arg(name) : name;
    return answer.product.isEmpty() ? spoken : QStringLiteral("%1 (%2)").arg(spoken, text::visible(answer.product, PortAnswer::maximumText));
}

bool answersAs(const PortAnswer &answer, QStringView service)
{
    if (answer.outcome != AskOutcome::Answered || !answer.protocol)
        return false;
    return isServiceOf(service, *answer.protocol, answer.tls.has_value());
}

QString answerText(const PortAnswer &answer)
{
    switch (answer.outcome) {
    case AskOutcome::Answered:
        if (!answer.protocol)
            return AnswerText::tr("It speaks %1; what it speaks under that it does not tell.").arg(spokenText(answer));
        return AnswerText::tr("It speaks %1.").arg(spokenText(answer));
    case AskOutcome::Unknown:
        return AnswerText::tr("It answers, but speaks nothing that Portolan knows.");
    case AskOutcome::Silent:
        return answer.transport == Transport::Tcp
            ? AnswerText::tr("It accepts connections, and says nothing to anything that Portolan can ask.")
            : AnswerText::tr("It says nothing to anything that Portolan can ask, which is common over UDP.");
    case AskOutcome::Closed:
        return AnswerText::tr("It ends every connection without a word.");
    case AskOutcome::Refused:
        return answer.transport == Transport::Tcp ? AnswerText::tr("Nothing accepts connections there.")
                                                  : AnswerText::tr("Nothing accepts datagrams there.");
    case AskOutcome::TimedOut:
        return AnswerText::tr("It said nothing before the time for asking was over.");
    case AskOutcome::Spared:
        return sparedText(answer.caution);
    case AskOutcome::Cancelled:
        return AnswerText::tr("Asking was cancelled.");
    }
    Q_UNREACHABLE();
}

QString askedText(const PortAnswer &answer)
{
    QString address = answer.address.toString();
    if (!answer.scope.isEmpty())
        address += QLatin1Char('%') + text::visible(answer.scope, PortAnswer::maximumText);
    if (answer.address.family() == IpAddress::Family::IPv6)
        address = QLatin1Char('[') + address + QLatin1Char(']');
    return AnswerText::tr("Asked at %1:%2 on %3.").arg(address, QString::number(answer.port), shownTime(answer.askedAt));
}

namespace {

QStringList certificateTexts(const CertificateFacts &certificate, const QDateTime &now)
{
    const auto shown = [](const QString &text) { return text::visible(text, PortAnswer::maximumText); };
    QStringList lines { certificate.subject.isEmpty() ? AnswerText::tr("Its certificate names nobody.")
                                                      : AnswerText::tr("Its certificate is for %1.").arg(shown(certificate.subject)) };
    if (!certificate.names.isEmpty()) {
        QStringList names;
        for (const QString &name : certificate.names.first(std::min(shownNames, certificate.names.size())))
            names += shown(name);
        const qsizetype more = certificate.nameCount - names.size();
        lines += more > 0 ? AnswerText::tr("It is valid for %1 and %n more name(s).", nullptr, static_cast<int>(std::min<qsizetype>(more, 1 << 30))).arg(names.join(QLatin1String(", ")))
                          : AnswerText::tr("It is valid for %1.").arg(names.join(QLatin1String(", ")));
    }
    if (certificate.selfSigned)
        lines += AnswerText::tr("It is signed by itself.");
    else if (!certificate.issuer.isEmpty())
        lines += AnswerText::tr("It was issued by %1.").arg(shown(certificate.issuer));
    if (certificate.validUntil.isValid() && certificate.validUntil < now)
        lines += AnswerText::tr("It has not been valid since %1.").arg(shownTime(certificate.validUntil));
    else if (certificate.validFrom.isValid() && now < certificate.validFrom)
        lines += AnswerText::tr("It is not valid before %1.").arg(shownTime(certificate.validFrom));
    else if (certificate.validUntil.isValid())
        lines += AnswerText::tr("It is valid until %1.").arg(shownTime(certificate.validUntil));
    if (certificate.chainLength > 1)
        lines += AnswerText::tr("%n certificate(s) were sent.", nullptr, static_cast<int>(certificate.chainLength));
    return lines;
}

} // namespace

QStringList answerDetails(const PortAnswer &answer, const QDateTime &now)
{
    QStringList lines;
    if (!answer.title.isEmpty())
        lines += AnswerText::tr("Its page is called “%1”.").arg(text::visible(answer.title, PortAnswer::maximumText));
    if (answer.tls && answer.protocol && !answer.tls->version.isEmpty()) {
        const QString version = text::visible(answer.tls->version, PortAnswer::maximumText);
        lines += answer.tls->alpn.isEmpty() ? AnswerText::tr("It uses %1.").arg(version)
                                            : AnswerText::tr("It uses %1, and agreed on %2.").arg(version, text::visible(answer.tls->alpn, PortAnswer::maximumText));
    }
    if (answer.tls && answer.tls->certificate)
        lines += certificateTexts(*answer.tls->certificate, now);
    return lines;
}

} // namespace portolan
