// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

#include <optional>

namespace portolan {

/// One term as typed: `-key:"value"`. Positions count UTF-16 units from the start of the text.
struct FilterToken
{
    qsizetype position = 0;
    qsizetype length = 0;
    bool negated = false;
    bool quoted = false;
    /// Empty when there is none; as typed otherwise.
    QString key;
    QString value;
    qsizetype valuePosition = 0;
    qsizetype valueLength = 0; ///< with its quotes
    /// Where a quotation mark was opened and not closed.
    std::optional<qsizetype> openQuote;
};

/// Cuts at white space outside quotes. In quotes, `\"` is a quotation mark and `\\` a backslash.
/// A key is a run of ASCII letters before the first colon. Never fails.
[[nodiscard]] QList<FilterToken> tokenizeFilter(const QString &text);

} // namespace portolan
