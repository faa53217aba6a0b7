// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QtEndian>

#include <optional>

/// Whole numbers as they stand in messages, read within bounds.
namespace portolan::wire {

/// nullopt where the bytes end before the number does.
template <class Number>
[[nodiscard]] std::optional<Number> big(QByteArrayView bytes, qsizetype position)
{
    if (position < 0 || bytes.size() - position < static_cast<qsizetype>(sizeof(Number)))
        return std::nullopt;
    return qFromBigEndian<Number>(bytes.data() + position);
}

template <class Number>
[[nodiscard]] std::optional<Number> little(QByteArrayView bytes, qsizetype position)
{
    if (position < 0 || bytes.size() - position < static_cast<qsizetype>(sizeof(Number)))
        return std::nullopt;
    return qFromLittleEndian<Number>(bytes.data() + position);
}

/// The number as `Number` in network order.
template <class Number>
[[nodiscard]] QByteArray big(Number number)
{
    QByteArray bytes(sizeof(Number), Qt::Uninitialized);
    qToBigEndian(number, bytes.data());
    return bytes;
}

template <class Number>
[[nodiscard]] QByteArray little(Number number)
{
    QByteArray bytes(sizeof(Number), Qt::Uninitialized);
    qToLittleEndian(number, bytes.data());
    return bytes;
}

/// One element of BER (X.690) with the definite form; content below 128 bytes.
[[nodiscard]] inline QByteArray ber(quint8 tag, const QByteArray &content)
{
    return QByteArray(1, static_cast<char>(tag)) + static_cast<char>(content.size()) + content;
}

/// Up to the first line end, which is left out; nullopt where no line ends within `maximum` bytes.
[[nodiscard]] inline std::optional<QByteArrayView> firstLine(QByteArrayView bytes, qsizetype maximum = 1024)
{
    const qsizetype end = bytes.first(std::min(bytes.size(), maximum)).indexOf('\n');
    if (end < 0)
        return std::nullopt;
    return bytes.first(end > 0 && bytes[end - 1] == '\r' ? end - 1 : end);
}

} // namespace portolan::wire
