// SPDX-License-Identifier: GPL-3.0-or-later
#include "filter/filter_suggestions.h"

#include "filter/filter_edit.h"
#include "filter/filter_keys.h"
#include "filter/filter_tokenizer.h"
#include "text/text.h"

#include <QMap>

#include <algorithm>
#include <utility>

namespace portolan {

namespace {

/// More than fit a list that somebody reads.
constexpr qsizetype maximumValues = 500;
constexpr qsizetype longestValue = 80;
/// From so many letters on, a free word is looked for among the values too.
constexpr qsizetype shortestWord = 2;

class Tally
{
public:
    void count(const char *key, const QString &value)
    {
        // What would not be readable as typed is not offered.
        if (!value.isEmpty() && value.size() <= longestValue && text::visible(value) == value)
            ++m_counts[QLatin1String(key)][value];
    }

    [[nodiscard]] FilterVocabulary vocabulary() const
    {
        FilterVocabulary result;
        for (auto key = m_counts.cbegin(); key != m_counts.cend(); ++key) {
            QStringList values = key->keys();
            std::ranges::stable_sort(values, std::greater(), [&](const QString &value) { return key->value(value); });
            result.insert(key.key(), values.mid(0, maximumValues));
        }
        return result;
    }

private:
    QHash<QString, QMap<QString, int>> m_counts;
};

class Suggester
{
public:
    Suggester(const FilterToken &token, const FilterVocabulary &vocabulary)
        : m_token(token)
        , m_vocabulary(vocabulary)
    {
    }

    QList<FilterSuggestion> suggest()
    {
        if (m_token.key.isEmpty())
            suggestForWord(m_token.value);
        else if (const FilterKey *key = filterKey(m_token.key))
            suggestValues(*key, m_token.value);
        return std::move(m_list);
    }

private:
    void add(const QString &text, const QString &detail, bool isWhole)
    {
        const FilterSuggestion suggestion { m_token.negated ? QLatin1Char('-') + text : text, detail, isWhole };
        if (m_list.size() < maximumSuggestions && !m_list.contains(suggestion))
            m_list += suggestion;
    }

    void suggestForWord(const QString &word)
    {
        for (const FilterKey &key : filterKeys()) {
            if (key.name.startsWith(word, Qt::CaseInsensitive))
                add(key.name + QLatin1Char(':'), filterKeyText(key), false);
        }
        if (word.size() < shortestWord)
            return;
        for (const FilterKey &key : filterKeys())
            suggestValues(key, word);
    }

    /// Values that begin with what was typed, then those that contain it. Of a list, the last is being typed.
    void suggestValues(const FilterKey &key, const QString &typed)
    {
        const qsizetype comma = key.values.isEmpty() ? -1 : typed.lastIndexOf(QLatin1Char(','));
        const QString before = typed.left(comma + 1);
        const QString last = typed.mid(comma + 1);
        const QStringList values = key.values.isEmpty() ? m_vocabulary.value(key.name) : key.values;
        for (const bool begins : { true, false }) {
            for (const QString &value : values) {
                if (value.startsWith(last, Qt::CaseInsensitive) == begins && value.contains(last, Qt::CaseInsensitive))
                    add(filterTerm(key.name, before + value), filterValueText(key, value), true);
            }
        }
    }

    const FilterToken &m_token;
    const FilterVocabulary &m_vocabulary;
    QList<FilterSuggestion> m_list;
};

} // namespace

FilterVocabulary filterVocabulary(const Snapshot &snapshot, const QList<AssessmentPtr> &assessments)
{
    Tally tally;
    for (qsizetype i = 0; i < snapshot.listeners.size(); ++i) {
        const Listener &listener = *snapshot.listeners[i];
        const Owner &owner = *listener.owner;
        if (const ProcessInfo *leader = owner.leader())
            tally.count("owner", leader->name);
        tally.count("user", owner.user);
        tally.count("unit", owner.unit);
        if (owner.container)
            tally.count("container", owner.container->name);
        if (owner.package)
            tally.count("package", owner.package->name);
        const QString &networkNamespace = listener.endpoints.constFirst().networkNamespace;
        tally.count("namespace", networkNamespace.isEmpty() ? QStringLiteral("host") : networkNamespace);
        if (i < assessments.size())
            tally.count("service", assessments[i]->service);
        for (const Endpoint &endpoint : listener.endpoints)
            tally.count("address", endpoint.address.toString());
    }
    return tally.vocabulary();
}

FilterSuggestions suggestFilter(const QString &text, qsizetype cursor, const FilterVocabulary &vocabulary)
{
    const QList<FilterToken> tokens = tokenizeFilter(text.left(cursor));
    FilterToken token;
    token.position = cursor;
    // Right behind a space a term begins.
    if (!tokens.isEmpty() && tokens.last().position + tokens.last().length == cursor)
        token = tokens.last();
    FilterSuggestions suggestions { token.position, 0, Suggester(token, vocabulary).suggest() };
    // What follows the cursor up to the next space is part of the same term.
    qsizetype end = cursor;
    while (end < text.size() && !text[end].isSpace())
        ++end;
    suggestions.length = end - token.position;
    // The term as it stands is no suggestion.
    const QString typed = text.mid(suggestions.position, suggestions.length);
    suggestions.list.removeIf([&typed](const FilterSuggestion &suggestion) { return suggestion.text == typed; });
    return suggestions;
}

} // namespace portolan
