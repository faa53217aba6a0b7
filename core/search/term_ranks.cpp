// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/term_ranks.h"

#include <QStringMatcher>

#include <algorithm>

namespace portolan {

namespace {

using Row = RegistryIndex::Row;
using Field = RegistryIndex::Field;

/// The ports whose decimal digits begin so: 31 means 31, 310-319, 3100-3199, 31000-31999.
std::vector<std::pair<int, int>> portsBeginningWith(const QString &digits)
{
    std::vector<std::pair<int, int>> spans;
    int from = digits.startsWith(QLatin1Char('0')) ? 0 : digits.toInt();
    int to = from;
    for (; from > 0 && from <= 65535; from *= 10, to = to * 10 + 9)
        spans.emplace_back(from, to);
    return spans;
}

/// The best rank among all places of the phrase in the row's text.
std::optional<RegistryRank> rankOfPhrase(const RegistryIndex &index, const Row &row, const QStringMatcher &phrase)
{
    const QStringView whole = index.wholeText(row);
    const qsizetype length = phrase.pattern().size();
    qsizetype at = phrase.indexIn(whole);
    if (at < 0)
        return std::nullopt;
    const qsizetype otherAt = row.other - row.begin;
    RegistryRank best = RegistryRank::Rest;
    for (; at >= 0 && at < otherAt; at = phrase.indexIn(whole, at + 1)) {
        if (at > 0 && isWordCharacter(whole[at - 1]))
            continue;
        if (at + length >= whole.size() || !isWordCharacter(whole[at + length]))
            return RegistryRank::Word;
        best = RegistryRank::WordPrefix;
    }
    return best;
}

QString longestWordOf(const QString &text)
{
    QStringView longest;
    forEachWord(text, [&longest](QStringView word) {
        if (word.size() > longest.size())
            longest = word;
    });
    return longest.toString();
}

} // namespace

TermRanks::TermRanks(const RegistryIndex &index, const RegistryQuery::Term &term)
    : m_index(&index)
    , m_word(term.word)
    , m_isNumber(term.from.has_value())
    , m_ranks(index.rows().size(), none)
{
    if (term.from && term.to)
        rankPorts(*term.from, *term.to, m_word);
    if (m_word.isEmpty())
        return;
    rankNames();
    const QString longest = longestWordOf(m_word);
    if (longest == m_word)
        rankWord();
    else
        rankPhrase(longest);
}

void TermRanks::reachWord(qsizetype word, RegistryRank prominent, RegistryRank elsewhere)
{
    for (const Vocabulary::Place place : m_index->vocabulary().places(word))
        reach(place.row(), place.part() == Vocabulary::Part::Other ? elsewhere : prominent);
}

void TermRanks::rankPorts(quint16 from, quint16 to, const QString &digits)
{
    const auto beginnings = digits.isEmpty() ? std::vector<std::pair<int, int>>() : portsBeginningWith(digits);
    const std::vector<Row> &rows = m_index->rows();
    for (quint32 i = 0; i < rows.size(); ++i) {
        const Row &row = rows[i];
        if (!row.hasPort)
            continue;
        if (row.from <= to && from <= row.to) {
            const bool inside = from <= row.from && row.to <= to;
            reach(i, inside && row.from == row.to ? RegistryRank::ExactPort : RegistryRank::Covering);
        } else if (row.from == row.to) {
            for (const auto &[first, last] : beginnings) {
                if (first <= row.from && row.from <= last)
                    reach(i, RegistryRank::NamePrefix);
            }
        }
    }
}

void TermRanks::rankNames()
{
    for (const quint32 row : m_index->namesFrom(m_word)) {
        const bool whole = m_index->text(m_index->rows()[row], Field::Name).size() == m_word.size();
        reach(row, whole ? RegistryRank::ExactName : RegistryRank::NamePrefix);
    }
}

void TermRanks::rankWord()
{
    const Vocabulary &vocabulary = m_index->vocabulary();
    for (const qsizetype i : vocabulary.wordsContaining(m_word)) {
        const QStringView word = vocabulary.word(i);
        const RegistryRank prominent = !word.startsWith(m_word)   ? RegistryRank::Rest
            : word.size() == m_word.size() ? RegistryRank::Word
                                           : RegistryRank::WordPrefix;
        reachWord(i, prominent, RegistryRank::Rest);
    }
}

void TermRanks::rankPhrase(const QString &longestWord)
{
    const QStringMatcher phrase(m_word);
    const auto rankRow = [&](quint32 row) {
        if (const std::optional<RegistryRank> rank = rankOfPhrase(*m_index, m_index->rows()[row], phrase))
            reach(row, *rank);
    };
    if (longestWord.isEmpty()) {
        // Signs alone: nothing is indexed by them.
        for (quint32 row = 0; row < m_index->rows().size(); ++row)
            rankRow(row);
        return;
    }
    std::vector<bool> candidate(m_index->rows().size());
    for (const qsizetype word : m_index->vocabulary().wordsContaining(longestWord)) {
        for (const Vocabulary::Place place : m_index->vocabulary().places(word))
            candidate[place.row()] = true;
    }
    for (quint32 row = 0; row < candidate.size(); ++row) {
        if (candidate[row])
            rankRow(row);
    }
}

void TermRanks::forgiveTypo()
{
    for (const qsizetype word : m_index->vocabulary().wordsOneEditAway(m_word)) {
        for (const Vocabulary::Place place : m_index->vocabulary().places(word)) {
            if (place.part() != Vocabulary::Part::Other)
                reach(place.row(), place.part() == Vocabulary::Part::Name ? RegistryRank::NameTypo : RegistryRank::Typo);
        }
    }
    // A name with signs in it is no word: "http-alt".
    for (const quint32 row : m_index->namesFrom({})) {
        if (atMostOneEditApart(m_index->text(m_index->rows()[row], Field::Name), m_word))
            reach(row, RegistryRank::NameTypo);
    }
}

} // namespace portolan
