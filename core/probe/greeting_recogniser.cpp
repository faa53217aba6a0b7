// SPDX-License-Identifier: GPL-3.0-or-later
#include "probe/recognition.h"
#include "probe/wire_bytes.h"

#include <algorithm>
#include <array>

namespace portolan::recognisers {

namespace {

using wire::big;
using wire::firstLine;
using wire::little;

bool hasWord(QByteArrayView line, const char *word)
{
    return line.toByteArray().toUpper().contains(word);
}

QByteArrayView after(QByteArrayView line, qsizetype prefix)
{
    return line.sliced(std::min(prefix, line.size()));
}

/// "SSH-2.0-OpenSSH_9.2p1 Debian", RFC 4253, 4.2.
MaybeRecognition ssh(QByteArrayView bytes)
{
    const auto line = firstLine(bytes, 256);
    if (!line || !line->startsWith("SSH-"))
        return std::nullopt;
    const qsizetype dash = line->indexOf('-', 4);
    if (dash < 0)
        return std::nullopt;
    return Recognition { .protocol = PortProtocol::Ssh, .product = boundedText(line->sliced(dash + 1)) };
}

/// A three-digit code and a text, as in RFC 5321 and RFC 959. Which of them it is, the text may say.
MaybeRecognition coded(QByteArrayView bytes)
{
    const auto line = firstLine(bytes);
    if (!line || line->size() < 4 || (line->at(3) != ' ' && line->at(3) != '-'))
        return std::nullopt;
    const QByteArrayView code = line->first(3);
    const QByteArrayView text = line->sliced(4);
    const auto found = [text](PortProtocol protocol) { return Recognition { .protocol = protocol, .product = boundedText(text) }; };
    if (code == "220" || code == "554" || code == "421") {
        if (hasWord(text, "LMTP"))
            return found(PortProtocol::Lmtp);
        if (hasWord(text, "SMTP"))
            return found(PortProtocol::Smtp);
        if (hasWord(text, "FTP") || hasWord(text, "FILEZILLA"))
            return found(PortProtocol::Ftp);
        if (code == "220" && hasWord(text, "DICT"))
            return found(PortProtocol::Dict);
        return std::nullopt;
    }
    if ((code == "200" || code == "201") && (hasWord(text, "NNTP") || hasWord(text, "INTERNETNEWS") || hasWord(text, "NNRP")))
        return found(PortProtocol::Nntp);
    return std::nullopt;
}

/// A greeting packet: length, sequence 0, protocol 10 and the version; or why it is refused.
MaybeRecognition mySql(QByteArrayView bytes)
{
    const auto head = little<quint32>(bytes, 0);
    if (!head || *head >> 24 != 0 || bytes.size() < 6)
        return std::nullopt;
    const quint32 length = *head & 0xffffff;
    const QByteArrayView content = bytes.sliced(4);
    if (length < 8 || length > 4096)
        return std::nullopt;
    if (content[0] == '\x0a') {
        const qsizetype end = content.indexOf('\0');
        if (end < 4 || end > 64 || content[1] < '0' || content[1] > '9' || content.first(end).indexOf('.') < 0)
            return std::nullopt;
        QByteArrayView version = content.sliced(1, end - 1);
        // MariaDB writes this in front for clients that take 10 to be smaller than 5.
        if (version.startsWith("5.5.5-") && hasWord(version, "MARIADB"))
            version = version.sliced(6);
        return Recognition { .protocol = PortProtocol::MySql, .product = boundedText(version) };
    }
    if (content[0] == '\xff' && (hasWord(content, "MYSQL") || hasWord(content, "MARIADB")))
        return Recognition { .protocol = PortProtocol::MySql };
    return std::nullopt;
}

/// RFC 854: commands that begin with 255, of which servers open with WILL, WONT, DO and DONT.
MaybeRecognition telnet(QByteArrayView bytes)
{
    const auto isCommand = [bytes](qsizetype at) {
        const quint8 verb = static_cast<quint8>(bytes[at + 1]);
        const quint8 option = static_cast<quint8>(bytes[at + 2]);
        return bytes[at] == '\xff' && verb >= 251 && verb <= 254 && (option <= 49 || option == 255);
    };
    if (bytes.size() >= 3 && isCommand(0))
        return Recognition { .protocol = PortProtocol::Telnet };
    return std::nullopt;
}

/// ":server NOTICE AUTH :...", or an answer to a command before one has registered (RFC 2812, 451).
MaybeRecognition irc(QByteArrayView bytes)
{
    const auto line = firstLine(bytes, 512);
    if (!line)
        return std::nullopt;
    const QList<QByteArray> words = line->toByteArray().split(' ');
    const bool prefixed = words.first().startsWith(':');
    const QByteArray command = words.value(prefixed ? 1 : 0);
    const QByteArray target = words.value(prefixed ? 2 : 1);
    const QByteArray server = prefixed ? words.first().mid(1) : QByteArray();
    if (command == "NOTICE" && (prefixed || target == "AUTH" || target == "*"))
        return Recognition { .protocol = PortProtocol::Irc, .product = boundedText(server) };
    if (prefixed && (command == "451" || command == "351" || command == "020" || command == "421") && words.size() > 3)
        return Recognition { .protocol = PortProtocol::Irc, .product = boundedText(server) };
    return std::nullopt;
}

struct Opening
{
    const char *start;
    PortProtocol protocol;
    bool restIsProduct;
};

constexpr std::array openings {
    Opening { "* OK ", PortProtocol::Imap, true },
    Opening { "* PREAUTH ", PortProtocol::Imap, true },
    Opening { "* BYE ", PortProtocol::Imap, true },
    Opening { "@RSYNCD: ", PortProtocol::Rsync, true },
    Opening { "RFB 00", PortProtocol::Vnc, false },
    Opening { "# munin node at ", PortProtocol::Munin, true },
    Opening { "OK MPD ", PortProtocol::Mpd, true },
    Opening { "Asterisk Call Manager/", PortProtocol::AsteriskManager, true },
};

MaybeRecognition opened(QByteArrayView bytes)
{
    const auto line = firstLine(bytes);
    if (!line)
        return std::nullopt;
    for (const Opening &opening : openings) {
        if (!line->startsWith(opening.start))
            continue;
        QByteArrayView rest = after(*line, static_cast<qsizetype>(qstrlen(opening.start)));
        // RFC 9051, 7.1: a code in brackets may stand before the text.
        if (opening.protocol == PortProtocol::Imap && rest.startsWith('[') && rest.indexOf(']') >= 0)
            rest = rest.sliced(rest.indexOf(']') + 1);
        return Recognition { .protocol = opening.protocol, .product = opening.restIsProduct ? boundedText(rest) : QString() };
    }
    // RFC 1939: the text after +OK is free.
    if (line->startsWith("+OK") && (line->size() == 3 || line->at(3) == ' '))
        return Recognition { .protocol = PortProtocol::Pop3, .product = boundedText(after(*line, 4)) };
    // RFC 5804, 1.7
    if (line->startsWith("\"IMPLEMENTATION\" "))
        return Recognition { .protocol = PortProtocol::ManageSieve, .product = boundedText(after(*line, 17)).remove(u'"') };
    // Status and length of what follows, which asks for proof of a shared secret.
    if (line->startsWith("107 ") && bytes.indexOf("Authentication required") > 0)
        return Recognition { .protocol = PortProtocol::VarnishCli };
    if (line->startsWith("200 ") && bytes.indexOf("Varnish Cache CLI") > 0)
        return Recognition { .protocol = PortProtocol::VarnishCli };
    return std::nullopt;
}

} // namespace

MaybeRecognition greeting(QByteArrayView bytes)
{
    for (const auto recogniser : { ssh, opened, coded, irc, mySql, telnet }) {
        if (auto found = recogniser(bytes))
            return found;
    }
    if (bytes.startsWith("( success ( ") && bytes.indexOf("edit-pipeline") > 0)
        return Recognition { .protocol = PortProtocol::Subversion };
    // A frame of OpenWire: its length, its type 1 (WireFormatInfo) and the magic word.
    if (bytes.size() >= 13 && bytes[4] == '\x01' && bytes.sliced(5).startsWith("ActiveMQ"))
        return Recognition { .protocol = PortProtocol::OpenWire, .product = QStringLiteral("ActiveMQ") };
    // A notice of type 5 (capabilities) in X Protocol's framing.
    if (bytes.size() >= 9 && little<quint32>(bytes, 0) == 5U && bytes.sliced(4).startsWith(QByteArrayView("\x0b\x08\x05\x1a\x00", 5)))
        return Recognition { .protocol = PortProtocol::MySqlX };
    return std::nullopt;
}

MaybeRecognition mailHello(QByteArrayView bytes)
{
    const auto first = firstLine(bytes);
    if (!first)
        return std::nullopt;
    // The greeting may have several lines; the answer to EHLO is the first one with another code.
    const QByteArrayView product = after(*first, 4);
    QByteArrayView rest = bytes;
    while (const auto line = firstLine(rest)) {
        if (line->startsWith("250"))
            return Recognition { .protocol = PortProtocol::Smtp, .product = boundedText(product) };
        // RFC 959 knows 500, 502 and 530 for what is not understood or not yet allowed.
        if (line->startsWith("500") || line->startsWith("502") || line->startsWith("530"))
            return Recognition { .protocol = PortProtocol::Ftp, .product = boundedText(product) };
        rest = rest.sliced(rest.indexOf('\n') + 1);
    }
    return std::nullopt;
}

MaybeRecognition words(QByteArrayView bytes)
{
    if (bytes.startsWith("RTSP/1.") || bytes.startsWith("RTSP/2."))
        return Recognition { .protocol = PortProtocol::Rtsp };
    if (bytes.startsWith("SIP/2.0 "))
        return Recognition { .protocol = PortProtocol::Sip };
    if (bytes.startsWith("SPAMD/1."))
        return Recognition { .protocol = PortProtocol::SpamAssassin };
    if (bytes.startsWith("-ERR wrong number of arguments for 'get' command") || bytes.startsWith("-NOAUTH Authentication required")
        || bytes.startsWith("-DENIED Redis "))
        return Recognition { .protocol = PortProtocol::Redis };
    if (bytes == QByteArrayView("UNKNOWN_COMMAND\r\n"))
        return Recognition { .protocol = PortProtocol::Beanstalk };
    const QByteArrayView start = bytes.first(std::min<qsizetype>(bytes.size(), 512));
    if (start.indexOf("<stream:stream") >= 0 || start.indexOf("<stream:error") >= 0)
        return Recognition { .protocol = PortProtocol::Xmpp };
    return std::nullopt;
}

} // namespace portolan::recognisers
