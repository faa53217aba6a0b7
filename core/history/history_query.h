// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "filter/filter_expression.h"
#include "history/history_values.h"

#include <QFlags>

#include <atomic>
#include <memory>
#include <optional>
#include <vector>

namespace portolan {

/// Which listeners a question is about: what a filter accepts. One object serves all pages of the
/// same question: what was found out for one page is kept for the next. Shared between threads; the
/// storage thread alone touches the memory.
class HistoryFilter
{
public:
    explicit HistoryFilter(FilterExpression expression)
        : m_expression(std::move(expression))
    {
    }

    [[nodiscard]] const FilterExpression &expression() const { return m_expression; }

private:
    friend class HistoryReader;

    enum class Choice : quint8 { Unknown, No, Yes };

    FilterExpression m_expression;
    std::vector<Choice> m_choices; ///< by state id
    std::vector<qint64> m_chosen; ///< of the states up to m_known
    qint64 m_known = 0; ///< all states up to this id were judged
    bool m_met = false; ///< it was found out whether the newest events fill a page
};

using HistoryFilterPtr = std::shared_ptr<HistoryFilter>;

/// A question about events.
struct HistoryQuery
{
    QDateTime from; ///< invalid: from the beginning
    QDateTime to; ///< invalid: until now; not included
    HistoryFilterPtr filter; ///< null: all
    std::optional<HistoryEventKind> kind; ///< nullopt: all
    /// Only events older than this; nullopt: from the newest on.
    std::optional<HistoryPlace> olderThan;
    int most = 256;
};

/// Says that an answer is no longer wanted; copies share it.
class HistoryTicket
{
public:
    void cancel() const { m_cancelled->store(true); }
    [[nodiscard]] bool isCancelled() const { return m_cancelled->load(); }

private:
    std::shared_ptr<std::atomic_bool> m_cancelled = std::make_shared<std::atomic_bool>(false);
};

} // namespace portolan
