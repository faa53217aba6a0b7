// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/registry_search.h"

#include <QStringMatcher>

#include <algorithm>
#include <array>
#include <charconv>
#include <vector>

namespace portolan {

namespace {

using Row = RegistryIndex::Row;
using Field = RegistryIndex::Field;

/// Rows between two looks at the stop token.
constexpr size_t rowsPerLook = 512;
/// Shorter words have too many words one letter away.
constexpr qsizetype shortestTypo = 4;

struct Matcher
{
    RegistryQuery::Term term;
    QStringMatcher text;
    bool isNumber = false;
    bool isRange = false;
};

bool isWordCharacter(QChar c)
{
    return c.isLetterOrNumber();
}

bool startsWithDigits(quint16 port, const QString &digits)
{
    std::array<char, 5> buffer {};
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), static_cast<unsigned>(port)).ptr;
    return QLatin1String(buffer.data(), end - buffer.data()).startsWith(digits);
}

/// The best rank of the word among all its places in the row's text.
std::optional<RegistryRank> rankOfText(const RegistryIndex &index, const Row &row, const Matcher &matcher)
{
    const QStringView whole = index.wholeText(row);
    const qsizetype length = matcher.term.word.size();
    qsizetype at = matcher.text.indexIn(whole);
    if (at < 0)
        return std::nullopt;
    const qsizetype nameLength = index.text(row, Field::Name).size();
    if (at == 0 && length <= nameLength)
        return length == nameLength ? RegistryRank::ExactName : RegistryRank::NamePrefix;
    const qsizetype otherAt = row.other - row.begin;
    RegistryRank best = RegistryRank::Rest;
    for (; at >= 0 && at < otherAt; at = matcher.text.indexIn(whole, at + 1)) {
        if (at > 0 && isWordCharacter(whole[at - 1]))
            continue;
        if (at + length >= whole.size() || !isWordCharacter(whole[at + length]))
            return RegistryRank::Word;
        best = RegistryRank::WordPrefix;
    }
    return best;
}

std::optional<RegistryRank> rankOfPort(const Row &row, const Matcher &matcher)
{
    if (!row.hasPort || !matcher.term.from)
        return std::nullopt;
    const quint16 from = *matcher.term.from;
    const quint16 to = *matcher.term.to;
    if (row.from <= to && from <= row.to) {
        const bool inside = from <= row.from && row.to <= to;
        return inside && row.from == row.to ? RegistryRank::ExactPort : RegistryRank::Covering;
    }
    if (matcher.isNumber && row.from == row.to && startsWithDigits(row.from, matcher.term.word))
        return RegistryRank::NamePrefix;
    return std::nullopt;
}

std::optional<RegistryRank> rankOf(const RegistryIndex &index, const Row &row, const Matcher &matcher)
{
    const std::optional<RegistryRank> byPort = rankOfPort(row, matcher);
    if (matcher.isRange || (byPort && *byPort < RegistryRank::ExactName))
        return byPort;
    const std::optional<RegistryRank> byText = rankOfText(index, row, matcher);
    if (byPort && byText)
        return std::min(*byPort, *byText);
    return byPort ? byPort : byText;
}

/// Whether one insertion, deletion, replacement or exchange of neighbours turns a into b.
bool oneEditApart(QStringView a, QStringView b)
{
    if (a.size() > b.size())
        std::swap(a, b);
    if (b.size() - a.size() > 1)
        return false;
    qsizetype i = 0;
    while (i < a.size() && a[i] == b[i])
        ++i;
    if (a.size() < b.size())
        return a.mid(i) == b.mid(i + 1);
    if (i == a.size() || a.mid(i + 1) == b.mid(i + 1))
        return true;
    return i + 1 < a.size() && a[i] == b[i + 1] && a[i + 1] == b[i] && a.mid(i + 2) == b.mid(i + 2);
}

bool hasWordOneEditAway(QStringView text, QStringView word)
{
    qsizetype begin = 0;
    while (begin < text.size()) {
        qsizetype end = begin;
        while (end < text.size() && isWordCharacter(text[end]))
            ++end;
        if (end > begin && oneEditApart(text.mid(begin, end - begin), word))
            return true;
        begin = end + 1;
    }
    return false;
}

std::optional<RegistryRank> rankOfTypo(const RegistryIndex &index, const Row &row, const Matcher &matcher)
{
    if (matcher.isNumber || matcher.isRange || matcher.term.word.size() < shortestTypo)
        return rankOf(index, row, matcher);
    const QStringView name = index.text(row, Field::Name);
    if (oneEditApart(name, matcher.term.word) || hasWordOneEditAway(name, matcher.term.word)
        || hasWordOneEditAway(index.text(row, Field::Description), matcher.term.word))
        return RegistryRank::Typo;
    return rankOf(index, row, matcher);
}

