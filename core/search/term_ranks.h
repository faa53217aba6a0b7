// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "search/registry_index.h"
#include "search/registry_query.h"
#include "search/registry_rank.h"

#include <vector>

namespace portolan {

/// How well each row of an index answers one term; nothing for rows that do not.
class TermRanks
{
public:
    TermRanks(const RegistryIndex &index, const RegistryQuery::Term &term);

    /// Whether a slip of the finger can be told from another word: not in numbers and short words.
    [[nodiscard]] bool mayBeTypo() const { return !m_isNumber && m_word.size() >= shortestTypo; }
    /// From here on words one edit away answer too, with RegistryRank::NameTypo or Typo. Only if mayBeTypo().
    void forgiveTypo();

    /// Whether no row answers.
    [[nodiscard]] bool isEmpty() const { return m_isEmpty; }

    [[nodiscard]] std::optional<RegistryRank> rank(quint32 row) const
    {
        return m_ranks[row] == none ? std::nullopt : std::optional(static_cast<RegistryRank>(m_ranks[row]));
    }

private:
    static constexpr quint8 none = 0xff;
    /// Shorter words have too many neighbours one edit away.
    static constexpr qsizetype shortestTypo = 4;

    void reach(quint32 row, RegistryRank rank)
    {
        m_ranks[row] = std::min(m_ranks[row], static_cast<quint8>(rank));
        m_isEmpty = false;
    }
    void reachWord(qsizetype word, RegistryRank prominent, RegistryRank elsewhere);
    void rankPorts(quint16 from, quint16 to, const QString &digits);
    void rankNames();
    void rankWord();
    void rankPhrase(const QString &longestWord);

    const RegistryIndex *m_index;
    QString m_word;
    bool m_isNumber;
    bool m_isEmpty = true;
    std::vector<quint8> m_ranks;
};

} // namespace portolan
