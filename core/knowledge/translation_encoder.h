// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "knowledge/translation_yaml.h"

#include <QByteArray>
#include <QHash>
#include <QString>

namespace portolan {

/// The compiled form (translation_format.h). On failure (a text above 65,535 bytes) the result is
/// empty and `error` says why.
[[nodiscard]] QByteArray encodeTranslation(const QList<TranslatedNote> &notes,
                                           const QHash<QString, PanelTexts> &panels, QString *error);

} // namespace portolan
