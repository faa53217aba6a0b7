// SPDX-License-Identifier: GPL-3.0-or-later
#include "knowledge/knowledge_encoder.h"

#include "knowledge/knowledge_format.h"
#include "knowledge/marks.h"
#include "knowledge/string_pool.h"

#include <QHash>

#include <algorithm>
#include <tuple>
#include <utility>

namespace portolan {

namespace {

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
    append(bytes, pool.add(note.images));
    append(bytes, pool.add(note.macosExecutables));
    append(bytes, pool.add(note.windowsExecutables));
    append(bytes, pool.add(note.see));
    return bytes;
}

QByteArray encodePanel(const Panel &panel, StringPool &pool)
{
    QStringList sources;
    for (const Source &source : panel.sources)
        sources.append(source.title + QLatin1Char('\t') + source.url);
    QStringList ports;
    for (const quint16 port : panel.see)
        ports.append(QString::number(port));
    QByteArray bytes;
    append(bytes, panel.portFrom);
    append(bytes, panel.portTo);
    for (const QString *text : { &panel.texts.title, &panel.texts.lead, &panel.texts.registered, &panel.texts.used,
                                 &panel.texts.history, &panel.texts.advice }) {
        append(bytes, pool.add(*text));
    }
    append(bytes, pool.add(panel.notes));
    append(bytes, pool.add(sources));
    append(bytes, pool.add(ports));
    return bytes;
}

/// For each port the number of the narrowest panel that covers it, counted from 1; 0 for none.
QList<quint32> panelOfPort(const QList<Panel> &panels)
{
    QList<quint32> ports(format::portCount, 0);
    const auto width = [&](quint32 number) {
        const Panel &panel = panels.at(number - 1);
        return panel.portTo - panel.portFrom;
    };
    for (quint32 number = 1; number <= static_cast<quint32>(panels.size()); ++number) {
        const Panel &panel = panels.at(number - 1);
        for (int port = panel.portFrom; port <= panel.portTo; ++port) {
            if (ports.at(port) == 0 || width(number) < width(ports.at(port)))
                ports[port] = number;
        }
    }
    return ports;
}

/// The registry covers fewer than 100,000, with every transport counted.
constexpr qint64 mostPortsCovered = 4'000'000;

template<typename Item>
qint64 portsCovered(const QList<Item> &items)
{
    qint64 ports = 0;
    for (const Item &item : items) {
        const std::optional<quint16> from = item.portFrom;
        const std::optional<quint16> to = item.portTo;
        ports += from && to ? *to - *from + 1 : 0;
    }
    return ports;
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

Cells encodeCells(const QList<Registration> &registrations, const QList<Note> &notes, const QList<Panel> &panels)
{
    QList<QList<int>> rowsOfPort = coverage(registrations);
    const QList<QList<int>> notesOfPort = coverage(notes);
    const QList<quint32> panelsOfPort = panelOfPort(panels);
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
        append(cell, panelsOfPort.at(port));
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

QByteArray encodeKnowledge(const QList<Registration> &registrations, const QString &registryDate, QList<Note> notes,
                           const QList<Panel> &panels, QString *error)
{
    // Each fact is listed for each of its ports: what claims all of them again and again would fill
    // any memory.
    if (portsCovered(registrations) > mostPortsCovered || portsCovered(notes) > mostPortsCovered) {
        *error = QStringLiteral("the rows or notes cover more than %1 ports in all").arg(mostPortsCovered);
        return {};
    }

    // The order within one port's cell follows from the order of all notes.
    std::stable_sort(notes.begin(), notes.end(), narrowBeforeWide);

    StringPool pool;
    const quint32 dateOffset = pool.add(registryDate);
    QByteArray rowBytes;
    for (const Registration &row : registrations)
        rowBytes += encodeRow(row, pool);
    QByteArray noteBytes;
    for (const Note &note : std::as_const(notes))
        noteBytes += encodeNote(note, pool);
    QByteArray panelBytes;
    for (const Panel &panel : panels)
        panelBytes += encodePanel(panel, pool);
    const Cells cells = encodeCells(registrations, notes, panels);
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
    append(body, static_cast<quint32>(panels.size()));
    append(body, dateOffset);
    body += cells.index;
    body += rowBytes;
    body += noteBytes;
    body += panelBytes;
    body += cells.words;
    body += pool.bytes();

    QByteArray bytes(format::magic, sizeof format::magic);
    append(bytes, format::version);
    append(bytes, static_cast<quint32>(format::countsOffset + body.size()));
    append(bytes, format::checksum(body));
    return bytes + body;
}

} // namespace portolan
