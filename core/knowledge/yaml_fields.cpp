// SPDX-License-Identifier: GPL-3.0-or-later
#include "knowledge/yaml_fields.h"

#include "knowledge/registry_csv.h"

#include <QCoreApplication>
#include <QUrl>

#include <algorithm>

namespace portolan::yaml_fields {

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(portolan::Yaml)
};

} // namespace

void wrong(int line, const QString &error)
{
    throw Wrong { line, error };
}

void checkKeys(const YamlNode &map, const QStringList &keys, const QString &what)
{
    if (map.type != YamlNode::Type::Map)
        wrong(map.line, Words::tr("%1 must be a map of keys; the keys are %2").arg(what, keys.join(QLatin1String(", "))));
    for (const auto &[name, value] : map.entries) {
        if (!keys.contains(name)) {
            wrong(value.line, Words::tr("unknown key \"%1\"; the keys are %2").arg(name.left(40), keys.join(QLatin1String(", "))));
        }
    }
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
        wrong(map.line, Words::tr("the key \"%1\" is missing").arg(key));
    return *value;
}

QString textOf(const YamlNode &value, QLatin1String key)
{
    if (value.type != YamlNode::Type::Scalar)
        wrong(value.line, Words::tr("\"%1\" must be one text, not a list or map").arg(key));
    const QString text = value.scalar.trimmed();
    if (text.isEmpty())
        wrong(value.line, Words::tr("\"%1\" is empty; write something or leave the key out").arg(key));
    return text;
}

QString paragraphOf(const YamlNode &map, QLatin1String key)
{
    return textOf(need(map, key), key).simplified();
}

QStringList textsOf(const YamlNode &value, QLatin1String key)
{
    if (value.type == YamlNode::Type::Scalar)
        return { textOf(value, key) };
    if (value.type == YamlNode::Type::Map || value.items.empty())
        wrong(value.line, Words::tr("\"%1\" must be a text or a list of texts").arg(key));
    QStringList texts;
    for (const YamlNode &item : value.items)
        texts.append(textOf(item, key));
    return texts;
}

QStringList namesOf(const YamlNode &map, QLatin1String key)
{
    const YamlNode *value = find(map, key);
    if (!value)
        return {};
    const QStringList names = textsOf(*value, key);
    for (const QString &name : names) {
        if (name.contains(QLatin1Char('/')) || name.contains(QLatin1Char('\\')) || name.contains(QLatin1Char('\n'))) {
            wrong(value->line, Words::tr("\"%1\" in \"%2\" has a folder; right would be the bare name")
                                   .arg(name.left(60), key));
        }
    }
    return names;
}

QStringList idsOf(const YamlNode &map, QLatin1String key)
{
    const YamlNode *value = find(map, key);
    if (!value)
        return {};
    const QStringList ids = textsOf(*value, key);
    for (const QString &id : ids) {
        const bool sound = std::all_of(id.begin(), id.end(), [](QChar c) {
            return (c >= QLatin1Char('a') && c <= QLatin1Char('z')) || (c >= QLatin1Char('0') && c <= QLatin1Char('9'))
                || c == QLatin1Char('-');
        });
        if (!sound)
            wrong(value->line, Words::tr("the id \"%1\" has other than lower-case letters, digits and hyphens").arg(id.left(60)));
    }
    return ids;
}

QList<std::pair<quint16, quint16>> portsOf(const YamlNode &map)
{
    const YamlNode &ports = need(map, QLatin1String("ports"));
    QList<std::pair<quint16, quint16>> ranges;
    for (const QString &text : textsOf(ports, QLatin1String("ports"))) {
        const auto range = parsePortNumbers(text);
        if (!range) {
            wrong(ports.line, Words::tr("\"%1\" is no port and no range; right would be 3155 or 3127-3198, up to 65535")
                                  .arg(text.left(40)));
        }
        ranges.append(*range);
    }
    return ranges;
}

Source sourceOf(const YamlNode &value)
{
    if (value.type != YamlNode::Type::Map)
        wrong(value.line, Words::tr("\"source\" must be a map with a title and, where there is one, a url"));
    for (const auto &[name, entry] : value.entries) {
        if (name != QLatin1String("title") && name != QLatin1String("url"))
            wrong(entry.line, Words::tr("unknown key \"%1\" in source; right would be title or url").arg(name.left(40)));
    }
    Source source;
    source.title = textOf(need(value, QLatin1String("title")), QLatin1String("title"));
    if (const YamlNode *address = find(value, QLatin1String("url"))) {
        source.url = textOf(*address, QLatin1String("url"));
        const QUrl url(source.url, QUrl::StrictMode);
        if (!url.isValid() || url.host().isEmpty()
            || (url.scheme() != QLatin1String("https") && url.scheme() != QLatin1String("http"))) {
            wrong(address->line, Words::tr("\"%1\" is no web address; right would be https://...").arg(source.url.left(80)));
        }
    }
    return source;
}

} // namespace portolan::yaml_fields
