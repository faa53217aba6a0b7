// SPDX-License-Identifier: GPL-3.0-or-later
#include "probe/port_inquiry.h"

#include "probe/datagram_conversation.h"
#include "text/text.h"

#include <algorithm>

namespace portolan {

namespace {

const QByteArray httpOne = QByteArrayLiteral("http/1.1");
const QByteArray httpTwo = QByteArrayLiteral("h2");

bool isWeb(const Recognition &recognition)
{
    return recognition.protocol == PortProtocol::Http || recognition.protocol == PortProtocol::Ipp;
}

} // namespace

PortInquiry::PortInquiry(const AskTarget &target, quint16 port, Transport transport, AskPlan plan, const AskLimits &limits,
                         QObject *parent)
    : QObject(parent)
    , m_target(target)
    , m_port(port)
    , m_transport(transport)
    , m_plan(std::move(plan))
    , m_limits(limits)
    , m_queue(m_plan.questions)
{
    m_clock.setSingleShot(true);
    connect(&m_clock, &QTimer::timeout, this, [this] { conclude(AskOutcome::TimedOut); });
}

void PortInquiry::start()
{
    m_startedAt = QDateTime::currentDateTimeUtc();
    m_elapsed.start();
    m_clock.start(m_limits.total);
    pump();
}

void PortInquiry::cancel()
{
    conclude(AskOutcome::Cancelled);
}

void PortInquiry::pump()
{
    if (m_done)
        return;
    while (!m_queue.isEmpty() && m_connections < m_limits.connections && m_received < m_limits.bytes
           && m_conversations.size() < (isLikely() ? 1 : m_limits.atOnce))
        startNext();
    if (m_conversations.isEmpty()) {
        const bool spared = m_plan.caution != AskCaution::None;
        conclude(spared ? AskOutcome::Spared : m_closed > 0 && m_silent == 0 ? AskOutcome::Closed : AskOutcome::Silent);
    }
}

void PortInquiry::startNext()
{
    const PortQuestion question = m_queue.takeFirst();
    const bool likely = isLikely();
    m_asked.insert(question);
    ++m_connections;
    Conversation::Task task { m_target, m_port, question, likely ? m_limits.firstByte : m_limits.firstByteOfRest,
                              std::min(m_limits.bytesOfOneAnswer, m_limits.bytes - m_received) };
    if (question == PortQuestion::Greeting)
        task.patience = m_plan.clientSpeaksFirst ? m_limits.unlikelyGreeting : m_limits.greeting;
    Conversation *conversation = nullptr;
    if (m_transport == Transport::Udp) {
        conversation = new DatagramConversation(task, m_limits, this);
    } else {
        conversation = new StreamConversation(task, m_limits, m_underTls ? StreamConversation::Layer::Tls : StreamConversation::Layer::Plain,
                                              offeredProtocols(question), this);
    }
    m_conversations += conversation;
    connect(conversation, &Conversation::finished, this, [this, conversation] { heard(conversation); });
    Q_EMIT asking(question, m_underTls);
    conversation->start();
}

QList<QByteArray> PortInquiry::offeredProtocols(PortQuestion question) const
{
    if (!m_offersProtocols)
        return {};
    switch (question) {
    case PortQuestion::Greeting:
        return { httpTwo, httpOne };
    case PortQuestion::HttpGet:
        return { httpOne };
    case PortQuestion::HttpTwo:
        return { httpTwo };
    default:
        return {};
    }
}

void PortInquiry::heard(Conversation *conversation)
{
    m_conversations.removeOne(conversation);
    conversation->deleteLater();
    if (m_done)
        return;
    m_received += conversation->received().size();
    const bool firstFacts = m_underTls && conversation->tls() && !m_tls->certificate;
    if (firstFacts)
        m_tls = conversation->tls();
    switch (conversation->end()) {
    case Conversation::End::Open:
        Q_UNREACHABLE();
    case Conversation::End::Refused:
        if (!m_accepted) {
            conclude(AskOutcome::Refused);
            return;
        }
        break;
    case Conversation::End::NoTls:
        handshakeFailed();
        return;
    case Conversation::End::Recognised:
        recognised(*conversation->recognition(), *conversation);
        return;
    case Conversation::End::Quiet:
        m_accepted = true;
        heardUnknown(*conversation);
        break;
    case Conversation::End::Silent:
        // Over UDP silence does not tell whether anything is there.
        m_accepted = m_accepted || m_transport == Transport::Tcp;
        ++m_silent;
        break;
    case Conversation::End::Closed:
        m_accepted = true;
        ++m_closed;
        break;
    }
    if (m_found)
        conclude(AskOutcome::Answered);
    else
        pump();
}

void PortInquiry::recognised(const Recognition &recognition, const Conversation &conversation)
{
    m_accepted = true;
    if (recognition.isTls()) {
        if (m_underTls)
            pump();
        else
            goUnderTls(recognition.tlsVersion);
        return;
    }
    // What a web server says to its own question tells most.
    if (!m_found || !isWeb(recognition) || conversation.question() == PortQuestion::HttpGet || !isWeb(*m_found)) {
        m_found = recognition;
        m_foundIn = Heard { conversation.question(), conversation.received() };
    }
    if (const auto next = followUp(conversation.question(), recognition))
        askOnly(*next);
    else
        conclude(AskOutcome::Answered);
}

std::optional<PortQuestion> PortInquiry::followUp(PortQuestion question, const Recognition &recognition) const
{
    const bool mayFollow = recognition.followUp && !(m_underTls && recognition.followUp == PortQuestion::TlsHello);
    if (mayFollow && !m_asked.contains(*recognition.followUp))
        return recognition.followUp;
    // In HTTP/1.1 a server that speaks HTTP/2 as well tells its name and its page.
    const bool isAlsoWeb = isWeb(recognition) || recognition.protocol == PortProtocol::Http2;
    if (isAlsoWeb && question != PortQuestion::HttpGet && !m_asked.contains(PortQuestion::HttpGet))
        return PortQuestion::HttpGet;
    return std::nullopt;
}

void PortInquiry::heardUnknown(const Conversation &conversation)
{
    if (!m_unknown)
        m_unknown = Heard { conversation.question(), conversation.received() };
    // Who speaks first is not waiting for questions of another protocol.
    if (conversation.question() != PortQuestion::Greeting)
        return;
    m_queue.clear();
    if (conversation.received().startsWith("220") && !m_asked.contains(PortQuestion::MailHello))
        m_queue = { PortQuestion::MailHello };
}

void PortInquiry::goUnderTls(const QString &version)
{
    dropConversations();
    m_underTls = true;
    m_tls = TlsFacts { .version = version };
    m_found.reset();
    m_foundIn.reset();
    m_unknown.reset();
    m_asked.clear();
    m_queue = m_plan.questionsUnderTls;
    pump();
}

/// A server may insist on a protocol that was not offered, or on none being offered.
void PortInquiry::handshakeFailed()
{
    if (!m_tls->certificate && std::exchange(m_offersProtocols, false)) {
        m_asked.clear();
        m_queue = m_plan.questionsUnderTls;
        pump();
    } else if (!m_tls->certificate) {
        conclude(AskOutcome::Answered);
    } else {
        pump();
    }
}

void PortInquiry::askOnly(PortQuestion question)
{
    dropConversations();
    m_queue = { question };
    pump();
}

void PortInquiry::dropConversations()
{
    for (Conversation *conversation : std::as_const(m_conversations)) {
        m_received += conversation->received().size();
        conversation->disconnect(this);
        conversation->deleteLater();
    }
    m_conversations.clear();
}

void PortInquiry::conclude(AskOutcome withoutAnswer)
{
    if (std::exchange(m_done, true))
        return;
    m_clock.stop();
    // What a server has said so far counts, although it has not finished.
    for (const Conversation *conversation : std::as_const(m_conversations)) {
        if (!m_found && !m_unknown && !conversation->received().isEmpty())
            m_unknown = Heard { conversation->question(), conversation->received() };
    }
    dropConversations();
    auto answer = std::make_shared<PortAnswer>();
    answer->caution = m_plan.caution;
    answer->tls = m_tls;
    answer->transport = m_transport;
    answer->port = m_port;
    answer->address = m_target.address;
    answer->scope = m_target.scope;
    answer->askedAt = m_startedAt;
    answer->took = std::chrono::milliseconds(m_elapsed.elapsed());
    const std::optional<Heard> &said = m_found ? m_foundIn : m_unknown;
    if (said) {
        answer->question = said->question;
        answer->quote = text::fromKernel(said->bytes.first(std::min(said->bytes.size(), PortAnswer::maximumQuote)));
    }
    if (m_found) {
        answer->protocol = m_found->protocol;
        answer->product = m_found->product;
        answer->title = m_found->title;
    }
    answer->outcome = m_found || m_tls ? AskOutcome::Answered : m_unknown ? AskOutcome::Unknown : withoutAnswer;
    QMetaObject::invokeMethod(
        this, [this, answer] { Q_EMIT finished(answer); }, Qt::QueuedConnection);
}

} // namespace portolan
