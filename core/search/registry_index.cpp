// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/registry_index.h"

namespace portolan {

RegistryIndexPtr RegistryIndex::build(const Knowledge &knowledge)
{
    auto index = std::make_shared<RegistryIndex>();
    index->m_rows.reserve(static_cast<size_t>(knowledge.registrationCount() + knowledge.noteCount()));
    for (int i = 0; i < knowledge.registrationCount(); ++i)
        index->add(knowledge.registrationAt(i), static_cast<quint32>(i));
    for (int i = 0; i < knowledge.noteCount(); ++i)
        index->add(knowledge.noteAt(i), static_cast<quint32>(i));
    index->m_texts.squeeze();
    return index;
}

RegistryIndexPtr RegistryIndex::build(const QList<Registration> &registrations, const QList<Note> &notes)
{
    auto index = std::make_shared<RegistryIndex>();
    for (qsizetype i = 0; i < registrations.size(); ++i)
        index->add(registrations[i], static_cast<quint32>(i));
    for (qsizetype i = 0; i < notes.size(); ++i)
        index->add(notes[i], static_cast<quint32>(i));
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

} // namespace portolan
