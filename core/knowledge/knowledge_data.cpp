// SPDX-License-Identifier: GPL-3.0-or-later
#include "knowledge/knowledge_data.h"

#include "knowledge/knowledge_format.h"

#include <cstring>

namespace portolan {

namespace {

/// Words of a cell before the numbers of rows and notes.
constexpr quint64 cellHead = 3;

quint32 u32(const char *bytes)
{
    return qFromLittleEndian<quint32>(bytes);
}

quint16 u16(const char *bytes)
{
    return qFromLittleEndian<quint16>(bytes);
}

quint8 u8(const char *bytes)
{
    return static_cast<quint8>(*bytes);
}

QStringList lines(QUtf8StringView text)
{
    return text.isEmpty() ? QStringList() : text.toString().split(QLatin1Char('\n'));
}

std::optional<int> year(quint16 value)
{
    return value == 0 ? std::nullopt : std::optional<int>(value);
}

} // namespace

int Knowledge::Data::Cell::row(int i) const
{
    return static_cast<int>(u32(numbers + i * 4));
}

int Knowledge::Data::Cell::note(int i) const
{
    return static_cast<int>(u32(numbers + (rowCount + i) * 4));
}

bool Knowledge::Data::open(QByteArrayView bytes, Trust trust, QString *error)
{
    const auto fail = [error](const QString &reason) {
        if (error)
            *error = reason;
        return false;
    };
    if (bytes.size() < format::rowsOffset || std::memcmp(bytes.data(), format::magic, sizeof format::magic) != 0)
        return fail(QStringLiteral("not a compiled knowledge base"));
    const quint32 version = u32(bytes.data() + format::versionOffset);
    if (version != format::version) {
        return fail(QStringLiteral("compiled knowledge base of version %1; this program reads version %2")
                        .arg(version)
                        .arg(format::version));
    }
    if (u32(bytes.data() + format::sizeOffset) != static_cast<quint64>(bytes.size())
        || (trust == Trust::None
            && qFromLittleEndian<quint64>(bytes.data() + format::checksumOffset)
                != format::checksum(bytes.sliced(format::countsOffset)))) {
        return fail(QStringLiteral("the compiled knowledge base is cut off or damaged"));
    }

    const char *counts = bytes.data() + format::countsOffset;
    const quint64 rowCount = u32(counts);
    const quint64 noteCount = u32(counts + 4);
    const quint64 cellBytes = quint64(u32(counts + 8)) * 4;
    const quint64 poolBytes = u32(counts + 12);
    const quint64 panelCount = u32(counts + 16);
    const quint64 cellsAt = format::rowsOffset + rowCount * format::rowSize + noteCount * format::noteSize
        + panelCount * format::panelSize;
    if (cellsAt + cellBytes + poolBytes != static_cast<quint64>(bytes.size()))
        return fail(QStringLiteral("the parts of the compiled knowledge base do not add up"));

    m_bytes = bytes;
    m_rowCount = static_cast<int>(rowCount);
    m_noteCount = static_cast<int>(noteCount);
    m_panelCount = static_cast<int>(panelCount);
    m_registryDate = u32(counts + 20);
    m_cells = bytes.sliced(static_cast<qsizetype>(cellsAt), static_cast<qsizetype>(cellBytes));
    m_pool = bytes.last(static_cast<qsizetype>(poolBytes));
    if (trust == Trust::CheckedByBuild)
        return true;
    if (!isString(m_registryDate) || !rowsAreSound() || !notesAreSound() || !panelsAreSound() || !cellsAreSound())
        return fail(QStringLiteral("the compiled knowledge base points outside itself"));
    return true;
}

bool Knowledge::Data::rowsAreSound() const
{
    for (int i = 0; i < m_rowCount; ++i) {
        const char *row = rowBytes(i);
        if (u8(row + 4) > 1 || u8(row + 5) > static_cast<quint8>(RegistryTransport::Dccp)
            || u8(row + 6) > static_cast<quint8>(RegistrationStatus::Reserved)) {
            return false;
        }
        for (qsizetype text = 0; text < format::rowStrings; ++text) {
            if (!isString(u32(row + format::rowStringsOffset + text * 4)))
                return false;
        }
    }
    return true;
}

bool Knowledge::Data::notesAreSound() const
{
    for (int i = 0; i < m_noteCount; ++i) {
        const char *note = noteBytes(i);
        if (u16(note) > u16(note + 2) || u8(note + 4) > 2
            || u8(note + 5) > static_cast<quint8>(NoteKind::Squatter)
            || u8(note + 6) > static_cast<quint8>(Confidence::High)) {
            return false;
        }
        for (qsizetype text = 0; text < format::noteStrings; ++text) {
            if (!isString(u32(note + format::noteStringsOffset + text * 4)))
                return false;
        }
    }
    return true;
}

bool Knowledge::Data::panelsAreSound() const
{
    for (int i = 0; i < m_panelCount; ++i) {
        const char *panel = panelBytes(i);
        if (u16(panel) > u16(panel + 2))
            return false;
        for (qsizetype text = 0; text < format::panelStrings; ++text) {
            if (!isString(u32(panel + format::panelStringsOffset + text * 4)))
                return false;
        }
    }
    return true;
}

bool Knowledge::Data::cellsAreSound() const
{
    const quint64 words = static_cast<quint64>(m_cells.size()) / 4;
    quint64 previous = ~quint64(0); // no index entry has 64 bits
    for (qsizetype port = 0; port < format::portCount; ++port) {
        const quint64 at = u32(m_bytes.data() + format::indexOffset + port * 4);
        if (at == previous)
            continue;
        previous = at;
        if (at + cellHead > words)
            return false;
        const quint32 counts = u32(m_cells.data() + (at + 1) * 4);
        if (u32(m_cells.data() + (at + 2) * 4) > static_cast<quint32>(m_panelCount))
            return false;
        const quint32 rows = counts & 0xffff;
        const quint32 notes = counts >> 16;
        if (at + cellHead + rows + notes > words)
            return false;
        for (quint32 i = 0; i < rows + notes; ++i) {
            const quint32 number = u32(m_cells.data() + (at + cellHead + i) * 4);
            if (number >= static_cast<quint32>(i < rows ? m_rowCount : m_noteCount))
                return false;
        }
    }
    return true;
}

bool Knowledge::Data::isString(quint32 offset) const
{
    const auto size = static_cast<quint64>(m_pool.size());
    return quint64(offset) + 2 <= size && quint64(offset) + 2 + u16(m_pool.data() + offset) <= size;
}

QUtf8StringView Knowledge::Data::string(quint32 offset) const
{
    return QUtf8StringView(m_pool.data() + offset + 2, u16(m_pool.data() + offset));
}

const char *Knowledge::Data::rowBytes(int number) const
{
    return m_bytes.data() + format::rowsOffset + number * format::rowSize;
}

const char *Knowledge::Data::noteBytes(int number) const
{
    return rowBytes(m_rowCount) + number * format::noteSize;
}

Knowledge::Data::Cell Knowledge::Data::cell(quint16 port) const
{
    const qsizetype at = u32(m_bytes.data() + format::indexOffset + port * 4);
    const char *words = m_cells.data() + at * 4;
    Cell cell;
    cell.tcpMarks = Marks::fromInt(u16(words));
    cell.udpMarks = Marks::fromInt(u16(words + 2));
    cell.rowCount = u16(words + 4);
    cell.noteCount = u16(words + 6);
    cell.panel = static_cast<int>(u32(words + 8)) - 1;
    cell.numbers = words + cellHead * 4;
    return cell;
}

QUtf8StringView Knowledge::Data::rowText(int number, RowText text) const
{
    return string(u32(rowBytes(number) + format::rowStringsOffset + static_cast<int>(text) * 4));
}

Registration Knowledge::Data::row(int number) const
{
    const char *bytes = rowBytes(number);
    const auto text = [&](RowText wanted) { return rowText(number, wanted).toString(); };
    Registration row;
    if (u8(bytes + 4) != 0) {
        row.portFrom = u16(bytes);
        row.portTo = u16(bytes + 2);
    }
    row.transport = static_cast<RegistryTransport>(u8(bytes + 5));
    row.status = static_cast<RegistrationStatus>(u8(bytes + 6));
    row.service = text(RowText::Service);
    row.description = text(RowText::Description);
    row.assignee = text(RowText::Assignee);
    row.registered = text(RowText::Registered);
    row.modified = text(RowText::Modified);
    row.reference = text(RowText::Reference);
    row.unauthorizedUse = text(RowText::UnauthorizedUse);
    row.assignmentNotes = text(RowText::AssignmentNotes);
    row.contact = text(RowText::Contact);
    row.serviceCode = text(RowText::ServiceCode);
    return row;
}

QUtf8StringView Knowledge::Data::noteText(int number, NoteText text) const
{
    return string(u32(noteBytes(number) + format::noteStringsOffset + static_cast<int>(text) * 4));
}

bool Knowledge::Data::noteCoversTransport(int number, Transport transport) const
{
    const quint8 stored = u8(noteBytes(number) + 4);
    return stored == 0 || stored == (transport == Transport::Tcp ? 1 : 2);
}

Note Knowledge::Data::note(int number) const
{
    const char *bytes = noteBytes(number);
    const auto text = [&](NoteText wanted) { return noteText(number, wanted).toString(); };
    Note note;
    note.portFrom = u16(bytes);
    note.portTo = u16(bytes + 2);
    if (u8(bytes + 4) != 0)
        note.transport = u8(bytes + 4) == 1 ? Transport::Tcp : Transport::Udp;
    note.kind = static_cast<NoteKind>(u8(bytes + 5));
    note.confidence = static_cast<Confidence>(u8(bytes + 6));
    note.registrant = u8(bytes + 7) != 0;
    note.from = year(u16(bytes + 8));
    note.to = year(u16(bytes + 10));
    note.subject = text(NoteText::Subject);
    note.text = text(NoteText::Text);
    note.source.title = text(NoteText::SourceTitle);
    note.source.url = text(NoteText::SourceUrl);
    note.executables = lines(noteText(number, NoteText::Executables));
    note.units = lines(noteText(number, NoteText::Units));
    note.packages = lines(noteText(number, NoteText::Packages));
    note.id = text(NoteText::Id);
    note.images = lines(noteText(number, NoteText::Images));
    note.macosExecutables = lines(noteText(number, NoteText::MacosExecutables));
    note.windowsExecutables = lines(noteText(number, NoteText::WindowsExecutables));
    note.see = lines(noteText(number, NoteText::See));
    return note;
}

const char *Knowledge::Data::panelBytes(int number) const
{
    return noteBytes(m_noteCount) + number * format::panelSize;
}

Panel Knowledge::Data::panel(int number) const
{
    const char *bytes = panelBytes(number);
    const auto stored = [&](int text) { return string(u32(bytes + format::panelStringsOffset + text * 4)); };
    Panel panel;
    panel.portFrom = u16(bytes);
    panel.portTo = u16(bytes + 2);
    panel.texts = { stored(0).toString(), stored(1).toString(), stored(2).toString(),
                    stored(3).toString(), stored(4).toString(), stored(5).toString() };
    panel.notes = lines(stored(6));
    for (const QString &source : lines(stored(7)))
        panel.sources.append({ source.section(QLatin1Char('\t'), 0, 0), source.section(QLatin1Char('\t'), 1) });
    for (const QString &port : lines(stored(8)))
        panel.see.append(port.toUShort());
    return panel;
}

} // namespace portolan
