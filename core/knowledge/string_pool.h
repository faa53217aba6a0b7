// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "knowledge/knowledge_format.h"

#include <QByteArray>
#include <QHash>
#include <QString>
#include <QStringList>

#include <array>

namespace portolan {

/// Appends the number in little-endian order.
template<typename Number>
inline void append(QByteArray &bytes, Number number)
{
    std::array<char, sizeof(Number)> buffer;
    qToLittleEndian(number, buffer.data());
    bytes.append(buffer.data(), static_cast<qsizetype>(buffer.size()));
}

/// The strings of a compiled file, each once, with the offsets that stand for them elsewhere.
class StringPool
{
public:
    StringPool() { append<quint16>(m_bytes, 0); }

    quint32 add(const QString &text)
    {
        if (text.isEmpty())
            return 0;
        const auto known = m_offsets.constFind(text);
        if (known != m_offsets.constEnd())
            return *known;
        const QByteArray utf8 = text.toUtf8();
        if (utf8.size() > format::longestString) {
            if (m_tooLong.isEmpty())
                m_tooLong = text.left(60);
            return 0;
        }
        const auto offset = static_cast<quint32>(m_bytes.size());
        append(m_bytes, static_cast<quint16>(utf8.size()));
        m_bytes.append(utf8);
        m_offsets.insert(text, offset);
        return offset;
    }
    quint32 add(const QStringList &list) { return add(list.join(QLatin1Char('\n'))); }

    [[nodiscard]] const QByteArray &bytes() const { return m_bytes; }
    /// The beginning of the first text that did not fit into format::longestString bytes; empty when all did.
    [[nodiscard]] const QString &tooLong() const { return m_tooLong; }

private:
    QByteArray m_bytes;
    QHash<QString, quint32> m_offsets;
    QString m_tooLong;
};

} // namespace portolan
