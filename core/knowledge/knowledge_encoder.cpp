// SPDX-License-Identifier: GPL-3.0-or-later
#include "knowledge/knowledge_encoder.h"

#include "knowledge/knowledge_format.h"
#include "knowledge/marks.h"

#include <QHash>

#include <algorithm>
#include <array>
#include <tuple>
#include <utility>

namespace portolan {

namespace {

template<typename Number>
void append(QByteArray &bytes, Number number)
{
    std::array<char, sizeof(Number)> buffer;
    qToLittleEndian(number, buffer.data());
    bytes.append(buffer.data(), static_cast<qsizetype>(buffer.size()));
}

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
    [[nodiscard]] const QString &tooLong() const { return m_tooLong; }

private:
    QByteArray m_bytes;
    QHash<QString, quint32> m_offsets;
    QString m_tooLong;
};

QByteArray encodeRow(const Registration &row, StringPool &pool)
{
    QByteArray bytes;
    append(bytes, row.portFrom.value_or(0));
    append(bytes, row.portTo.value_or(0));
    append(bytes, static_cast<quint8>(row.portFrom && row.portTo));
    append(bytes, static_cast<quint8>(row.transport));
    append(bytes, static_cast<quint8>(row.status));
    append<quint8>(bytes, 0);
    for (const QString *text :
         { &row.service, &row.description, &row.assignee, &row.registered, &row.modified,
           &row.reference, &row.unauthorizedUse, &row.assignmentNotes, &row.contact, &row.serviceCode }) {
        append(bytes, pool.add(*text));
    }
    return bytes;
}

QByteArray encodeNote(const Note &note, StringPool &pool)
{
    QByteArray bytes;
    append(bytes, note.portFrom);
    append(bytes, note.portTo);
    append<quint8>(bytes, !note.transport ? 0 : *note.transport == Transport::Tcp ? 1 : 2);
    append(bytes, static_cast<quint8>(note.kind));
    append(bytes, static_cast<quint8>(note.confidence));
    append(bytes, static_cast<quint8>(note.registrant));
    append(bytes, static_cast<quint16>(note.from.value_or(0)));
    append(bytes, static_cast<quint16>(note.to.value_or(0)));
    append(bytes, pool.add(note.subject));
    append(bytes, pool.add(note.text));
    append(bytes, pool.add(note.source.title));
    append(bytes, pool.add(note.source.url));
    append(bytes, pool.add(note.executables));
    append(bytes, pool.add(note.units));
    append(bytes, pool.add(note.packages));
    append(bytes, pool.add(note.id));
    return bytes;
}

/// For each port the numbers of the items that cover it, in the items' order.
template<typename Item>
QList<QList<int>> coverage(const QList<Item> &items)
{
    QList<QList<int>> ports(format::portCount);
    for (int i = 0; i < items.size(); ++i) {
        const Item &item = items.at(i);
        const std::optional<quint16> from = item.portFrom;
        const std::optional<quint16> to = item.portTo;
        if (!from || !to)
            continue;
        for (int port = *from; port <= *to; ++port)
            ports[port].append(i);
    }
    return ports;
}

struct Cells
{
    QByteArray index;
    QByteArray words;
    bool overfull = false;
};

Cells encodeCells(const QList<Registration> &registrations, const QList<Note> &notes)
{
    QList<QList<int>> rowsOfPort = coverage(registrations);
    const QList<QList<int>> notesOfPort = coverage(notes);
    Cells cells;
    QHash<QByteArray, quint32> known;
    for (int port = 0; port < format::portCount; ++port) {
        QList<int> &rows = rowsOfPort[port];
        std::stable_partition(rows.begin(), rows.end(),
                              [&](int row) { return registrations.at(row).isSinglePort(); });
        PortFacts facts;
        facts.port = static_cast<quint16>(port);
        for (const int row : std::as_const(rows))
            facts.registrations.append(registrations.at(row));
        for (const int note : notesOfPort.at(port))
            facts.notes.append(notes.at(note));
        const auto tcp = static_cast<quint32>(computeMarks(facts, Transport::Tcp).toInt());
        const auto udp = static_cast<quint32>(computeMarks(facts, Transport::Udp).toInt());
        const auto rowCount = static_cast<quint32>(rows.size());
        const auto noteCount = static_cast<quint32>(notesOfPort.at(port).size());
        cells.overfull = cells.overfull || rowCount > 0xffff || noteCount > 0xffff;

        QByteArray cell;
        append(cell, tcp | udp << 16);
        append(cell, rowCount | noteCount << 16);
        for (const int row : std::as_const(rows))
            append(cell, static_cast<quint32>(row));
        for (const int note : notesOfPort.at(port))
            append(cell, static_cast<quint32>(note));
        const auto found = known.constFind(cell);
        if (found != known.constEnd()) {
            append(cells.index, *found);
            continue;
        }
        const auto word = static_cast<quint32>(cells.words.size() / 4);
        known.insert(cell, word);
        append(cells.index, word);
        cells.words.append(cell);
    }
    return cells;
}

bool narrowBeforeWide(const Note &a, const Note &b)
{
    const auto key = [](const Note &note) {
        return std::tuple(note.portTo - note.portFrom, -static_cast<int>(note.confidence), note.portFrom);
    };
    return std::tuple_cat(key(a), std::tie(a.id)) < std::tuple_cat(key(b), std::tie(b.id));
}

} // namespace

QByteArray encodeKnowledge(const QList<Registration> &registrations, QList<Note> notes, QString *error)
{
    // The order within one port's cell follows from the order of all notes.
    std::stable_sort(notes.begin(), notes.end(), narrowBeforeWide);

    StringPool pool;
    QByteArray rowBytes;
    for (const Registration &row : registrations)
        rowBytes += encodeRow(row, pool);
    QByteArray noteBytes;
    for (const Note &note : std::as_const(notes))
        noteBytes += encodeNote(note, pool);
    const Cells cells = encodeCells(registrations, notes);
    if (!pool.tooLong().isEmpty()) {
        *error = QStringLiteral("a text is longer than %1 bytes; it begins \"%2\"")
                     .arg(format::longestString)
                     .arg(pool.tooLong());
        return {};
    }
    if (cells.overfull) {
        *error = QStringLiteral("a port has more than 65,535 rows or notes");
        return {};
    }

    QByteArray body;
    append(body, static_cast<quint32>(registrations.size()));
    append(body, static_cast<quint32>(notes.size()));
    append(body, static_cast<quint32>(cells.words.size() / 4));
    append(body, static_cast<quint32>(pool.bytes().size()));
    body += cells.index;
    body += rowBytes;
    body += noteBytes;
    body += cells.words;
    body += pool.bytes();

    QByteArray bytes(format::magic, sizeof format::magic);
    append(bytes, format::version);
    append(bytes, static_cast<quint32>(format::countsOffset + body.size()));
    append(bytes, format::checksum(body));
    return bytes + body;
}

} // namespace portolan
