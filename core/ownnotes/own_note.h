// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/transport.h"

#include <QDateTime>
#include <QHashFunctions>
#include <QString>

#include <memory>
#include <optional>

namespace portolan {

/// What an own note is about; there is one note a scope.
struct OwnNoteScope
{
    quint16 port = 0;
    /// nullopt: both TCP and UDP.
    std::optional<Transport> transport;
    /// The program's name as listeners show it, exactly; empty: whatever holds the port.
    QString program;

    [[nodiscard]] bool covers(std::optional<Transport> wanted) const { return !transport || !wanted || *transport == *wanted; }

    friend bool operator==(const OwnNoteScope &, const OwnNoteScope &) = default;
    friend size_t qHash(const OwnNoteScope &scope, size_t seed = 0) noexcept
    {
        return qHashMulti(seed, scope.port, scope.transport ? 1 + static_cast<int>(*scope.transport) : 0, scope.program);
    }
};

/// What a person wrote about a port for themselves. An immutable value. Its texts come from
/// fields and files and are hostile like any other: show them with text::visible().
struct OwnNote
{
    /// In UTF-16 units.
    static constexpr qsizetype longestLabel = 200;
    static constexpr qsizetype longestText = 10'000;
    static constexpr qsizetype longestProgram = 1'024;

    OwnNoteScope scope;
    QString label; ///< one line, never empty
    QString text; ///< may have several lines, or none
    QDateTime changed; ///< in UTC, whole seconds; invalid when not known

    friend bool operator==(const OwnNote &, const OwnNote &) = default;
};

using OwnNotePtr = std::shared_ptr<const OwnNote>;

/// What somebody answered to "Was this useful?" under the explanation of a port.
enum class Usefulness : quint8 { NotSaid, Yes, No };

/// The note as it can be kept: spaces at the ends, control characters and what cannot be written as
/// UTF-8 are gone, the label is one line, the texts are not longer than allowed.
[[nodiscard]] OwnNote tidied(OwnNote note);

/// The sign that stands before an own label.
[[nodiscard]] constexpr QChar ownNoteGlyph()
{
    return QChar(0x270e);
}

/// "✎ label", harmless and at most `longest` characters of label; empty for null.
[[nodiscard]] QString ownNoteMark(const OwnNotePtr &note, qsizetype longest = 64);
/// "TCP only", "when sshd holds it", both, or empty; translated and harmless.
[[nodiscard]] QString ownNoteScopeText(const OwnNoteScope &scope);

} // namespace portolan
