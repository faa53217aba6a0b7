// SPDX-License-Identifier: GPL-3.0-or-later
#include "knowledge/translation_yaml.h"

#include "knowledge/panel_texts_yaml.h"
#include "knowledge/yaml_fields.h"

#include <QSet>

namespace portolan {

using namespace yaml_fields;

namespace {

TranslatedNote translatedNoteOf(const YamlNode &map)
{
    checkKeys(map, { QStringLiteral("id"), QStringLiteral("subject"), QStringLiteral("text") },
              QStringLiteral("a translated note"));
    TranslatedNote note;
    note.line = map.line;
    note.id = textOf(need(map, QLatin1String("id")), QLatin1String("id"));
    if (find(map, QLatin1String("subject")))
        note.subject = paragraphOf(map, QLatin1String("subject"));
    note.text = paragraphOf(map, QLatin1String("text"));
    return note;
}

} // namespace

TranslatedNotesResult parseTranslatedNotes(QByteArrayView bytes)
{
    return readDocument<TranslatedNotesResult>(bytes, [](const YamlNode &root, TranslatedNotesResult &result) {
        if (root.type != YamlNode::Type::List)
            wrong(1, QStringLiteral("the file must be a list of notes, each beginning with \"- id: ...\""));
        QSet<QString> ids;
        for (const YamlNode &item : root.items) {
            const TranslatedNote note = translatedNoteOf(item);
            if (ids.contains(note.id))
                wrong(note.line, QStringLiteral("the note \"%1\" is translated twice").arg(note.id));
            ids.insert(note.id);
            result.notes.append(note);
        }
    });
}

TranslatedPanelResult parseTranslatedPanel(QByteArrayView bytes)
{
    return readDocument<TranslatedPanelResult>(bytes, [](const YamlNode &root, TranslatedPanelResult &result) {
        checkKeys(root, panelTextKeys(), QStringLiteral("a translated panel"));
        result.texts = panelTextsOf(root);
    });
}

} // namespace portolan
