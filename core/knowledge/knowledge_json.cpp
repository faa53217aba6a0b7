// SPDX-License-Identifier: GPL-3.0-or-later
#include "knowledge/knowledge_json.h"

#include <QIODevice>
#include <QJsonArray>
#include <QJsonDocument>

namespace portolan {

namespace {

QJsonValue textOrNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}

template<typename Number>
QJsonValue numberOrNull(const std::optional<Number> &number)
{
    return number ? QJsonValue(static_cast<int>(*number)) : QJsonValue();
}

QJsonArray marksToJson(Marks marks)
{
    QJsonArray names;
    for (const Mark mark : allMarks()) {
        if (marks.testFlag(mark))
            names.append(QString(markName(mark)));
    }
    return names;
}

QJsonObject sourceToJson(const Source &source)
{
    return { { QStringLiteral("title"), textOrNull(source.title) }, { QStringLiteral("url"), textOrNull(source.url) } };
}

class Writer
{
public:
    explicit Writer(QIODevice &device)
        : m_device(device)
    {
    }

    void write(const QByteArray &bytes) { m_ok = m_ok && m_device.write(bytes) == bytes.size(); }
    /// One element of an array, on a line of its own.
    void element(const QByteArray &json)
    {
        write(m_first ? QByteArrayLiteral("\n") : QByteArrayLiteral(",\n"));
        write(json);
        m_first = false;
    }
    void beginArray(const QByteArray &text)
    {
        write(text);
        m_first = true;
    }
    [[nodiscard]] bool ok() const { return m_ok; }

private:
    QIODevice &m_device;
    bool m_ok = true;
    bool m_first = true;
};

QByteArray compact(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QJsonArray portsWithMark(const Knowledge &knowledge, Mark mark)
{
    QJsonArray spans;
    int from = -1;
    for (int port = 0; port <= 65536; ++port) {
        const bool marked = port < 65536 && knowledge.marks(static_cast<quint16>(port)).testFlag(mark);
        if (marked && from < 0)
            from = port;
        if (!marked && from >= 0) {
            spans.append(QJsonArray { from, port - 1 });
            from = -1;
        }
    }
    return spans;
}

} // namespace

QJsonObject registryToJson(const RegistryEdition &registry)
{
    return { { QStringLiteral("date"), textOrNull(registry.date) },
             { QStringLiteral("origin"), QString(registry.originName()) },
             { QStringLiteral("file"), textOrNull(registry.file) } };
}

QJsonObject registrationToJson(const Registration &row)
{
    const QString transport = registryTransportName(row.transport);
    return { { QStringLiteral("portFrom"), numberOrNull(row.portFrom) },
             { QStringLiteral("portTo"), numberOrNull(row.portTo) },
             { QStringLiteral("transport"), textOrNull(transport) },
             { QStringLiteral("service"), textOrNull(row.service) },
             { QStringLiteral("description"), textOrNull(row.description) },
             { QStringLiteral("assignee"), textOrNull(row.assignee) },
             { QStringLiteral("contact"), textOrNull(row.contact) },
             { QStringLiteral("registered"), textOrNull(row.registered) },
             { QStringLiteral("modified"), textOrNull(row.modified) },
             { QStringLiteral("reference"), textOrNull(row.reference) },
             { QStringLiteral("serviceCode"), textOrNull(row.serviceCode) },
             { QStringLiteral("unauthorizedUse"), textOrNull(row.unauthorizedUse) },
             { QStringLiteral("assignmentNotes"), textOrNull(row.assignmentNotes) },
             { QStringLiteral("status"), QString(registrationStatusName(row.status)) } };
}

QJsonObject noteToJson(const Note &note)
{
    const QString transport = note.transport ? QString::fromLatin1(transportName(*note.transport)) : QString();
    return { { QStringLiteral("portFrom"), note.portFrom },
             { QStringLiteral("portTo"), note.portTo },
             { QStringLiteral("transport"), textOrNull(transport) },
             { QStringLiteral("kind"), QString(noteKindName(note.kind)) },
             { QStringLiteral("subject"), textOrNull(note.subject) },
             { QStringLiteral("text"), textOrNull(note.text) },
             { QStringLiteral("from"), numberOrNull(note.from) },
             { QStringLiteral("to"), numberOrNull(note.to) },
             { QStringLiteral("period"), textOrNull(note.period()) },
             { QStringLiteral("confidence"), QString(confidenceName(note.confidence)) },
             { QStringLiteral("source"), sourceToJson(note.source) },
             { QStringLiteral("id"), note.id },
             { QStringLiteral("registrant"), note.registrant },
             { QStringLiteral("executables"), QJsonArray::fromStringList(note.executables) },
             { QStringLiteral("units"), QJsonArray::fromStringList(note.units) },
             { QStringLiteral("packages"), QJsonArray::fromStringList(note.packages) },
             { QStringLiteral("images"), QJsonArray::fromStringList(note.images) },
             { QStringLiteral("macos"), QJsonArray::fromStringList(note.macosExecutables) },
             { QStringLiteral("windows"), QJsonArray::fromStringList(note.windowsExecutables) },
             { QStringLiteral("see"), QJsonArray::fromStringList(note.see) } };
}

QJsonObject panelToJson(const Panel &panel)
{
    QJsonArray sources;
    for (const Source &source : panel.sources)
        sources.append(sourceToJson(source));
    QJsonArray see;
    for (const quint16 port : panel.see)
        see.append(port);
    return { { QStringLiteral("portFrom"), panel.portFrom },
             { QStringLiteral("portTo"), panel.portTo },
             { QStringLiteral("title"), panel.texts.title },
             { QStringLiteral("lead"), panel.texts.lead },
             { QStringLiteral("registered"), panel.texts.registered },
             { QStringLiteral("used"), panel.texts.used },
             { QStringLiteral("history"), panel.texts.history },
             { QStringLiteral("advice"), panel.texts.advice },
             { QStringLiteral("notes"), QJsonArray::fromStringList(panel.notes) },
             { QStringLiteral("sources"), sources },
             { QStringLiteral("see"), see } };
}

QJsonObject explanationToJson(const Explanation &explanation)
{
    QJsonArray registrations;
    for (const Registration &row : explanation.registrations)
        registrations.append(registrationToJson(row));
    QJsonArray notes;
    for (const Note &note : explanation.notes)
        notes.append(noteToJson(note));
    QJsonArray neighbours;
    for (const Neighbour &neighbour : explanation.neighbours) {
        neighbours.append(QJsonObject { { QStringLiteral("port"), neighbour.port },
                                        { QStringLiteral("service"), textOrNull(neighbour.service) },
                                        { QStringLiteral("marks"), marksToJson(neighbour.marks) } });
    }
    const HowToCheck &check = explanation.howToCheck;
    return { { QStringLiteral("port"), explanation.port },
             { QStringLiteral("range"), QString(portRangeName(explanation.range)) },
             { QStringLiteral("registrations"), registrations },
             { QStringLiteral("registry"), registryToJson(explanation.registry) },
             { QStringLiteral("panel"), explanation.panel ? QJsonValue(panelToJson(*explanation.panel)) : QJsonValue() },
             { QStringLiteral("notes"), notes },
             { QStringLiteral("marks"), marksToJson(explanation.marks) },
             { QStringLiteral("neighbours"), neighbours },
             { QStringLiteral("howToCheck"),
               QJsonObject { { QStringLiteral("linux"), QJsonArray::fromStringList(check.linuxCommands) },
                             { QStringLiteral("macos"), QJsonArray::fromStringList(check.macosCommands) },
                             { QStringLiteral("windows"), QJsonArray::fromStringList(check.windowsCommands) } } } };
}

bool writeKnowledgeJson(const Knowledge &knowledge, QIODevice &device)
{
    Writer writer(device);
    writer.beginArray("{\"registrations\": [");
    for (int i = 0; i < knowledge.registrationCount() && writer.ok(); ++i)
        writer.element(compact(registrationToJson(knowledge.registrationAt(i))));
    writer.beginArray("\n], \"notes\": [");
    for (int i = 0; i < knowledge.noteCount() && writer.ok(); ++i)
        writer.element(compact(noteToJson(knowledge.noteAt(i))));
    writer.beginArray("\n], \"panels\": [");
    for (int i = 0; i < knowledge.panelCount() && writer.ok(); ++i)
        writer.element(compact(panelToJson(knowledge.panelAt(i))));
    writer.beginArray("\n], \"marks\": [");
    for (const Mark mark : allMarks()) {
        writer.element(compact({ { QStringLiteral("id"), QString(markName(mark)) },
                                 { QStringLiteral("meaning"), markMeaning(mark) },
                                 { QStringLiteral("ports"), portsWithMark(knowledge, mark) } }));
    }
    writer.write("\n], \"registry\": " + compact(registryToJson(knowledge.registry())) + "}\n");
    return writer.ok();
}

} // namespace portolan
