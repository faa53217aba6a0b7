// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "knowledge/panel.h"
#include "knowledge/yaml_tree.h"

namespace portolan {

/// title, lead, registered, used, history, advice: what a panel and its translations share.
[[nodiscard]] const QStringList &panelTextKeys();
/// All of them are needed. Throws yaml_fields::Wrong.
[[nodiscard]] PanelTexts panelTextsOf(const YamlNode &map);

} // namespace portolan
