// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/registry_search.h"

#include "search/term_ranks.h"

#include <algorithm>
#include <array>
#include <vector>

namespace portolan {

namespace {

using Row = RegistryIndex::Row;
using Field = RegistryIndex::Field;

constexpr size_t portCount = 65536;

bool isOnTransport(const Row &row, RegistryTransport wanted)
{
    // A note without a transport is about TCP and UDP.
    return row.transport == wanted
        || (row.kind == RegistryIndex::Kind::Note && row.transport == RegistryTransport::None
            && (wanted == RegistryTransport::Tcp || wanted == RegistryTransport::Udp));
}

bool isListed(RegistryTransport transport)
{
    return transport == RegistryTransport::Tcp || transport == RegistryTransport::Udp;
}

/// What a row or a port must be like, whatever was typed.
class Sieve
{
public:
    explicit Sieve(const RegistryIndex &index, const RegistryQuery &query)
        : m_index(index)
        , m_query(query)
    {
        if (!query.onlyPorts)
            return;
        m_wantedBelow.assign(portCount + 1, 0);
        for (const quint16 port : *query.onlyPorts)
            m_wantedBelow[port + size_t(1)] = 1;
        for (size_t i = 1; i <= portCount; ++i)
            m_wantedBelow[i] += m_wantedBelow[i - 1];
    }

    [[nodiscard]] bool lets(const Row &row) const
    {
        const RegistryFilter &filter = m_query.filter;
        if ((m_query.transport && !isOnTransport(row, *m_query.transport))
            || (filter.transport && !isOnTransport(row, *filter.transport))) {
            return false;
        }
        if (!row.hasPort)
            return !filter.mark && !filter.range && !m_query.onlyPorts;
        if (filter.range && (portRangeOf(row.to) < *filter.range || *filter.range < portRangeOf(row.from)))
            return false;
        if (m_query.onlyPorts && m_wantedBelow[row.to + size_t(1)] == m_wantedBelow[row.from])
            return false;
        if (!filter.mark)
            return true;
        // The row of a whole block tells nothing of the few ports in it that have the mark; they
        // are answered one by one. A note names its ports.
        return (row.kind == RegistryIndex::Kind::Note ? row.anyMarks : row.allMarks).testFlag(*filter.mark);
    }

    [[nodiscard]] bool lets(quint16 port) const
    {
        const RegistryFilter &filter = m_query.filter;
        return (!m_query.transport || isListed(*m_query.transport)) && (!filter.transport || isListed(*filter.transport))
            && (!filter.range || portRangeOf(port) == *filter.range)
            && (!m_query.onlyPorts || m_wantedBelow[port + size_t(1)] != m_wantedBelow[port])
            && (!filter.mark || m_index.marks(port, transport()).testFlag(*filter.mark));
    }

private:
    [[nodiscard]] std::optional<RegistryTransport> transport() const
    {
        return m_query.filter.transport ? m_query.filter.transport : m_query.transport;
    }

    const RegistryIndex &m_index;
    const RegistryQuery &m_query;
    std::vector<quint32> m_wantedBelow; ///< how many of onlyPorts are below each port
};

/// Hits in buckets by rank; within one they come in the order of the index.
class Answers
{
public:
    void add(RegistryRank rank, quint32 port, RegistryHit hit)
    {
        m_buckets[static_cast<size_t>(rank)].push_back({ quint64(port) << 40 | quint64(hit.kind) << 32 | hit.value, hit });
    }
    [[nodiscard]] bool isEmpty() const
    {
        return std::all_of(m_buckets.begin(), m_buckets.end(), [](const auto &bucket) { return bucket.empty(); });
    }
    [[nodiscard]] QList<RegistryHit> take()
    {
        QList<RegistryHit> hits;
        qsizetype count = 0;
        for (const auto &bucket : m_buckets)
            count += static_cast<qsizetype>(bucket.size());
        hits.reserve(count);
        for (auto &bucket : m_buckets) {
            const auto before = [](const Found &a, const Found &b) { return a.order < b.order; };
            // Only ports without a row come out of order.
            if (!std::is_sorted(bucket.begin(), bucket.end(), before))
                std::sort(bucket.begin(), bucket.end(), before);
            for (const Found &found : bucket)
                hits.append(found.hit);
        }
        return hits;
    }

private:
    struct Found
    {
        quint64 order;
        RegistryHit hit;
    };
    std::array<std::vector<Found>, static_cast<size_t>(RegistryRank::Typo) + 1> m_buckets;
};

class Search
{
public:
    Search(const RegistryIndex &index, const RegistryQuery &query, const std::stop_token &stop)
        : m_index(index)
        , m_query(query)
        , m_stop(stop)
        , m_sieve(index, query)
    {
    }

