// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <optional>

namespace portolan {

/// The answer to one HTTP request, put together piece by piece: RFC 9112, with bodies of a given
/// length, in chunks, or up to the end of the connection. Takes any bytes and keeps no more of them
/// than the limits allow.
class HttpAnswer
{
public:
    static constexpr qsizetype maximumHead = 16 * 1024;
    static constexpr qsizetype maximumBody = 16 * 1024 * 1024;

    enum class State : quint8 {
        Open, ///< more is to come
        Whole,
        Invalid, ///< no HTTP/1, cut off, or larger than the limits
    };

    State add(QByteArrayView bytes);
    /// To be called when the connection ended.
    State end();

    [[nodiscard]] State state() const { return m_state; }
    /// Of a whole answer.
    [[nodiscard]] int status() const { return m_status; }
    [[nodiscard]] const QByteArray &body() const { return m_body; }

private:
    enum class Part : quint8 { Head, Body, ChunkSize, Chunk, ChunkEnd, Trailer };

    void work();
    void readHead();
    void readChunkSize();
    /// The next line of the input, without its end; nullopt while it is not whole.
    [[nodiscard]] std::optional<QByteArray> line();
    void take(qsizetype count);
    void fail() { m_state = State::Invalid; }

    State m_state = State::Open;
    Part m_part = Part::Head;
    QByteArray m_input; ///< not worked on yet
    QByteArray m_body;
    int m_status = 0;
    qsizetype m_left = -1; ///< of the body or chunk; -1: up to the end
};

} // namespace portolan
