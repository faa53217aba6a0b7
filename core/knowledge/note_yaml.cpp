// SPDX-License-Identifier: GPL-3.0-or-later
#include "knowledge/note_yaml.h"

#include "knowledge/yaml_fields.h"

#include <QHash>

namespace portolan {

using namespace yaml_fields;

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
        QStringLiteral("packages"),   QStringLiteral("images"), QStringLiteral("macos"),
        QStringLiteral("windows"),    QStringLiteral("see"),    QStringLiteral("registrant"),
    };
    return keys;
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

QStringList unitsOf(const YamlNode &map)
{
    const QStringList units = namesOf(map, QLatin1String("units"));
    for (const QString &unit : units) {
        if (!unit.contains(QLatin1Char('.'))) {
            wrong(find(map, QLatin1String("units"))->line,
                  QStringLiteral("\"%1\" is no systemd unit; right would be %1.service or %1.socket").arg(unit.left(60)));
        }
    }
    return units;
}

QStringList imagesOf(const YamlNode &map)
{
    const YamlNode *value = find(map, QLatin1String("images"));
    if (!value)
        return {};
    const QStringList images = textsOf(*value, QLatin1String("images"));
    for (const QString &image : images) {
        if (image.lastIndexOf(QLatin1Char(':')) > image.lastIndexOf(QLatin1Char('/')) || image.contains(QLatin1Char(' '))) {
            wrong(value->line, QStringLiteral("\"%1\" is no name of a container image; right would be postgres or grafana/grafana, without a tag")
                                   .arg(image.left(60)));
        }
    }
    return images;
}

QString idOf(const YamlNode &map)
{
    const YamlNode &value = need(map, QLatin1String("id"));
    (void)textOf(value, QLatin1String("id"));
    return idsOf(map, QLatin1String("id")).first();
}

/// What holds the port legitimately; nothing does where malware is concerned.
void readHolders(const YamlNode &map, Note &note)
{
    note.executables = namesOf(map, QLatin1String("executables"));
    note.units = unitsOf(map);
    note.packages = namesOf(map, QLatin1String("packages"));
    note.images = imagesOf(map);
    note.macosExecutables = namesOf(map, QLatin1String("macos"));
    note.windowsExecutables = namesOf(map, QLatin1String("windows"));
    if (note.kind != NoteKind::Malware)
        return;
    for (const char *key : { "executables", "units", "packages", "images", "macos", "windows" }) {
        if (const YamlNode *value = find(map, QLatin1String(key)))
            wrong(value->line, QStringLiteral("malware holds no port legitimately; leave %1 out").arg(QLatin1String(key)));
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
    note.text = paragraphOf(map, QLatin1String("text"));
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
    const YamlNode *source = find(map, QLatin1String("source"));
    if (!source)
        wrong(map.line, QStringLiteral("the source is missing; right would be source: {title: ..., url: ...}"));
    note.source = sourceOf(*source);
    readHolders(map, note);
    note.see = idsOf(map, QLatin1String("see"));
    if (const YamlNode *registrant = find(map, QLatin1String("registrant"))) {
        if (textOf(*registrant, QLatin1String("registrant")) != QLatin1String("true"))
            wrong(registrant->line, QStringLiteral("\"registrant\" is true or left out"));
        note.registrant = true;
    }
    return note;
}

QList<PlacedNote> placedNotes(const YamlNode &map, const QString &file)
{
    checkKeys(map, noteKeys(), QStringLiteral("a note"));
    QList<PlacedNote> result;
    const Note note = noteOf(map);
    for (const auto &[from, to] : portsOf(map)) {
        PlacedNote placed { note, file, map.line };
        placed.note.portFrom = from;
        placed.note.portTo = to;
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
    return readDocument<NotesResult>(bytes, [&file](const YamlNode &root, NotesResult &result) {
        if (root.type != YamlNode::Type::List)
            wrong(1, QStringLiteral("the file must be a list of notes, each beginning with \"- id: ...\""));
        for (const YamlNode &item : root.items)
            result.notes += placedNotes(item, file);
    });
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
    for (const PlacedNote &placed : notes) {
        for (const QString &id : placed.note.see) {
            if (!byId.contains(id)) {
                return QStringLiteral("%1:%2: \"see\" names the note \"%3\", and there is none; right would be the id of another note")
                    .arg(placed.file).arg(placed.line).arg(id);
            }
        }
    }
    return {};
}

} // namespace portolan
