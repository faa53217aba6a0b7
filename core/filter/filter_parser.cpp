// SPDX-License-Identifier: GPL-3.0-or-later
#include "filter/filter_expression.h"
#include "filter/filter_keys.h"
#include "filter/filter_term.h"
#include "filter/filter_tokenizer.h"
#include "text/text.h"

#include <QCoreApplication>

#include <algorithm>
#include <iterator>
#include <limits>

namespace portolan {

namespace {

constexpr uint largestPort = 65535;
/// Enough to quote in a message what was typed.
constexpr qsizetype shownLength = 40;

constexpr Verdict allVerdicts[] = { Verdict::Expected, Verdict::Explained, Verdict::Unfamiliar, Verdict::Investigate };
constexpr Exposure allExposures[] = { Exposure::Loopback, Exposure::Link, Exposure::Container, Exposure::Everywhere };
constexpr BaselineState toldStates[] = { BaselineState::NotInBaseline, BaselineState::Accepted, BaselineState::Changed };
constexpr Transport allTransports[] = { Transport::Tcp, Transport::Udp };

struct TextKey
{
    const char *name;
    FilterField field;
};
constexpr TextKey textKeys[] = {
    { "owner", FilterField::Owner }, { "user", FilterField::User }, { "unit", FilterField::Unit },
    { "service", FilterField::Service }, { "address", FilterField::Address }, { "container", FilterField::Container },
    { "namespace", FilterField::Namespace }, { "package", FilterField::Package }, { "note", FilterField::Note },
};

std::optional<uint> wholeNumber(QStringView text)
{
    const bool digits = !text.isEmpty() && text.size() <= 10
        && std::all_of(text.begin(), text.end(), [](QChar character) { return character >= QLatin1Char('0') && character <= QLatin1Char('9'); });
    bool fits = false;
    const uint number = digits ? text.toUInt(&fits) : 0;
    return fits ? std::optional<uint>(number) : std::nullopt;
}

bool isDigits(QStringView text)
{
    return !text.isEmpty()
        && std::all_of(text.begin(), text.end(), [](QChar character) { return character >= QLatin1Char('0') && character <= QLatin1Char('9'); });
}

bool couldBeAddress(const QString &text)
{
    return std::all_of(text.begin(), text.end(), [](QChar character) {
        const char16_t unit = character.unicode();
        return (unit >= u'0' && unit <= u'9') || (unit >= u'a' && unit <= u'f') || (unit >= u'A' && unit <= u'F')
            || unit == u'.' || unit == u':';
    });
}

QString shown(QStringView text)
{
    return text::visible(text, shownLength);
}

} // namespace

/// Turns tokens into conditions, and what cannot be understood into one error that teaches.
class FilterParser
{
    Q_DECLARE_TR_FUNCTIONS(FilterExpression)

public:
    using Condition = std::variant<PortCondition, PidCondition, TransportCondition, VerdictCondition,
                                   ExposureCondition, MarkCondition, BaselineCondition, TextCondition>;

    std::optional<Condition> condition(const FilterToken &token);
    [[nodiscard]] const std::optional<FilterExpression::Error> &error() const { return m_error; }

private:
    void fail(qsizetype position, qsizetype length, const QString &message)
    {
        if (!m_error)
            m_error = FilterExpression::Error { position, length, message };
    }
    void failAtValue(const FilterToken &token, const QString &message)
    {
        fail(token.valuePosition, std::max<qsizetype>(token.valueLength, 1), message);
    }
    std::optional<Condition> bareWord(const FilterToken &token, const QString &word);
    std::optional<Condition> ports(const FilterToken &token);
    std::optional<std::pair<quint16, quint16>> portRange(const FilterToken &token, QStringView item);
    std::optional<quint16> port(const FilterToken &token, QStringView text);
    std::optional<Condition> pids(const FilterToken &token);

