// SPDX-License-Identifier: GPL-3.0-or-later
#include "probe/recognition.h"

#include "probe/port_answer.h"
#include "text/text.h"

namespace portolan {

namespace {

/// Whether a server only sends back what it is sent.
bool isEcho(PortQuestion question, quint16 port, QByteArrayView bytes)
{
    const QByteArray sent = questionBytes(question, port, {});
    return QByteArrayView(sent).startsWith(bytes);
}

MaybeRecognition recogniseAny(PortQuestion question, quint16 port, QByteArrayView bytes)
{
    if (transportOf(question) == Transport::Udp) {
        if (auto found = recognisers::datagram(question, bytes))
            return found;
        return recognisers::directory(question, port, bytes);
    }
    if (question == PortQuestion::MailHello)
        return recognisers::mailHello(bytes);
    if (auto found = recognisers::dataStore(question, bytes))
        return found;
    if (auto found = recognisers::messageBroker(question, bytes))
        return found;
    if (auto found = recognisers::directory(question, port, bytes))
        return found;
    if (auto found = recognisers::remoteAccess(question, bytes))
        return found;
    // What is left can be said in answer to anything.
    if (auto found = recognisers::http(bytes))
        return found;
    if (auto found = recognisers::httpTwo(bytes))
        return found;
    if (auto found = recognisers::tls(bytes))
        return found;
    if (auto found = recognisers::words(bytes))
        return found;
    return recognisers::greeting(bytes);
}

} // namespace

MaybeRecognition recognise(PortQuestion question, quint16 port, QByteArrayView bytes)
{
    if (bytes.isEmpty())
        return std::nullopt;
    auto found = recogniseAny(question, port, bytes);
    return found && isEcho(question, port, bytes) ? std::nullopt : found;
}

QString boundedText(QByteArrayView bytes)
{
    QString text = text::fromKernel(bytes.first(std::min(bytes.size(), 4 * PortAnswer::maximumText))).simplified();
    text.truncate(PortAnswer::maximumText);
    if (!text.isEmpty() && text.back().isHighSurrogate())
        text.chop(1);
    return text;
}

} // namespace portolan