bool coversAny(const Row &row, const QSet<quint16> &ports)
{
    if (!row.hasPort)
        return false;
    if (row.from == row.to)
        return ports.contains(row.from);
    return std::any_of(ports.cbegin(), ports.cend(), [&row](quint16 port) { return row.from <= port && port <= row.to; });
}

bool isOnTransport(const Row &row, RegistryTransport wanted)
{
    // A note without a transport is about TCP and UDP.
    return row.transport == wanted
        || (row.kind == RegistryIndex::Kind::Note && row.transport == RegistryTransport::None
            && (wanted == RegistryTransport::Tcp || wanted == RegistryTransport::Udp));
}

/// Orders by rank, port (names without a port last), kind, index.
struct Found
{
    quint64 order = 0;
    RegistryHit hit;
};

Found found(RegistryRank rank, quint32 port, RegistryHit::Kind kind, quint32 value)
{
    const quint64 order = static_cast<quint64>(rank) << 56 | static_cast<quint64>(port) << 36
        | static_cast<quint64>(kind) << 32 | value;
    return { order, { kind, value } };
}

std::vector<Found> searchRows(const RegistryIndex &index, const RegistryQuery &query,
                              const std::vector<Matcher> &matchers, bool typos, const std::stop_token &stop)
{
    std::vector<Found> answers;
    size_t looked = 0;
    for (const Row &row : index.rows()) {
        if (++looked % rowsPerLook == 0 && stop.stop_requested())
            break;
        if (matchers.empty() && row.kind == RegistryIndex::Kind::Note)
            continue;
        if (query.transport && !isOnTransport(row, *query.transport))
            continue;
        if (query.onlyPorts && !coversAny(row, *query.onlyPorts))
            continue;
        auto rank = RegistryRank::ExactPort;
        bool all = true;
        for (const Matcher &matcher : matchers) {
            const std::optional<RegistryRank> one
                = typos ? rankOfTypo(index, row, matcher) : rankOf(index, row, matcher);
            if (!one) {
                all = false;
                break;
            }
            rank = std::max(rank, *one);
        }
        if (!all)
            continue;
        const auto kind = row.kind == RegistryIndex::Kind::Note ? RegistryHit::Kind::Note
                                                                : RegistryHit::Kind::Registration;
        answers.push_back(found(rank, row.hasPort ? row.from : 65536U, kind, row.index));
    }
    return answers;
}

/// Ports that were asked for or that listen, and that the registry has no row for.
void addUncoveredPorts(const RegistryIndex &index, const RegistryQuery &query, std::vector<Found> *answers)
{
    if (query.transport && *query.transport != RegistryTransport::Tcp && *query.transport != RegistryTransport::Udp)
        return;
    const std::optional<quint16> single = query.singlePort();
    if (!query.onlyPorts) {
        if (single && !index.hasRegistration(*single))
            answers->push_back(found(RegistryRank::ExactPort, *single, RegistryHit::Kind::Port, *single));
        return;
    }
    for (const quint16 port : *query.onlyPorts) {
        const bool asked = std::all_of(query.terms.cbegin(), query.terms.cend(), [port](const RegistryQuery::Term &term) {
            return term.from && *term.from <= port && port <= *term.to;
        });
        if (asked && !index.hasRegistration(port))
            answers->push_back(found(RegistryRank::ExactPort, port, RegistryHit::Kind::Port, port));
    }
}

} // namespace

QList<RegistryHit> searchRegistry(const RegistryIndex &index, const RegistryQuery &query, std::stop_token stop)
{
    std::vector<Matcher> matchers;
    for (const RegistryQuery::Term &term : query.terms) {
        Matcher matcher;
        matcher.term = term;
        matcher.isRange = term.word.isEmpty();
        matcher.isNumber = term.from && !matcher.isRange;
        matcher.text = QStringMatcher(term.word);
        matchers.push_back(matcher);
    }
    std::vector<Found> answers = searchRows(index, query, matchers, false, stop);
    addUncoveredPorts(index, query, &answers);
    const bool hasLongWord = std::any_of(matchers.cbegin(), matchers.cend(), [](const Matcher &matcher) {
        return !matcher.isNumber && matcher.term.word.size() >= shortestTypo;
    });
    if (answers.empty() && hasLongWord && !stop.stop_requested())
        answers = searchRows(index, query, matchers, true, stop);
    std::sort(answers.begin(), answers.end(), [](const Found &a, const Found &b) { return a.order < b.order; });
    QList<RegistryHit> hits;
    hits.reserve(static_cast<qsizetype>(answers.size()));
    for (const Found &answer : answers)
        hits.append(answer.hit);
    return hits;
}

} // namespace portolan
