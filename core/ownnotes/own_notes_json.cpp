// SPDX-License-Identifier: GPL-3.0-or-later
#include "ownnotes/own_notes_json.h"

#include <QJsonObject>

namespace portolan {

namespace {

QJsonValue textOrNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}

} // namespace

QJsonValue ownNoteToJson(const OwnNotePtr &note)
{
    if (!note)
        return {};
    const auto &transport = note->scope.transport;
    return QJsonObject { { QStringLiteral("label"), note->label },
                         { QStringLiteral("text"), textOrNull(note->text) },
                         { QStringLiteral("transport"), transport ? QJsonValue(QLatin1String(transportName(*transport))) : QJsonValue() },
                         { QStringLiteral("program"), textOrNull(note->scope.program) },
                         { QStringLiteral("changed"), note->changed.isValid() ? QJsonValue(note->changed.toUTC().toString(Qt::ISODate)) : QJsonValue() } };
}

QJsonArray ownNotesToJson(const QList<OwnNotePtr> &notes)
{
    QJsonArray array;
    for (const OwnNotePtr &note : notes)
        array += ownNoteToJson(note);
    return array;
}

} // namespace portolan
