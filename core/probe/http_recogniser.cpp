// SPDX-License-Identifier: GPL-3.0-or-later
#include "probe/recognition.h"
#include "probe/wire_bytes.h"

#include <QByteArray>

#include <algorithm>

namespace portolan::recognisers {

namespace {

constexpr qsizetype maximumHead = 12 * 1024;

bool isDigit(char character)
{
    return character >= '0' && character <= '9';
}

/// The head of an answer (RFC 9112, 2), as far as it is there.
struct Head
{
    int status = 0;
    QByteArray server;
    QByteArray apiVersion;
    bool isDocker = false;
    bool whole = false;
    QByteArrayView body;
};

std::optional<Head> headOf(QByteArrayView bytes)
{
    if (!bytes.startsWith("HTTP/1.") || bytes.size() < 12 || bytes[8] != ' ' || !isDigit(bytes[9]) || !isDigit(bytes[10]) || !isDigit(bytes[11]))
        return std::nullopt;
    Head head;
    head.status = (bytes[9] - '0') * 100 + (bytes[10] - '0') * 10 + (bytes[11] - '0');
    QByteArrayView rest = bytes;
    bool statusLine = true;
    while (bytes.size() - rest.size() < maximumHead) {
        const auto line = wire::firstLine(rest, maximumHead);
        if (!line)
            break;
        rest = rest.sliced(rest.indexOf('\n') + 1);
        if (line->isEmpty()) {
            head.whole = true;
            head.body = rest;
            break;
        }
        const qsizetype colon = line->indexOf(':');
        if (!std::exchange(statusLine, false) && colon > 0) {
            const QByteArray name = line->first(colon).toByteArray().trimmed().toLower();
            const QByteArray value = line->sliced(colon + 1).toByteArray().trimmed();
            if (name == "server")
                head.server = value;
            else if (name == "api-version")
                head.apiVersion = value;
            else if (name == "docker-experimental")
                head.isDocker = true;
        }
    }
    return head;
}

/// The text of the first title element; nullopt while it has not ended.
std::optional<QByteArray> titleOf(QByteArrayView body)
{
    const QByteArray lower = body.toByteArray().toLower();
    const qsizetype open = lower.indexOf("<title");
    const qsizetype start = open < 0 ? -1 : lower.indexOf('>', open);
    const qsizetype end = start < 0 ? -1 : lower.indexOf("</title", start);
    if (end < 0)
        return std::nullopt;
    QByteArray title = body.sliced(start + 1, end - start - 1).toByteArray();
    // The few that titles contain; the ampersand last, so that nothing is unescaped twice.
    static constexpr std::pair<const char *, const char *> entities[] {
        { "&lt;", "<" }, { "&gt;", ">" }, { "&quot;", "\"" }, { "&#39;", "'" }, { "&nbsp;", " " }, { "&amp;", "&" },
    };
    for (const auto &[entity, character] : entities)
        title.replace(entity, character);
    return title;
}

/// The value of `"key": "text"` in JSON, wherever it stands.
QByteArray jsonText(QByteArrayView body, const QByteArray &key)
{
    const qsizetype at = body.indexOf('"' + key + '"');
    const qsizetype open = at < 0 ? -1 : body.indexOf('"', body.indexOf(':', at + key.size() + 2));
    const qsizetype end = open < 0 ? -1 : body.indexOf('"', open + 1);
    return end < 0 ? QByteArray() : body.sliced(open + 1, end - open - 1).toByteArray();
}

bool isElasticsearch(QByteArrayView body)
{
    return body.indexOf("\"tagline\"") >= 0 && body.indexOf("You Know, for Search") >= 0;
}

} // namespace

MaybeRecognition http(QByteArrayView bytes)
{
    const auto head = headOf(bytes);
    if (!head)
        return std::nullopt;
    Recognition found { .protocol = PortProtocol::Http, .product = boundedText(head->server) };
    const auto title = titleOf(head->body);
    if (title)
        found.title = boundedText(*title);
    found.mayGrow = !title;
    if (head->server.contains("IPP/"))
        found.protocol = PortProtocol::Ipp;
    else if (head->isDocker || (!head->apiVersion.isEmpty() && head->server.startsWith("Docker/")))
        found.product = head->server.isEmpty() ? QStringLiteral("Docker") : found.product;
    else if (isElasticsearch(head->body))
        found.product = boundedText("Elasticsearch " + jsonText(head->body, "number"));
    // Tor tells web browsers so that came to the wrong port.
    else if (head->status == 501 && bytes.indexOf("Tor is not an HTTP Proxy") >= 0)
        return Recognition { .protocol = PortProtocol::Socks5, .product = QStringLiteral("Tor") };
    // Servers of HTTPS answer plain HTTP so; what they speak under TLS counts.
    if (head->status == 400)
        found.followUp = PortQuestion::TlsHello;
    return found;
}

namespace {

constexpr quint8 headersFrame = 1;
constexpr quint8 settingsFrame = 4;

/// "application/grpc" as a header's value is written plainly or with RFC 7541's Huffman code.
bool namesGrpc(QByteArrayView block)
{
    static const QByteArray huffman = QByteArray::fromHex("1d75d0620d263d4c4d6564");
    return block.indexOf("application/grpc") >= 0 || block.indexOf(huffman) >= 0;
}

} // namespace

MaybeRecognition httpTwo(QByteArrayView bytes)
{
    // The server's preface is a SETTINGS frame of stream 0 (RFC 9113, 3.4 and 6.5).
    const auto head = wire::big<quint32>(bytes, 0);
    const auto stream = wire::big<quint32>(bytes, 5);
    if (!head || !stream || *stream != 0 || (*head & 0xff) != settingsFrame || bytes[4] != 0)
        return std::nullopt;
    const qsizetype settings = *head >> 8;
    if (settings % 6 != 0 || settings > 6 * 64)
        return std::nullopt;
    Recognition found { .protocol = PortProtocol::Http2, .mayGrow = true, .followUp = PortQuestion::HttpTwo };
    qsizetype at = 9 + settings;
    while (const auto next = wire::big<quint32>(bytes, at)) {
        const qsizetype length = *next >> 8;
        if (bytes.size() - at < 9 + length)
            break;
        if ((*next & 0xff) == headersFrame) {
            found.mayGrow = false;
            if (namesGrpc(bytes.sliced(at + 9, length)))
                found.protocol = PortProtocol::Grpc;
            break;
        }
        at += 9 + length;
    }
    return found;
}

} // namespace portolan::recognisers
