// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "knowledge/note.h"
#include "knowledge/yaml_tree.h"

#include <QByteArrayView>
#include <QList>
#include <QString>
#include <QStringList>

#include <utility>

/// What the readers of the knowledge base's YAML files share: fields of a map, each checked, with
/// errors that name the line and what would be right, translated.
namespace portolan::yaml_fields {

/// Thrown by everything below; the readers catch it at their entrance.
struct Wrong
{
    int line; ///< counted from 1
    QString error;
};

[[noreturn]] void wrong(int line, const QString &error);

/// Refuses what is not a map and keys other than these. `what` names the thing: "a note".
void checkKeys(const YamlNode &map, const QStringList &keys, const QString &what);
/// Null when the map has no such key.
[[nodiscard]] const YamlNode *find(const YamlNode &map, QLatin1String key);
[[nodiscard]] const YamlNode &need(const YamlNode &map, QLatin1String key);
/// One text, trimmed and not empty.
[[nodiscard]] QString textOf(const YamlNode &value, QLatin1String key);
/// The needed text of a key, with line breaks and runs of spaces made one space.
[[nodiscard]] QString paragraphOf(const YamlNode &map, QLatin1String key);
/// A text, or a list of at least one.
[[nodiscard]] QStringList textsOf(const YamlNode &value, QLatin1String key);
/// The texts of an optional key, none of which is a path.
[[nodiscard]] QStringList namesOf(const YamlNode &map, QLatin1String key);
/// Ids of notes in an optional key.
[[nodiscard]] QStringList idsOf(const YamlNode &map, QLatin1String key);
/// "3155", "3127-3198" or a list of such under the needed key "ports".
[[nodiscard]] QList<std::pair<quint16, quint16>> portsOf(const YamlNode &map);
/// A map of title and, where there is one, url.
[[nodiscard]] Source sourceOf(const YamlNode &value);

/// Runs `read(root, result)` over the root of the document; after an error the result has nothing but its
/// `line` and `error`.
template<typename Result, typename Read>
Result readDocument(QByteArrayView bytes, Read read)
{
    Result result;
    const YamlResult yaml = parseYaml(bytes);
    result.line = yaml.line;
    result.error = yaml.error;
    if (!result.error.isEmpty())
        return result;
    try {
        read(yaml.root, result);
    } catch (const Wrong &reason) {
        result = {};
        result.line = reason.line;
        result.error = reason.error;
    }
    return result;
}

} // namespace portolan::yaml_fields
