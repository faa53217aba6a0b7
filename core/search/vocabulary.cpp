// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/vocabulary.h"

#include <QHashFunctions>
#include <QStringMatcher>

#include <algorithm>
#include <unordered_map>

namespace portolan {

namespace {

struct WordHash
{
    size_t operator()(QStringView word) const { return qHash(word); }
};

} // namespace

bool isWordCharacter(QChar c)
{
    return c.isLetterOrNumber();
}

bool atMostOneEditApart(QStringView a, QStringView b)
{
    if (a.size() > b.size())
        std::swap(a, b);
    if (b.size() - a.size() > 1)
        return false;
    qsizetype i = 0;
    while (i < a.size() && a[i] == b[i])
        ++i;
    if (a.size() < b.size())
        return a.sliced(i) == b.sliced(i + 1);
    if (i == a.size() || a.sliced(i + 1) == b.sliced(i + 1))
        return true;
    return i + 1 < a.size() && a[i] == b[i + 1] && a[i + 1] == b[i] && a.sliced(i + 2) == b.sliced(i + 2);
}

struct Vocabulary::Builder::Words
{
    std::unordered_map<QStringView, size_t, WordHash> numbers;
    std::vector<QStringView> words;
    std::vector<std::vector<Place>> places;
};

Vocabulary::Builder::Builder()
    : m_words(std::make_unique<Words>())
{
}

Vocabulary::Builder::~Builder() = default;

void Vocabulary::Builder::add(quint32 row, QStringView text, Part part)
{
    forEachWord(text, [&](QStringView word) {
        const auto [known, fresh] = m_words->numbers.try_emplace(word, m_words->words.size());
        if (fresh) {
            m_words->words.push_back(word);
            m_words->places.emplace_back();
        }
        std::vector<Place> &places = m_words->places[known->second];
        if (places.empty() || places.back().row() != row)
            places.emplace_back(row, part);
    });
}

Vocabulary Vocabulary::Builder::finish() const
{
    Vocabulary result;
    for (size_t i = 0; i < m_words->words.size(); ++i) {
        result.m_text += m_words->words[i];
        result.m_text += QChar(0);
        result.m_begins.push_back(static_cast<quint32>(result.m_text.size()));
        result.m_places.insert(result.m_places.end(), m_words->places[i].begin(), m_words->places[i].end());
        result.m_placesBegin.push_back(static_cast<quint32>(result.m_places.size()));
    }
    result.m_text.squeeze();
    return result;
}

QStringView Vocabulary::word(qsizetype index) const
{
    const auto at = static_cast<size_t>(index);
    // Without the U+0000.
    return QStringView(m_text).sliced(m_begins[at], m_begins[at + 1] - m_begins[at] - 1);
}

std::span<const Vocabulary::Place> Vocabulary::places(qsizetype index) const
{
    const auto at = static_cast<size_t>(index);
    return std::span(m_places).subspan(m_placesBegin[at], m_placesBegin[at + 1] - m_placesBegin[at]);
}

std::vector<qsizetype> Vocabulary::wordsContaining(const QString &part) const
{
    std::vector<qsizetype> found;
    const QStringMatcher matcher(part);
    auto next = m_begins.begin();
    for (qsizetype at = matcher.indexIn(m_text); at >= 0; at = matcher.indexIn(m_text, *next)) {
        while (*next <= static_cast<quint32>(at))
            ++next;
        found.push_back(std::distance(m_begins.begin(), next) - 1);
    }
    return found;
}

std::vector<qsizetype> Vocabulary::wordsOneEditAway(QStringView word) const
{
    std::vector<qsizetype> found;
    for (qsizetype i = 0; i < count(); ++i) {
        if (atMostOneEditApart(this->word(i), word))
            found.push_back(i);
    }
    return found;
}

} // namespace portolan
