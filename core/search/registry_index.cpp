// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/registry_index.h"

#include <algorithm>
#include <numeric>
#include <tuple>

namespace portolan {

RegistryIndexPtr RegistryIndex::build(const Knowledge &knowledge)
{
    auto index = std::make_shared<RegistryIndex>();
    index->m_rows.reserve(static_cast<size_t>(knowledge.registrationCount() + knowledge.noteCount()));
    for (int i = 0; i < knowledge.registrationCount(); ++i)
        index->add(knowledge.registrationAt(i), static_cast<quint32>(i));
    for (int i = 0; i < knowledge.noteCount(); ++i)
        index->add(knowledge.noteAt(i), static_cast<quint32>(i));
    index->takeMarks(knowledge);
    index->finish();
    return index;
}

RegistryIndexPtr RegistryIndex::build(const QList<Registration> &registrations, const QList<Note> &notes)
{
    auto index = std::make_shared<RegistryIndex>();
    for (qsizetype i = 0; i < registrations.size(); ++i)
        index->add(registrations[i], static_cast<quint32>(i));
    for (qsizetype i = 0; i < notes.size(); ++i)
        index->add(notes[i], static_cast<quint32>(i));
    index->finish();
    return index;
}

QStringView RegistryIndex::text(const Row &row, Field field) const
{
    const quint32 begin = field == Field::Name ? row.begin : field == Field::Description ? row.description : row.other;
    const quint32 end = field == Field::Name ? row.description : field == Field::Description ? row.other : row.end;
    // Without the U+0000 that ends the field.
    return QStringView(m_texts).mid(begin, end - begin - 1);
}

QStringView RegistryIndex::wholeText(const Row &row) const
{
    return QStringView(m_texts).mid(row.begin, row.end - row.begin);
}

std::span<const quint32> RegistryIndex::namesFrom(QStringView prefix) const
{
    const auto beginning = [&](quint32 row) { return text(m_rows[row], Field::Name).left(prefix.size()); };
    const auto first = std::partition_point(m_byName.begin(), m_byName.end(),
                                            [&](quint32 row) { return beginning(row) < prefix; });
    const auto last = std::partition_point(first, m_byName.end(), [&](quint32 row) { return beginning(row) == prefix; });
    return std::span(first, last);
}

Marks RegistryIndex::marks(quint16 port, std::optional<RegistryTransport> transport) const
{
    if (m_marks.empty())
        return {};
    const PortMarks &marks = m_marks[port];
    return transport == RegistryTransport::Tcp ? marks.tcp
        : transport == RegistryTransport::Udp  ? marks.udp
                                               : marks.tcp | marks.udp;
}

void RegistryIndex::add(const Registration &registration, quint32 index)
{
    Row row;
    row.index = index;
    row.kind = Kind::Registration;
    row.transport = registration.transport;
    if (registration.portFrom && registration.portTo) {
        row.hasPort = true;
        row.from = *registration.portFrom;
        row.to = *registration.portTo;
        for (size_t port = row.from; port <= row.to; ++port)
            m_registered.set(port);
    }
    append(row, registration.service, registration.description,
           registration.assignee + QLatin1Char(' ') + registration.reference + QLatin1Char(' ')
               + registration.unauthorizedUse + QLatin1Char(' ') + registration.assignmentNotes);
}

void RegistryIndex::add(const Note &note, quint32 index)
{
    Row row;
    row.index = index;
    row.kind = Kind::Note;
    row.hasPort = true;
    row.from = note.portFrom;
    row.to = note.portTo;
    if (note.transport)
        row.transport = *note.transport == Transport::Tcp ? RegistryTransport::Tcp : RegistryTransport::Udp;
    append(row, note.subject, note.text,
           note.executables.join(QLatin1Char(' ')) + QLatin1Char(' ') + note.units.join(QLatin1Char(' '))
               + QLatin1Char(' ') + note.packages.join(QLatin1Char(' ')) + QLatin1Char(' ') + note.source.title);
}

void RegistryIndex::append(Row &row, const QString &name, const QString &description, const QString &other)
{
    const auto add = [this](const QString &text) {
        QString folded = text.toCaseFolded();
        folded.replace(QChar(0), QLatin1Char(' '));
        m_texts += folded;
        m_texts += QChar(0);
        return static_cast<quint32>(m_texts.size());
    };
    row.begin = static_cast<quint32>(m_texts.size());
    row.description = add(name);
    row.other = add(description);
    row.end = add(other);
    m_rows.push_back(row);
}

void RegistryIndex::takeMarks(const Knowledge &knowledge)
{
    m_marks.resize(65536);
    for (size_t port = 0; port < m_marks.size(); ++port) {
        const auto number = static_cast<quint16>(port);
        m_marks[port] = { knowledge.marks(number, Transport::Tcp), knowledge.marks(number, Transport::Udp) };
    }
    for (Row &row : m_rows) {
        if (!row.hasPort)
            continue;
        row.allMarks = ~Marks();
        for (int port = row.from; port <= row.to; ++port) {
            const Marks here = marks(static_cast<quint16>(port), row.transport);
            row.anyMarks |= here;
            row.allMarks &= here;
        }
    }
}

void RegistryIndex::finish()
{
    m_texts.squeeze();
    m_listed.resize(m_rows.size());
    std::iota(m_listed.begin(), m_listed.end(), 0U);
    m_byName = m_listed;
    std::sort(m_listed.begin(), m_listed.end(), [this](quint32 a, quint32 b) {
        const auto key = [](const Row &row) { return std::tuple(row.hasPort ? row.from : 65536, row.kind, row.index); };
        return key(m_rows[a]) < key(m_rows[b]);
    });
    std::erase_if(m_byName, [this](quint32 row) { return text(m_rows[row], Field::Name).isEmpty(); });
    std::sort(m_byName.begin(), m_byName.end(), [this](quint32 a, quint32 b) {
        return text(m_rows[a], Field::Name) < text(m_rows[b], Field::Name);
    });

    Vocabulary::Builder words;
    for (quint32 i = 0; i < m_rows.size(); ++i) {
        const Row &row = m_rows[i];
        words.add(i, text(row, Field::Name), Vocabulary::Part::Name);
        words.add(i, text(row, Field::Description), Vocabulary::Part::Description);
        words.add(i, text(row, Field::Other), Vocabulary::Part::Other);
    }
    m_vocabulary = words.finish();
}

} // namespace portolan
