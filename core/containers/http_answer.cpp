// SPDX-License-Identifier: GPL-3.0-or-later
#include "containers/http_answer.h"

#include <QList>

#include <algorithm>
#include <charconv>

namespace portolan {

namespace {

std::optional<qsizetype> number(QByteArrayView text, int base)
{
    qsizetype value = 0;
    const auto [end, error] = std::from_chars(text.begin(), text.end(), value, base);
    if (error != std::errc() || end != text.end() || value < 0)
        return std::nullopt;
    return value;
}

} // namespace

HttpAnswer::State HttpAnswer::add(QByteArrayView bytes)
{
    if (m_state != State::Open)
        return m_state;
    m_input.append(bytes);
    work();
    return m_state;
}

HttpAnswer::State HttpAnswer::end()
{
    if (m_state == State::Open)
        m_state = m_part == Part::Body && m_left < 0 ? State::Whole : State::Invalid;
    return m_state;
}

void HttpAnswer::work()
{
    for (qsizetype before = -1; m_state == State::Open && before != m_input.size() && !m_input.isEmpty();) {
        before = m_input.size();
        switch (m_part) {
        case Part::Head:
            readHead();
            break;
        case Part::Body:
            take(m_left < 0 ? m_input.size() : m_left);
            if (m_left == 0 && m_state == State::Open)
                m_state = State::Whole;
            break;
        case Part::ChunkSize:
            readChunkSize();
            break;
        case Part::Chunk:
            take(m_left);
            if (m_left == 0)
                m_part = Part::ChunkEnd;
            break;
        case Part::ChunkEnd:
            if (const auto rest = line()) {
                m_part = Part::ChunkSize;
                if (!rest->isEmpty())
                    fail();
            }
            break;
        case Part::Trailer:
            if (const auto field = line(); field && field->isEmpty())
                m_state = State::Whole;
            break;
        }
    }
}

void HttpAnswer::readHead()
{
    const qsizetype end = m_input.indexOf("\r\n\r\n");
    if (end < 0 || end > maximumHead) {
        if (m_input.size() > maximumHead)
            fail();
        return;
    }
    QList<QByteArray> lines = m_input.first(end).split('\n');
    m_input.remove(0, end + 4);
    const QList<QByteArray> status = lines.takeFirst().trimmed().split(' ');
    const auto code = number(status.value(1), 10);
    if (!status.first().startsWith("HTTP/1.") || !code || *code < 200 || *code > 599)
        return fail();
    m_status = int(*code);
    m_part = Part::Body;
    for (const QByteArray &field : std::as_const(lines)) {
        const qsizetype colon = field.indexOf(':');
        if (colon < 0)
            return fail();
        const QByteArray name = field.first(colon).trimmed().toLower();
        const QByteArray value = field.sliced(colon + 1).trimmed();
        if (name == "transfer-encoding") {
            if (value.toLower() != "chunked")
                return fail();
            m_part = Part::ChunkSize;
        } else if (name == "content-length") {
            const auto length = number(value, 10);
            if (!length || *length > maximumBody)
                return fail();
            m_left = *length;
        }
    }
    if (m_part == Part::Body && m_left == 0)
        m_state = State::Whole;
}

void HttpAnswer::readChunkSize()
{
    const auto text = line();
    if (!text)
        return;
    // What follows a semicolon are extensions.
    const auto size = number(text->split(';').first().trimmed(), 16);
    if (!size || *size > maximumBody)
        return fail();
    m_left = *size;
    m_part = *size == 0 ? Part::Trailer : Part::Chunk;
}

std::optional<QByteArray> HttpAnswer::line()
{
    const qsizetype end = m_input.indexOf('\n');
    if (end < 0 || end > maximumHead) {
        if (m_input.size() > maximumHead)
            fail();
        return std::nullopt;
    }
    QByteArray result = m_input.first(end);
    m_input.remove(0, end + 1);
    if (result.endsWith('\r'))
        result.chop(1);
    return result;
}

void HttpAnswer::take(qsizetype count)
{
    count = std::min(count, m_input.size());
    if (m_body.size() + count > maximumBody)
        return fail();
    m_body.append(QByteArrayView(m_input).first(count));
    m_input.remove(0, count);
    if (m_left >= 0)
        m_left -= count;
}

} // namespace portolan
