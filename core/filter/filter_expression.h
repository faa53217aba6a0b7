// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "assess/assessment.h"
#include "ownnotes/own_note.h"
#include "snapshot/listener.h"

#include <QString>

#include <memory>
#include <optional>

namespace portolan {

/// A filter over listeners, as typed into the filter field and after `--filter`.
///
/// Terms are joined by "and"; a leading `-` negates one; quotes keep spaces together. A bare
/// number is a port, any other bare word is looked for in port, service, owner, user, unit,
/// container, executable, command line, addresses and the own note, without regard to case; as a
/// whole it may also be the transport, the exposure or the verdict (`-loopback`). Keys:
/// `port:80`, `port:3000-4000`, `port:22,80`, `proto:tcp`, `owner:`, `pid:`, `user:`, `unit:`,
/// `verdict:`, `exposure:`, `mark:`, `service:`, `address:`, `container:`, `package:`, `note:`,
/// `is:new`, `is:accepted` and `is:changed` after what the person accepted as normal,
/// and `namespace:`, the whole name of a network namespace, `host` for the host's own.
/// An immutable value; cheap to copy; safe to share between threads.
class FilterExpression
{
public:
    struct Error
    {
        qsizetype position = 0;
        qsizetype length = 0;
        QString message; ///< translated: what is wrong and what would be right
    };

    /// Matches everything.
    FilterExpression();
    /// A term that cannot be understood is reported in error() and matches everything, so that
    /// typing does not make the table flicker.
    [[nodiscard]] static FilterExpression parse(const QString &text);

    [[nodiscard]] bool isEmpty() const;
    [[nodiscard]] const std::optional<Error> &error() const { return m_error; }
    /// The network namespace that a term confines the listeners to, as typed; null when none does.
    [[nodiscard]] QString networkNamespace() const;
    /// Whether a term asks how listeners stand to what was accepted as normal.
    [[nodiscard]] bool asksForBaseline() const;
    /// `note` is the own note on the listener; null when there is none.
    [[nodiscard]] bool matches(const Listener &listener, const Assessment &assessment, const OwnNotePtr &note = nullptr) const;

private:
    struct Term;
    std::shared_ptr<const QList<Term>> m_terms;
    std::optional<Error> m_error;
};

} // namespace portolan
