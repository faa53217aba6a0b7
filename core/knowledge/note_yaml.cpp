// SPDX-License-Identifier: GPL-3.0-or-later
#include "knowledge/note_yaml.h"

#include "knowledge/registry_csv.h"
#include "knowledge/yaml_tree.h"

#include <QHash>
#include <QUrl>

#include <algorithm>

namespace portolan {

namespace {

constexpr int earliestYear = 1969; // the year of RFC 1 and of the first sockets
constexpr int latestYear = 2099;

const QStringList &noteKeys()
{
    static const QStringList keys = {
        QStringLiteral("id"),         QStringLiteral("ports"),  QStringLiteral("transport"),
        QStringLiteral("kind"),       QStringLiteral("subject"), QStringLiteral("text"),
        QStringLiteral("from"),       QStringLiteral("to"),     QStringLiteral("confidence"),
        QStringLiteral("source"),     QStringLiteral("executables"), QStringLiteral("units"),
        QStringLiteral("packages"),   QStringLiteral("registrant"),
    };
    return keys;
}

struct Wrong
{
    int line;
    QString error;
};

[[noreturn]] void wrong(int line, const QString &error)
{
    throw Wrong { line, error };
}

const YamlNode *find(const YamlNode &map, QLatin1String key)
{
    for (const auto &[name, value] : map.entries) {
        if (name == key)
            return &value;
    }
    return nullptr;
}

const YamlNode &need(const YamlNode &map, QLatin1String key)
{
    const YamlNode *value = find(map, key);
    if (!value)
        wrong(map.line, QStringLiteral("the key \"%1\" is missing").arg(key));
    return *value;
}

QString textOf(const YamlNode &value, QLatin1String key)
{
    if (value.type != YamlNode::Type::Scalar)
        wrong(value.line, QStringLiteral("\"%1\" must be one text, not a list or map").arg(key));
    const QString text = value.scalar.trimmed();
    if (text.isEmpty())
        wrong(value.line, QStringLiteral("\"%1\" is empty; write something or leave the key out").arg(key));
    return text;
}

QStringList textsOf(const YamlNode &value, QLatin1String key)
{
    if (value.type == YamlNode::Type::Scalar)
        return { textOf(value, key) };
    if (value.type == YamlNode::Type::Map || value.items.empty())
        wrong(value.line, QStringLiteral("\"%1\" must be a text or a list of texts").arg(key));
    QStringList texts;
    for (const YamlNode &item : value.items)
        texts.append(textOf(item, key));
    return texts;
}

std::optional<int> yearOf(const YamlNode &map, QLatin1String key)
{
    const YamlNode *value = find(map, key);
    if (!value)
        return std::nullopt;
    const QString text = textOf(*value, key);
    bool ok = false;
    const int year = text.toInt(&ok);
    if (!ok || text.size() != 4 || year < earliestYear || year > latestYear) {
        wrong(value->line, QStringLiteral("\"%1\" is no possible year for \"%2\"; right would be %3 to %4, or leave the key out")
                               .arg(text.left(40), key).arg(earliestYear).arg(latestYear));
    }
    return year;
}

QStringList namesOf(const YamlNode &map, QLatin1String key)
{
    const YamlNode *value = find(map, key);
    if (!value)
        return {};
    const QStringList names = textsOf(*value, key);
    for (const QString &name : names) {
        if (name.contains(QLatin1Char('/')) || name.contains(QLatin1Char('\n'))) {
            wrong(value->line, QStringLiteral("\"%1\" in \"%2\" has a folder; right would be the bare name")
                                   .arg(name.left(60), key));
        }
    }
    if (key == QLatin1String("units")) {
        for (const QString &name : names) {
            if (!name.contains(QLatin1Char('.'))) {
                wrong(value->line, QStringLiteral("\"%1\" is no systemd unit; right would be %1.service or %1.socket")
                                       .arg(name.left(60)));
            }
        }
    }
    return names;
}

Source sourceOf(const YamlNode &map)
{
    const YamlNode *value = find(map, QLatin1String("source"));
    if (!value)
        wrong(map.line, QStringLiteral("the source is missing; right would be source: {title: ..., url: ...}"));
    if (value->type != YamlNode::Type::Map)
        wrong(value->line, QStringLiteral("\"source\" must be a map with a title and, where there is one, a url"));
    for (const auto &[name, entry] : value->entries) {
        if (name != QLatin1String("title") && name != QLatin1String("url"))
            wrong(entry.line, QStringLiteral("unknown key \"%1\" in source; right would be title or url").arg(name.left(40)));
    }
    Source source;
    source.title = textOf(need(*value, QLatin1String("title")), QLatin1String("title"));
    if (const YamlNode *address = find(*value, QLatin1String("url"))) {
        source.url = textOf(*address, QLatin1String("url"));
        const QUrl url(source.url, QUrl::StrictMode);
        if (!url.isValid() || url.host().isEmpty()
            || (url.scheme() != QLatin1String("https") && url.scheme() != QLatin1String("http"))) {
            wrong(address->line, QStringLiteral("\"%1\" is no web address; right would be https://...").arg(source.url.left(80)));
        }
    }
    return source;
}

QString idOf(const YamlNode &map)
{
    const YamlNode &value = need(map, QLatin1String("id"));
    const QString id = textOf(value, QLatin1String("id"));
    const bool sound = std::all_of(id.begin(), id.end(), [](QChar c) {
        return (c >= QLatin1Char('a') && c <= QLatin1Char('z')) || (c >= QLatin1Char('0') && c <= QLatin1Char('9'))
            || c == QLatin1Char('-');
    });
    if (!sound)
        wrong(value.line, QStringLiteral("the id \"%1\" has other than lower-case letters, digits and hyphens").arg(id.left(60)));
    return id;
}

void checkKeys(const YamlNode &map)
{
    if (map.type != YamlNode::Type::Map)
        wrong(map.line, QStringLiteral("a note must be a map of keys, beginning with \"- id: ...\""));
    for (const auto &[name, value] : map.entries) {
        if (!noteKeys().contains(name)) {
            wrong(value.line, QStringLiteral("unknown key \"%1\"; the keys are %2")
                                  .arg(name.left(40), noteKeys().join(QLatin1String(", "))));
        }
    }
}

/// The note without its ports.
Note noteOf(const YamlNode &map)
{
    Note note;
    note.id = idOf(map);
    const YamlNode &transport = need(map, QLatin1String("transport"));
    const QString transportText = textOf(transport, QLatin1String("transport"));
    if (transportText == QLatin1String("tcp"))
        note.transport = Transport::Tcp;
    else if (transportText == QLatin1String("udp"))
        note.transport = Transport::Udp;
    else if (transportText != QLatin1String("both"))
        wrong(transport.line, QStringLiteral("\"%1\" is no transport; right would be tcp, udp or both").arg(transportText.left(40)));
    const YamlNode &kind = need(map, QLatin1String("kind"));
    const QString kindText = textOf(kind, QLatin1String("kind"));
    const auto knownKind = noteKindFromName(kindText);
    if (!knownKind) {
        QStringList names;
        for (int i = 0; i <= static_cast<int>(NoteKind::Squatter); ++i)
            names.append(noteKindName(static_cast<NoteKind>(i)));
        wrong(kind.line, QStringLiteral("\"%1\" is no kind; right would be one of %2").arg(kindText.left(40), names.join(QLatin1String(", "))));
    }
    note.kind = *knownKind;
    note.subject = textOf(need(map, QLatin1String("subject")), QLatin1String("subject"));
    note.text = textOf(need(map, QLatin1String("text")), QLatin1String("text")).simplified();
    note.from = yearOf(map, QLatin1String("from"));
    note.to = yearOf(map, QLatin1String("to"));
    if (note.from && note.to && *note.from > *note.to) {
        wrong(find(map, QLatin1String("to"))->line,
              QStringLiteral("the period ends in %1, before it begins in %2").arg(*note.to).arg(*note.from));
    }
    const YamlNode &confidence = need(map, QLatin1String("confidence"));
    const QString confidenceText = textOf(confidence, QLatin1String("confidence"));
    const auto knownConfidence = confidenceFromName(confidenceText);
    if (!knownConfidence) {
        wrong(confidence.line, QStringLiteral("\"%1\" is no confidence; right would be low, medium or high").arg(confidenceText.left(40)));
    }
    note.confidence = *knownConfidence;
    note.source = sourceOf(map);
    note.executables = namesOf(map, QLatin1String("executables"));
    note.units = namesOf(map, QLatin1String("units"));
    note.packages = namesOf(map, QLatin1String("packages"));
    if (note.kind == NoteKind::Malware && !note.executables.isEmpty()) {
        wrong(find(map, QLatin1String("executables"))->line,
              QStringLiteral("malware holds no port legitimately; leave executables out"));
    }
    if (const YamlNode *registrant = find(map, QLatin1String("registrant"))) {
        if (textOf(*registrant, QLatin1String("registrant")) != QLatin1String("true"))
            wrong(registrant->line, QStringLiteral("\"registrant\" is true or left out"));
        note.registrant = true;
    }
    return note;
}

QList<PlacedNote> placedNotes(const YamlNode &map, const QString &file)
{
    checkKeys(map);
    QList<PlacedNote> result;
    const Note note = noteOf(map);
    const YamlNode &ports = need(map, QLatin1String("ports"));
    for (const QString &text : textsOf(ports, QLatin1String("ports"))) {
        const auto range = parsePortNumbers(text);
        if (!range) {
            wrong(ports.line, QStringLiteral("\"%1\" is no port and no range; right would be 3155 or 3127-3198, up to 65535")
                                  .arg(text.left(40)));
        }
        PlacedNote placed { note, file, map.line };
        placed.note.portFrom = range->first;
        placed.note.portTo = range->second;
        result.append(placed);
    }
    return result;
}

bool overlap(const Note &a, const Note &b)
{
    return a.portFrom <= b.portTo && b.portFrom <= a.portTo
        && (!a.transport || !b.transport || *a.transport == *b.transport);
}

} // namespace

NotesResult parseNotes(QByteArrayView bytes, const QString &file)
{
    NotesResult result;
    const YamlResult yaml = parseYaml(bytes);
    if (!yaml.error.isEmpty()) {
        result.line = yaml.line;
        result.error = yaml.error;
        return result;
    }
    try {
        if (yaml.root.type != YamlNode::Type::List)
            wrong(1, QStringLiteral("the file must be a list of notes, each beginning with \"- id: ...\""));
        for (const YamlNode &item : yaml.root.items)
            result.notes += placedNotes(item, file);
    } catch (const Wrong &reason) {
        result.notes.clear();
        result.line = reason.line;
        result.error = reason.error;
    }
    return result;
}

QString findClash(const QList<PlacedNote> &notes)
{
    QHash<QString, QList<const PlacedNote *>> bySubject;
    QHash<QString, const PlacedNote *> byId;
    for (const PlacedNote &placed : notes) {
        const auto known = byId.constFind(placed.note.id);
        if (known != byId.constEnd() && ((*known)->file != placed.file || (*known)->line != placed.line)) {
            return QStringLiteral("%1:%2: the id \"%3\" is already used at %4:%5; choose another")
                .arg(placed.file).arg(placed.line).arg(placed.note.id, (*known)->file).arg((*known)->line);
        }
        byId.insert(placed.note.id, &placed);
        const QString key = placed.note.subject.toCaseFolded() + QLatin1Char('\n') + noteKindName(placed.note.kind);
        QList<const PlacedNote *> &same = bySubject[key];
        for (const PlacedNote *other : std::as_const(same)) {
            if (overlap(placed.note, other->note)) {
                return QStringLiteral("%1:%2: a second note of kind %3 on \"%4\" covers the same ports as %5:%6; join the two")
                    .arg(placed.file).arg(placed.line).arg(noteKindName(placed.note.kind), placed.note.subject, other->file)
                    .arg(other->line);
            }
        }
        same.append(&placed);
    }
    return {};
}

} // namespace portolan
