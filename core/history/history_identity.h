// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "snapshot/listener.h"

#include <QString>

namespace portolan {

/// Who holds a listener, by what stays the same when it is started again: a row of the table `owner`.
/// A text that is not known is empty.
struct HistoryOwner
{
    QString name;
    QString executable;
    QString script;
    QString packageManager;
    QString package;
    QString unit; ///< none for a scope, whose name is made anew for each start
    QString containerEngine;
    QString container; ///< its name, or its id where it has none
    quint32 uid = 0;
    QString user;
    QString kernelPart;
    QString kernelInterface;

    /// With texts cut to a sensible length.
    [[nodiscard]] static HistoryOwner of(const Owner &owner);

    /// Whether both are the same program of the same user, as far as what is known of them allows:
    /// a program whose file may not be read is compared by name.
    [[nodiscard]] bool mayBe(const HistoryOwner &other) const;

    friend bool operator==(const HistoryOwner &, const HistoryOwner &) = default;
};

namespace history_text {

/// How much is kept of one text, in UTF-16 units.
constexpr qsizetype longest = 256;
/// More than any view lists; the widest is among them, so that the exposure stays right.
constexpr qsizetype mostEndpoints = 16;

[[nodiscard]] QString cut(const QString &text);
/// A JSON array of [address, dual stack, scope, namespace].
[[nodiscard]] QString fromEndpoints(const Listener &listener);
/// What cannot be read is left out.
[[nodiscard]] QList<Endpoint> toEndpoints(const QString &text);

} // namespace history_text

} // namespace portolan
