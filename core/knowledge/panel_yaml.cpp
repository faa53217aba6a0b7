// SPDX-License-Identifier: GPL-3.0-or-later
#include "knowledge/panel_yaml.h"

#include "knowledge/panel_texts_yaml.h"
#include "knowledge/registry_csv.h"
#include "knowledge/yaml_fields.h"

#include <QHash>
#include <QSet>

namespace portolan {

using namespace yaml_fields;

namespace {

QList<Source> sourcesOf(const YamlNode &map)
{
    const YamlNode *value = find(map, QLatin1String("sources"));
    if (!value)
        return {};
    if (value->type != YamlNode::Type::List || value->items.empty())
        wrong(value->line, QStringLiteral("\"sources\" must be a list of maps with title and url"));
    QList<Source> sources;
    for (const YamlNode &item : value->items)
        sources.append(sourceOf(item));
    return sources;
}

QList<quint16> seeOf(const YamlNode &map)
{
    const YamlNode *value = find(map, QLatin1String("see"));
    if (!value)
        return {};
    QList<quint16> ports;
    for (const QString &text : textsOf(*value, QLatin1String("see"))) {
        const auto port = parsePortNumbers(text);
        if (!port || port->first != port->second)
            wrong(value->line, QStringLiteral("\"%1\" in \"see\" is no port; right would be numbers such as [3127, 3158]").arg(text.left(40)));
        ports.append(port->first);
    }
    return ports;
}

Panel panelOf(const YamlNode &map)
{
    checkKeys(map, QStringList { QStringLiteral("ports") } + panelTextKeys()
                  + QStringList { QStringLiteral("notes"), QStringLiteral("sources"), QStringLiteral("see") },
              QStringLiteral("a panel"));
    Panel panel;
    const auto ports = portsOf(map);
    if (ports.size() != 1)
        wrong(need(map, QLatin1String("ports")).line, QStringLiteral("a panel is about one port or one range; write another file for the others"));
    panel.portFrom = ports.first().first;
    panel.portTo = ports.first().second;
    panel.texts = panelTextsOf(map);
    panel.notes = idsOf(map, QLatin1String("notes"));
    panel.sources = sourcesOf(map);
    panel.see = seeOf(map);
    if (panel.notes.isEmpty() && panel.sources.isEmpty())
        wrong(map.line, QStringLiteral("the panel rests on nothing; right would be notes: [ids] or sources: [{title: ..., url: ...}]"));
    return panel;
}

} // namespace

PanelResult parsePanel(QByteArrayView bytes)
{
    return readDocument<PanelResult>(bytes, [](const YamlNode &root, PanelResult &result) { result.panel = panelOf(root); });
}

QString findPanelClash(const QList<PlacedPanel> &panels, const QList<PlacedNote> &notes)
{
    QSet<QString> ids;
    for (const PlacedNote &placed : notes)
        ids.insert(placed.note.id);
    QHash<QString, QString> fileOf;
    for (const PlacedPanel &placed : panels) {
        const QString name = placed.panel.name();
        if (fileOf.contains(name))
            return QStringLiteral("%1: %2 has a panel about %3 already; join the two").arg(placed.file, fileOf.value(name), name);
        fileOf.insert(name, placed.file);
        for (const QString &id : placed.panel.notes) {
            if (!ids.contains(id))
                return QStringLiteral("%1: there is no note \"%2\"; right would be the id of a note").arg(placed.file, id);
        }
    }
    return {};
}

} // namespace portolan
