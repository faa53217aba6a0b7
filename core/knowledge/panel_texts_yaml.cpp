// SPDX-License-Identifier: GPL-3.0-or-later
#include "knowledge/panel_texts_yaml.h"

#include "knowledge/yaml_fields.h"

namespace portolan {

const QStringList &panelTextKeys()
{
    static const QStringList keys = {
        QStringLiteral("title"), QStringLiteral("lead"),    QStringLiteral("registered"),
        QStringLiteral("used"),  QStringLiteral("history"), QStringLiteral("advice"),
    };
    return keys;
}

PanelTexts panelTextsOf(const YamlNode &map)
{
    constexpr qsizetype longestTitle = 80;
    PanelTexts texts;
    texts.title = yaml_fields::paragraphOf(map, QLatin1String("title"));
    if (texts.title.size() > longestTitle) {
        yaml_fields::wrong(yaml_fields::need(map, QLatin1String("title")).line,
                           QStringLiteral("the title has %1 characters; right would be at most %2").arg(texts.title.size()).arg(longestTitle));
    }
    texts.lead = yaml_fields::paragraphOf(map, QLatin1String("lead"));
    texts.registered = yaml_fields::paragraphOf(map, QLatin1String("registered"));
    texts.used = yaml_fields::paragraphOf(map, QLatin1String("used"));
    texts.history = yaml_fields::paragraphOf(map, QLatin1String("history"));
    texts.advice = yaml_fields::paragraphOf(map, QLatin1String("advice"));
    return texts;
}

} // namespace portolan
