// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "assess/assessment.h"
#include "snapshot/snapshot.h"

#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>

namespace portolan {

/// Something that could stand where the person is typing.
struct FilterSuggestion
{
    QString text; ///< what would be inserted: "verdict:investigate", "port:"
    QString detail; ///< what it finds, translated; empty when there is nothing to add
    bool isWhole = true; ///< false for a key, after which a value is to be typed

    friend bool operator==(const FilterSuggestion &, const FilterSuggestion &) = default;
};

struct FilterSuggestions
{
    qsizetype position = 0; ///< what they replace, in UTF-16 units of the filter's text
    qsizetype length = 0;
    QList<FilterSuggestion> list; ///< best first, at most `maximumSuggestions`
};

inline constexpr qsizetype maximumSuggestions = 16;

/// Values that occur, by key, each once and in the order of how often; hostile text.
using FilterVocabulary = QHash<QString, QStringList>;

/// The values that the listeners of a snapshot have for keys whose values are free text.
[[nodiscard]] FilterVocabulary filterVocabulary(const Snapshot &snapshot, const QList<AssessmentPtr> &assessments);

/// What can stand at the cursor: keys and their values, and after a free word the terms that would find it
/// ("owner:node" for "nod"). Pure.
[[nodiscard]] FilterSuggestions suggestFilter(const QString &text, qsizetype cursor, const FilterVocabulary &vocabulary);

} // namespace portolan