    [[nodiscard]] QList<RegistryHit> run()
    {
        for (const RegistryQuery::Term &term : m_query.terms) {
            if (m_stop.stop_requested())
                return {};
            m_terms.emplace_back(m_index, term);
        }
        answerRows();
        answerPorts();
        if (m_answers.isEmpty() && forgiveTypos())
            answerRows();
        return m_stop.stop_requested() ? QList<RegistryHit>() : m_answers.take();
    }

private:
    /// False when there is nothing to forgive, or when it would not help.
    [[nodiscard]] bool forgiveTypos()
    {
        bool forgiven = false;
        for (TermRanks &term : m_terms) {
            if (m_stop.stop_requested() || (term.isEmpty() && !term.mayBeTypo()))
                return false;
            if (!term.mayBeTypo())
                continue;
            term.forgiveTypo();
            forgiven = true;
        }
        return forgiven;
    }

    void answerRows()
    {
        if (std::any_of(m_terms.begin(), m_terms.end(), [](const TermRanks &term) { return term.isEmpty(); }))
            return;
        const std::vector<bool> named = namedByAll();
        const bool notes = !m_terms.empty() || m_query.filter.range == PortRange::Dynamic;
        for (const quint32 number : m_index.listed()) {
            const Row &row = m_index.rows()[number];
            const bool isNote = row.kind == RegistryIndex::Kind::Note;
            if (isNote && !notes)
                continue;
            auto worst = RegistryRank::ExactPort;
            bool answers = true;
            for (const TermRanks &term : m_terms) {
                const std::optional<RegistryRank> rank = term.rank(number);
                answers = rank.has_value();
                if (!answers)
                    break;
                worst = std::max(worst, *rank);
            }
            if (!answers || !m_sieve.lets(row))
                continue;
            if (!named.empty() && named[number])
                worst = std::min(worst, isWholeName(row) ? RegistryRank::ExactName : RegistryRank::NamePrefix);
            m_answers.add(worst, row.hasPort ? row.from : static_cast<quint32>(portCount),
                          { isNote ? RegistryHit::Kind::Note : RegistryHit::Kind::Registration, row.index });
            if (!isNote && row.hasPort)
                m_answered.insert(m_answered.end(), { row.from, row.to });
        }
    }

    /// Rows whose name begins with all that was typed, where that is several words.
    [[nodiscard]] std::vector<bool> namedByAll()
    {
        if (m_query.terms.size() < 2)
            return {};
        QStringList words;
        for (const RegistryQuery::Term &term : m_query.terms)
            words.append(term.word);
        m_phrase = words.join(QLatin1Char(' '));
        std::vector<bool> named(m_index.rows().size());
        for (const quint32 row : m_index.namesFrom(m_phrase))
            named[row] = true;
        return named;
    }

    [[nodiscard]] bool isWholeName(const Row &row) const
    {
        return m_index.text(row, Field::Name).size() == m_phrase.size();
    }

    /// Ports that were asked for, that listen or that have the mark, and that no row stands for.
    void answerPorts()
    {
        const std::optional<quint16> single = m_query.singlePort();
        if (!m_query.onlyPorts && !m_query.filter.mark) {
            if (single && !m_index.hasRegistration(*single))
                addPort(*single);
            return;
        }
        std::vector<bool> shown(portCount);
        for (size_t i = 0; m_query.filter.mark && i < m_answered.size(); i += 2)
            std::fill(shown.begin() + m_answered[i], shown.begin() + m_answered[i + 1] + 1, true);
        for (size_t i = 0; i < portCount; ++i) {
            const auto port = static_cast<quint16>(i);
            const bool asked = std::all_of(m_query.terms.cbegin(), m_query.terms.cend(), [port](const RegistryQuery::Term &term) {
                return term.from && *term.from <= port && port <= *term.to;
            });
            if (asked && !(m_query.filter.mark ? shown[i] : m_index.hasRegistration(port)))
                addPort(port);
        }
    }

    void addPort(quint16 port)
    {
        if (m_sieve.lets(port))
            m_answers.add(RegistryRank::ExactPort, port, { RegistryHit::Kind::Port, port });
    }

    const RegistryIndex &m_index;
    const RegistryQuery &m_query;
    const std::stop_token &m_stop;
    Sieve m_sieve;
    std::vector<TermRanks> m_terms;
    Answers m_answers;
    QString m_phrase;
    std::vector<quint16> m_answered; ///< first and last port of each registration that answers
};

} // namespace

QList<RegistryHit> searchRegistry(const RegistryIndex &index, const RegistryQuery &query, std::stop_token stop)
{
    return Search(index, query, stop).run();
}

} // namespace portolan
