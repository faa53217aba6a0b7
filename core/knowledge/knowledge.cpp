// SPDX-License-Identifier: GPL-3.0-or-later
#include "knowledge/knowledge.h"

#include "knowledge/knowledge_data.h"
#include "knowledge/marks.h"
#include "knowledge/trust.h"

#include <QCoreApplication>

#include <algorithm>

namespace portolan {

namespace {

// proc(5): /proc/<pid>/comm holds TASK_COMM_LEN (16) bytes with the terminating zero.
constexpr qsizetype kernelNameLength = 15;

bool isVersion(QStringView suffix)
{
    return std::all_of(suffix.begin(), suffix.end(),
                       [](QChar c) { return c.isDigit() || c == QLatin1Char('.') || c == QLatin1Char('-'); });
}

/// "python" of "python3.11".
QStringView withoutVersion(QStringView program)
{
    qsizetype length = program.size();
    while (length > 0 && isVersion(program.sliced(length - 1)))
        --length;
    return program.first(length);
}

bool isSameProgram(QUtf8StringView known, QStringView program)
{
    const QString name = known.toString();
    if (program.startsWith(name))
        return isVersion(program.sliced(name.size()));
    return program.size() == kernelNameLength && name.startsWith(program);
}

bool listsProgram(QUtf8StringView list, QStringView program)
{
    qsizetype begin = 0;
    while (begin < list.size()) {
        qsizetype end = begin;
        while (end < list.size() && list.data()[end] != '\n')
            ++end;
        if (end > begin && isSameProgram(list.sliced(begin, end - begin), program))
            return true;
        begin = end + 1;
    }
    return false;
}

} // namespace

Knowledge::Knowledge(std::unique_ptr<Data> data, KnowledgeTranslationPtr translation, Origin origin)
    : m_bytes(std::move(origin.bytes))
    , m_data(std::move(data))
    , m_translation(std::move(translation))
    , m_registry { m_data->registryDate(), std::move(origin.registryFile) }
{
}

Knowledge::~Knowledge() = default;

KnowledgePtr Knowledge::fromBytes(QByteArrayView bytes, QString *error, KnowledgeTranslationPtr translation, Origin origin)
{
    return read(bytes, Trust::None, error, std::move(translation), std::move(origin));
}

KnowledgePtr Knowledge::read(QByteArrayView bytes, Trust trust, QString *error, KnowledgeTranslationPtr translation, Origin origin)
{
    auto data = std::make_unique<Data>();
    if (!data->open(bytes, trust, error))
        return nullptr;
    return KnowledgePtr(new Knowledge(std::move(data), std::move(translation), std::move(origin)));
}

Note Knowledge::translated(Note note) const
{
    if (!m_translation)
        return note;
    const auto texts = m_translation->note(note.id);
    note.untranslated = !texts;
    if (texts) {
        note.text = texts->text;
        if (!texts->subject.isEmpty())
            note.subject = texts->subject;
    }
    return note;
}

Panel Knowledge::translated(Panel panel) const
{
    if (!m_translation)
        return panel;
    const auto texts = m_translation->panel(panel.name());
    panel.untranslated = !texts;
    if (texts)
        panel.texts = *texts;
    return panel;
}

QList<Registration> Knowledge::registrations(quint16 port) const
{
    const Data::Cell cell = m_data->cell(port);
    QList<Registration> rows;
    rows.reserve(cell.rowCount);
    for (int i = 0; i < cell.rowCount; ++i)
        rows.append(m_data->row(cell.row(i)));
    return rows;
}

std::optional<Registration> Knowledge::registration(quint16 port, Transport transport) const
{
    const QList<Registration> rows = registrations(port);
    const int index = marks::namingRow(rows, transport);
    if (index < 0)
        return std::nullopt;
    return rows.at(index);
}

QList<Note> Knowledge::notes(quint16 port) const
{
    const Data::Cell cell = m_data->cell(port);
    QList<Note> notes;
    notes.reserve(cell.noteCount);
    for (int i = 0; i < cell.noteCount; ++i)
        notes.append(translated(m_data->note(cell.note(i))));
    return notes;
}

QList<Note> Knowledge::notes(quint16 port, Transport transport) const
{
    QList<Note> result = notes(port);
    result.removeIf([&](const Note &note) { return !note.covers(port, transport); });
    return result;
}

Marks Knowledge::marks(quint16 port, Transport transport) const
{
    const Data::Cell cell = m_data->cell(port);
    return transport == Transport::Tcp ? cell.tcpMarks : cell.udpMarks;
}

Marks Knowledge::marks(quint16 port) const
{
    const Data::Cell cell = m_data->cell(port);
    return cell.tcpMarks | cell.udpMarks;
}

std::optional<Note> Knowledge::noteForExecutable(quint16 port, Transport transport, QStringView program) const
{
    if (program.isEmpty())
        return std::nullopt;
    const Data::Cell cell = m_data->cell(port);
    std::optional<int> best;
    for (int i = 0; i < cell.noteCount; ++i) {
        const int note = cell.note(i);
        if (!m_data->noteCoversTransport(note, transport)
            || !listsProgram(m_data->noteText(note, Data::NoteText::Executables), program))
            continue;
        // An interpreter stands in the notes of everything it runs: the one that is about it fits.
        const bool isAboutIt = m_data->noteText(note, Data::NoteText::Subject).toString().contains(withoutVersion(program), Qt::CaseInsensitive);
        if (!best || isAboutIt)
            best = note;
        if (isAboutIt)
            break;
    }
    if (best)
        return translated(m_data->note(*best));
    const std::optional<Registration> row = registration(port, transport);
    if (!row || row->service.compare(program, Qt::CaseInsensitive) != 0)
        return std::nullopt;
    Note note;
    note.portFrom = row->portFrom.value_or(port);
    note.portTo = row->portTo.value_or(port);
    note.kind = NoteKind::RegistrationNote;
    note.subject = row->service;
    note.text = QCoreApplication::translate("portolan::Knowledge",
                                            "The program has the very name the port is registered under.");
    note.confidence = Confidence::Medium;
    note.source = { QCoreApplication::translate("portolan::Knowledge",
                                                "IANA Service Name and Transport Protocol Port Number Registry"),
                    QStringLiteral("https://www.iana.org/assignments/service-names-port-numbers/") };
    note.executables = { program.toString() };
    note.registrant = true;
    return note;
}

int Knowledge::registrationCount() const
{
    return m_data->rowCount();
}

Registration Knowledge::registrationAt(int index) const
{
    Q_ASSERT(index >= 0 && index < m_data->rowCount());
    return m_data->row(index);
}

int Knowledge::noteCount() const
{
    return m_data->noteCount();
}

Note Knowledge::noteAt(int index) const
{
    Q_ASSERT(index >= 0 && index < m_data->noteCount());
    return translated(m_data->note(index));
}

std::optional<Panel> Knowledge::panel(quint16 port) const
{
    const int number = m_data->cell(port).panel;
    if (number < 0)
        return std::nullopt;
    return translated(m_data->panel(number));
}

int Knowledge::panelCount() const
{
    return m_data->panelCount();
}

Panel Knowledge::panelAt(int index) const
{
    Q_ASSERT(index >= 0 && index < m_data->panelCount());
    return translated(m_data->panel(index));
}

} // namespace portolan
