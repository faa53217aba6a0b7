// SPDX-License-Identifier: GPL-3.0-or-later
#include "knowledge/translation_encoder.h"

#include "knowledge/string_pool.h"
#include "knowledge/translation_format.h"

#include <map>

namespace portolan {

QByteArray encodeTranslation(const QList<TranslatedNote> &notes, const QHash<QString, PanelTexts> &panels, QString *error)
{
    StringPool pool;
    std::map<QByteArray, QByteArray> noteRecords;
    for (const TranslatedNote &note : notes) {
        QByteArray &record = noteRecords[note.id.toUtf8()];
        append(record, pool.add(note.id));
        append(record, pool.add(note.subject));
        append(record, pool.add(note.text));
    }
    std::map<QByteArray, QByteArray> panelRecords;
    for (const auto &[name, texts] : panels.asKeyValueRange()) {
        QByteArray &record = panelRecords[name.toUtf8()];
        append(record, pool.add(name));
        for (const QString *text :
             { &texts.title, &texts.lead, &texts.registered, &texts.used, &texts.history, &texts.advice }) {
            append(record, pool.add(*text));
        }
    }
    if (!pool.tooLong().isEmpty()) {
        *error = QStringLiteral("a text is longer than %1 bytes; it begins \"%2\"").arg(format::longestString).arg(pool.tooLong());
        return {};
    }

    QByteArray body;
    append(body, static_cast<quint32>(noteRecords.size()));
    append(body, static_cast<quint32>(panelRecords.size()));
    append(body, static_cast<quint32>(pool.bytes().size()));
    for (const auto &[id, record] : noteRecords)
        body += record;
    for (const auto &[name, record] : panelRecords)
        body += record;
    body += pool.bytes();
    QByteArray bytes(translation_format::magic, sizeof translation_format::magic);
    append(bytes, translation_format::version);
    append(bytes, static_cast<quint32>(translation_format::countsOffset + body.size()));
    return bytes + body;
}

} // namespace portolan
