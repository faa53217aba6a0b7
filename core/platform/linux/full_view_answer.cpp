// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/linux/full_view_answer.h"

#include "platform/linux/full_view_protocol.h"

#include <QtEndian>

#include <limits>

namespace portolan::platform {

namespace {

/// Takes numbers and bytes off the front, as far as there are any.
class Cursor
{
public:
    explicit Cursor(QByteArrayView bytes) : m_rest(bytes) { }

    [[nodiscard]] qsizetype left() const { return m_rest.size(); }
    template<typename Number>
    [[nodiscard]] Number number()
    {
        const QByteArrayView bytes = take(sizeof(Number));
        return bytes.isEmpty() ? Number(0) : qFromLittleEndian<Number>(bytes.data());
    }
    [[nodiscard]] QByteArrayView take(qsizetype size)
    {
        if (size > m_rest.size())
            return {};
        const QByteArrayView taken = m_rest.first(size);
        m_rest = m_rest.sliced(size);
        return taken;
    }

private:
    QByteArrayView m_rest;
};

} // namespace

std::optional<qsizetype> fullViewAnswerSize(QByteArrayView beginning)
{
    const QByteArrayView magic(fullview::magic.data(), qsizetype(fullview::magic.size()));
    if (beginning.first(std::min(beginning.size(), magic.size())) != magic.first(std::min(beginning.size(), magic.size())))
        return std::nullopt;
    if (beginning.size() < qsizetype(fullview::headerSize))
        return 0;
    const auto rest = qFromLittleEndian<quint32>(beginning.data() + magic.size());
    if (rest < sizeof(quint32) || rest > fullview::maximumAnswer)
        return std::nullopt;
    return qsizetype(fullview::headerSize + rest);
}

std::optional<FullViewAnswer> parseFullViewAnswer(QByteArrayView bytes)
{
    if (bytes.isEmpty() || fullViewAnswerSize(bytes) != bytes.size())
        return std::nullopt;
    Cursor cursor(bytes.sliced(qsizetype(fullview::headerSize)));
    FullViewAnswer answer;
    answer.complete = (cursor.number<quint32>() & fullview::flagIncomplete) == 0;
    while (cursor.left() > 0) {
        if (cursor.left() < qsizetype(fullview::recordSize))
            return std::nullopt;
        const auto pid = cursor.number<quint32>();
        ToldProcess process;
        process.key.startTicks = cursor.number<quint64>();
        const auto sockets = cursor.number<quint32>();
        const auto length = cursor.number<quint32>();
        if (pid > quint32(std::numeric_limits<qint32>::max())
            || quint64(cursor.left()) < quint64(length) + quint64(sockets) * sizeof(quint64))
            return std::nullopt;
        process.key.pid = qint32(pid);
        process.executable = cursor.take(qsizetype(length)).toByteArray();
        for (quint32 i = 0; i < sockets; ++i) {
            const auto inode = cursor.number<quint64>();
            if (pid == 0)
                answer.unheld.insert(inode);
            else
                answer.holders[inode].append(process);
        }
    }
    return answer;
}

} // namespace portolan::platform