    /// Values out of a fixed set of words, by whole word or by its beginning.
    template<class Value, class NameOf>
    std::optional<QList<Value>> words(const FilterToken &token, const QList<Value> &all, NameOf nameOf)
    {
        QList<Value> result;
        for (const QString &typed : token.value.split(QLatin1Char(','), Qt::SkipEmptyParts)) {
            const QString item = typed.trimmed();
            const qsizetype before = result.size();
            std::copy_if(all.begin(), all.end(), std::back_inserter(result), [&](Value value) {
                return !item.isEmpty() && QString(nameOf(value)).startsWith(item, Qt::CaseInsensitive);
            });
            if (result.size() == before) {
                QStringList names;
                for (const Value value : all)
                    names += QString(nameOf(value));
                failAtValue(token, tr("“%1” is not a value of “%2”; it may be one of: %3.")
                                       .arg(shown(item), token.key.toLower(), names.join(QLatin1String(", "))));
                return std::nullopt;
            }
        }
        return result;
    }

    std::optional<FilterExpression::Error> m_error;
};

std::optional<FilterParser::Condition> FilterParser::bareWord(const FilterToken &token, const QString &word)
{
    if (!token.quoted && isDigits(word)) {
        const std::optional<quint16> number = port(token, word);
        return number ? std::optional<Condition>(PortCondition { { { *number, *number } } }) : std::nullopt;
    }
    return TextCondition { FilterField::Anything, QStringMatcher(word, Qt::CaseInsensitive), couldBeAddress(word) };
}

std::optional<quint16> FilterParser::port(const FilterToken &token, QStringView text)
{
    const std::optional<uint> number = wholeNumber(text);
    if (number && *number <= largestPort)
        return static_cast<quint16>(*number);
    failAtValue(token, tr("“%1” is not a port; ports are whole numbers from 0 to 65535, for example port:22,80 or port:3000-4000.")
                           .arg(shown(text)));
    return std::nullopt;
}

std::optional<std::pair<quint16, quint16>> FilterParser::portRange(const FilterToken &token, QStringView item)
{
    const qsizetype dash = item.indexOf(QLatin1Char('-'));
    if (dash < 0 || item.size() == 1) {
        const std::optional<quint16> single = port(token, item);
        return single ? std::optional(std::pair(*single, *single)) : std::nullopt;
    }
    const QStringView left = item.left(dash).trimmed();
    const QStringView right = item.mid(dash + 1).trimmed();
    const std::optional<quint16> from = left.isEmpty() ? std::optional<quint16>(quint16 { 0 }) : port(token, left);
    const std::optional<quint16> to = right.isEmpty() ? std::optional<quint16>(static_cast<quint16>(largestPort)) : port(token, right);
    if (!from || !to)
        return std::nullopt;
    if (*from > *to) {
        // A person on the way to typing port:3000-4000 passes port:3000-4.
        failAtValue(token, tr("The range %1-%2 runs backwards; the smaller port comes first.").arg(*from).arg(*to));
        return std::nullopt;
    }
    return std::pair(*from, *to);
}

std::optional<FilterParser::Condition> FilterParser::ports(const FilterToken &token)
{
    PortCondition condition;
    for (const QString &item : token.value.split(QLatin1Char(','), Qt::SkipEmptyParts)) {
        const auto range = portRange(token, QStringView(item).trimmed());
        if (!range)
            return std::nullopt;
        condition.ranges += *range;
    }
    return condition;
}

std::optional<FilterParser::Condition> FilterParser::pids(const FilterToken &token)
{
    PidCondition condition;
    for (const QString &item : token.value.split(QLatin1Char(','), Qt::SkipEmptyParts)) {
        const std::optional<uint> number = wholeNumber(QStringView(item).trimmed());
        if (!number || *number > static_cast<uint>(std::numeric_limits<qint32>::max())) {
            failAtValue(token, tr("“%1” is not a process id; it is a whole number, for example pid:812.").arg(shown(item)));
            return std::nullopt;
        }
        condition.pids += static_cast<qint32>(*number);
    }
    return condition;
}

std::optional<FilterParser::Condition> FilterParser::condition(const FilterToken &token)
{
    if (token.openQuote) {
        fail(*token.openQuote, 1, tr("The quotation mark opened here is not closed; add another one where the text ends."));
        return std::nullopt;
    }
    const QString key = token.key.toLower();
    if (key.isEmpty()) {
        if (token.value.isEmpty()) {
            fail(token.position, token.length, token.negated
                     ? tr("A “-” leaves out what the term after it finds; write the term right behind it, for example -user:root.")
                     : tr("There is nothing between these quotation marks; write the text to look for."));
            return std::nullopt;
        }
        return bareWord(token, token.value);
    }
    const FilterKey *known = filterKey(key);
    if (!known) {
        // "dead:beef::1" starts like a key and is an address.
        const QString whole = token.key + QLatin1Char(':') + token.value;
        if (IpAddress::parse(whole))
            return bareWord(token, whole);
        QStringList keys;
        for (const FilterKey &candidate : filterKeys())
            keys += candidate.name;
        fail(token.position, token.length, tr("There is no key “%1”; the keys are %2. Put the term in quotation marks to look for it as text.")
                                               .arg(shown(token.key), keys.join(QLatin1String(", "))));
        return std::nullopt;
    }
    if (token.value.isEmpty() || std::ranges::all_of(token.value, [](QChar character) { return character == QLatin1Char(','); })) {
        fail(token.position, token.length, tr("“%1:” needs a value right behind the colon, for example %2.")
                                               .arg(key, known->example));
        return std::nullopt;
    }
    if (key == QLatin1String("port"))
        return ports(token);
    if (key == QLatin1String("pid"))
        return pids(token);
    if (key == QLatin1String("proto")) {
        const auto values = words(token, QList<Transport>(std::begin(allTransports), std::end(allTransports)),
                                  [](Transport transport) { return QLatin1String(transportName(transport)); });
        return values ? std::optional<Condition>(TransportCondition { *values }) : std::nullopt;
    }
    if (key == QLatin1String("verdict")) {
        const auto values = words(token, QList<Verdict>(std::begin(allVerdicts), std::end(allVerdicts)), verdictName);
        return values ? std::optional<Condition>(VerdictCondition { *values }) : std::nullopt;
    }
    if (key == QLatin1String("exposure")) {
        const auto values = words(token, QList<Exposure>(std::begin(allExposures), std::end(allExposures)), exposureName);
        return values ? std::optional<Condition>(ExposureCondition { *values }) : std::nullopt;
    }
    if (key == QLatin1String("is")) {
        const auto values = words(token, QList<BaselineState>(std::begin(toldStates), std::end(toldStates)), baselineStateName);
        return values ? std::optional<Condition>(BaselineCondition { *values }) : std::nullopt;
    }
    if (key == QLatin1String("mark")) {
        const auto values = words(token, allMarks(), markName);
        if (!values)
            return std::nullopt;
        MarkCondition condition;
        for (const Mark mark : *values)
            condition.any |= mark;
        return condition;
    }
    const auto *field = std::ranges::find_if(textKeys, [&](const TextKey &candidate) { return key == QLatin1String(candidate.name); });
    return TextCondition { field->field, QStringMatcher(token.value, Qt::CaseInsensitive), couldBeAddress(token.value) };
}

FilterExpression FilterExpression::parse(const QString &text)
{
    FilterParser parser;
    QList<Term> terms;
    for (const FilterToken &token : tokenizeFilter(text)) {
        if (auto condition = parser.condition(token))
            terms += Term { std::move(*condition), token.negated };
    }
    FilterExpression expression;
    expression.m_terms = std::make_shared<const QList<Term>>(std::move(terms));
    expression.m_error = parser.error();
    return expression;
}

} // namespace portolan
