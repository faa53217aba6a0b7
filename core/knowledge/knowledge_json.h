// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "knowledge/explanation.h"
#include "knowledge/knowledge.h"

#include <QJsonObject>

class QIODevice;

namespace portolan {

/// The forms of `explain --json` and `knowledge --json`; what is missing is null. The registry is
/// {"date", "origin": "built-in" or "file", "file"}
[[nodiscard]] QJsonObject registryToJson(const RegistryEdition &registry);
[[nodiscard]] QJsonObject registrationToJson(const Registration &row);
[[nodiscard]] QJsonObject noteToJson(const Note &note);
[[nodiscard]] QJsonObject panelToJson(const Panel &panel);
[[nodiscard]] QJsonObject explanationToJson(const Explanation &explanation);
/// Writes the whole base, row by row, without building it in memory first. False when the device
/// did not take it all; its errorString() says why.
[[nodiscard]] bool writeKnowledgeJson(const Knowledge &knowledge, QIODevice &device);

} // namespace portolan
