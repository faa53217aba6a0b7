// SPDX-License-Identifier: GPL-3.0-or-later
#include "ownnotes/own_notes_yaml.h"

#include "knowledge/note.h"
#include "knowledge/yaml_fields.h"
#include "text/text.h"

#include <QCoreApplication>

#include <yaml-cpp/emitter.h>

#include <algorithm>

namespace portolan {

using namespace yaml_fields;

namespace {

constexpr QLatin1String ownKind("own");
constexpr QLatin1String answerKind("answer");
constexpr qsizetype quotedLength = 40;

class Words
{
    Q_DECLARE_TR_FUNCTIONS(portolan::OwnNotes)
};

/// A key or kind that a newer version may know.
struct Unknown
{
    Wrong wrong;
};

QString quoted(const QString &text)
{
    return text::visible(text, quotedLength);
}

const QStringList &noteKeys()
{
    static const QStringList keys { QStringLiteral("ports"), QStringLiteral("transport"), QStringLiteral("kind"),
                                    QStringLiteral("subject"), QStringLiteral("text"), QStringLiteral("executables"),
                                    QStringLiteral("changed") };
    return keys;
}

const QStringList &answerKeys()
{
    static const QStringList keys { QStringLiteral("ports"), QStringLiteral("kind"), QStringLiteral("useful") };
    return keys;
}

void checkKnown(const YamlNode &map, const QStringList &keys)
{
    for (const auto &[name, value] : map.entries) {
        if (!keys.contains(name)) {
            throw Unknown { { value.line, Words::tr("unknown key “%1”; the keys are %2. A newer Portolan may have written it: use that one, or take the key out")
                                              .arg(quoted(name), keys.join(QLatin1String(", "))) } };
        }
    }
}

/// A text that may be as long as that.
QString boundedText(const YamlNode &value, QLatin1String key, qsizetype longest)
{
    const QString text = textOf(value, key);
    if (text.size() > longest)
        wrong(value.line, Words::tr("“%1” is longer than %2 characters; shorten it").arg(key).arg(longest));
    return text;
}

std::optional<Transport> transportOf(const YamlNode &map)
{
    const YamlNode *value = find(map, QLatin1String("transport"));
    if (!value)
        return std::nullopt;
    const QString text = textOf(*value, QLatin1String("transport"));
    for (const Transport transport : { Transport::Tcp, Transport::Udp }) {
        if (text == QLatin1String(transportName(transport)))
            return transport;
    }
    if (text != QLatin1String("both"))
        wrong(value->line, Words::tr("“%1” is no transport; right would be tcp, udp or both").arg(quoted(text)));
    return std::nullopt;
}

/// Exactly as written: a process may have spaces and slashes in its name.
QStringList programsOf(const YamlNode &map)
{
    const YamlNode *value = find(map, QLatin1String("executables"));
    if (!value)
        return { QString() };
    QStringList programs;
    const auto add = [&programs](const YamlNode &item) {
        if (item.type != YamlNode::Type::Scalar || item.scalar.isEmpty())
            wrong(item.line, Words::tr("“executables” must be a program's name or a list of such"));
        if (item.scalar.size() > OwnNote::longestProgram)
            wrong(item.line, Words::tr("“%1” is longer than %2 characters; shorten it").arg(QLatin1String("executables")).arg(OwnNote::longestProgram));
        programs += item.scalar;
    };
    if (value->type != YamlNode::Type::List)
        add(*value);
    for (const YamlNode &item : value->items)
        add(item);
    if (programs.isEmpty())
        wrong(value->line, Words::tr("“executables” must be a program's name or a list of such"));
    return programs;
}

QDateTime changedOf(const YamlNode &map)
{
    const YamlNode *value = find(map, QLatin1String("changed"));
    if (!value)
        return {};
    const QString text = textOf(*value, QLatin1String("changed"));
    const QDateTime time = QDateTime::fromString(text, Qt::ISODate).toUTC();
    if (!time.isValid() || time.date().year() > 9999 || time.date().year() < 1)
        wrong(value->line, Words::tr("“%1” is no time; right would be 2026-11-22T16:00:00Z").arg(quoted(text)));
    return time;
}

void readNote(const YamlNode &map, OwnNotesBuilder &notes)
{
    checkKnown(map, noteKeys());
    OwnNote note;
    note.scope.transport = transportOf(map);
    note.label = boundedText(need(map, QLatin1String("subject")), QLatin1String("subject"), OwnNote::longestLabel);
    if (const YamlNode *text = find(map, QLatin1String("text")))
        note.text = boundedText(*text, QLatin1String("text"), OwnNote::longestText);
    note.changed = changedOf(map);
    const QStringList programs = programsOf(map);
    for (const auto &[from, to] : portsOf(map)) {
        for (int port = from; port <= to; ++port) {
            for (const QString &program : programs) {
                note.scope.port = static_cast<quint16>(port);
                note.scope.program = program;
                const OwnNote tidy = tidied(note);
                if (tidy.label.isEmpty())
                    wrong(map.line, Words::tr("“subject” has nothing to show; write a label"));
                if (notes.contains(tidy.scope))
                    wrong(map.line, Words::tr("a second note on port %1 for the same transport and program; join the two").arg(port));
                if (notes.count() >= OwnNotes::most)
                    wrong(map.line, Words::tr("more than %1 notes; keep fewer or name fewer ports").arg(OwnNotes::most));
                notes.put(tidy);
            }
        }
    }
}

void readAnswer(const YamlNode &map, OwnNotesBuilder &notes)
{
    checkKnown(map, answerKeys());
    const YamlNode &value = need(map, QLatin1String("useful"));
    const QString text = textOf(value, QLatin1String("useful"));
    if (text != QLatin1String("yes") && text != QLatin1String("no"))
        wrong(value.line, Words::tr("“%1” is no answer; right would be yes or no").arg(quoted(text)));
    for (const auto &[from, to] : portsOf(map)) {
        for (int port = from; port <= to; ++port)
            notes.answer(static_cast<quint16>(port), text == QLatin1String("yes") ? Usefulness::Yes : Usefulness::No);
    }
}

void readItem(const YamlNode &item, OwnNotesBuilder &notes)
{
    if (item.type != YamlNode::Type::Map)
        wrong(item.line, Words::tr("a note must be a map of keys; the keys are %1").arg(noteKeys().join(QLatin1String(", "))));
    const YamlNode &kind = need(item, QLatin1String("kind"));
    const QString text = textOf(kind, QLatin1String("kind"));
    if (text == ownKind)
        readNote(item, notes);
    else if (text == answerKind)
        readAnswer(item, notes);
    else if (noteKindFromName(text))
        wrong(kind.line, Words::tr("“%1” is a kind of the knowledge base; right would be kind: own").arg(quoted(text)));
    else
        throw Unknown { { kind.line, Words::tr("unknown kind “%1”; right would be own. A newer Portolan may have written it: use that one, or take the entry out").arg(quoted(text)) } };
}

OwnNotesResult failure(OwnNotesFault fault, const Wrong &reason)
{
    return { {}, fault, reason.line, reason.error };
}

/// A block keeps lines as a person would type them; what it could not carry is quoted.
bool fitsBlock(const QString &text)
{
    const QStringList lines = text.split(QLatin1Char('\n'));
    return lines.size() > 1 && std::all_of(lines.begin(), lines.end(), [](const QString &line) {
        return line == line.trimmed() && line == text::visible(line);
    });
}

void emitText(YAML::Emitter &out, const QString &text)
{
    if (fitsBlock(text))
        out << YAML::Literal;
    else
        out << YAML::DoubleQuoted;
    out << text.toStdString();
}

void emitNote(YAML::Emitter &out, const OwnNote &note)
{
    out << YAML::BeginMap;
    out << YAML::Key << "ports" << YAML::Value << int { note.scope.port };
    out << YAML::Key << "transport" << YAML::Value << (note.scope.transport ? transportName(*note.scope.transport) : "both");
    out << YAML::Key << "kind" << YAML::Value << ownKind.data();
    out << YAML::Key << "subject" << YAML::Value << YAML::DoubleQuoted << note.label.toStdString();
    if (!note.text.isEmpty()) {
        out << YAML::Key << "text" << YAML::Value;
        emitText(out, note.text);
    }
    if (!note.scope.program.isEmpty()) {
        out << YAML::Key << "executables" << YAML::Value << YAML::Flow << YAML::BeginSeq << YAML::DoubleQuoted
            << note.scope.program.toStdString() << YAML::EndSeq;
    }
    if (note.changed.isValid())
        out << YAML::Key << "changed" << YAML::Value << note.changed.toUTC().toString(Qt::ISODate).toStdString();
    out << YAML::EndMap;
}

} // namespace

OwnNotesResult parseOwnNotes(QByteArrayView bytes)
{
    const YamlResult yaml = parseYaml(bytes, largestOwnNotes);
    if (!yaml.error.isEmpty())
        return failure(OwnNotesFault::Broken, { yaml.line, yaml.error });
    try {
        OwnNotesBuilder notes;
        if (yaml.root.type != YamlNode::Type::List)
            wrong(1, Words::tr("the file must be a list of notes, each beginning with “- ports: ...”"));
        for (const YamlNode &item : yaml.root.items)
            readItem(item, notes);
        return { notes.take(), OwnNotesFault::None, 0, {} };
    } catch (const Wrong &reason) {
        return failure(OwnNotesFault::Broken, reason);
    } catch (const Unknown &reason) {
        return failure(OwnNotesFault::Newer, reason.wrong);
    }
}

QByteArray writeOwnNotes(const OwnNotes &notes)
{
    YAML::Emitter out;
    out << YAML::BeginSeq;
    for (const OwnNotePtr &note : notes.all())
        emitNote(out, *note);
    for (const quint16 port : notes.answeredPorts()) {
        out << YAML::BeginMap << YAML::Key << "ports" << YAML::Value << int { port } << YAML::Key << "kind" << YAML::Value
            << answerKind.data() << YAML::Key << "useful" << YAML::Value
            << (notes.usefulness(port) == Usefulness::Yes ? "yes" : "no") << YAML::EndMap;
    }
    out << YAML::EndSeq;
    return QByteArray("# Own notes on ports, read and written by Portolan.\n") + QByteArray(out.c_str(), static_cast<qsizetype>(out.size())) + '\n';
}

} // namespace portolan
