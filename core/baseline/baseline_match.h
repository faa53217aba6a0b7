// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "snapshot/listener.h"

#include <QFlags>
#include <QLatin1String>
#include <QList>

#include <memory>
#include <optional>

namespace portolan {

class Baseline;
struct AcceptedListener;

/// How a listener stands to what the person accepted as normal.
enum class BaselineState : quint8 {
    NotInBaseline, ///< nobody accepted it, and the baseline holds everything that listened
    Accepted, ///< it is as it was accepted
    Changed, ///< its port was accepted, but not like this
    Unseen, ///< its port was accepted; whether this is what was accepted cannot be seen
};

/// What is otherwise than it was accepted.
enum class BaselineChange : quint8 {
    Program = 1, ///< another program holds the port
    Bytes = 2, ///< the same program, whose file is another one
    User = 4, ///< it runs as another user
    Exposure = 8, ///< more of the world can reach it
};
Q_DECLARE_FLAGS(BaselineChanges, BaselineChange)

struct BaselineMatch
{
    BaselineState state = BaselineState::NotInBaseline;
    BaselineChanges changes; ///< for Changed
    /// What was accepted; null for NotInBaseline and in a snapshot read from a file.
    std::shared_ptr<const AcceptedListener> accepted = nullptr;

    friend bool operator==(const BaselineMatch &, const BaselineMatch &) = default;
};

/// How a listener of a snapshot stands to the baseline; nullopt where the baseline says nothing about
/// it. `listeners` are the snapshot's, sorted by key: a program that shares the port with the accepted
/// one did not take its place. A pid, a start or a restart, an upgrade of the package and the end of
/// a listener are no changes, nor is an owner that is not certain. Pure.
[[nodiscard]] std::optional<BaselineMatch> match(const Baseline &baseline, const QList<ListenerPtr> &listeners, qsizetype index);
/// The same for a listener that shares its port with none.
[[nodiscard]] std::optional<BaselineMatch> match(const Baseline &baseline, const Listener &listener);

/// "new", "accepted", "changed" or "unseen", as in the snapshot format.
[[nodiscard]] QLatin1String baselineStateName(BaselineState state);
/// "program", "bytes", "user" or "exposure", as in the snapshot format.
[[nodiscard]] QLatin1String baselineChangeName(BaselineChange change);
/// The gravest first.
[[nodiscard]] QList<BaselineChange> listed(BaselineChanges changes);
/// What the accepted listener had in this place: a path, a user, an exposure's name. Hostile text.
[[nodiscard]] QString acceptedValue(const AcceptedListener &accepted, BaselineChange change);
/// Reads baselineChangeName(); Program where it is none.
[[nodiscard]] BaselineChange baselineChangeFrom(const QString &name);
/// What is otherwise, in one translated sentence; `before` is acceptedValue(), made harmless.
[[nodiscard]] QString acceptedChangeText(BaselineChange what, const QString &before);

} // namespace portolan

Q_DECLARE_OPERATORS_FOR_FLAGS(portolan::BaselineChanges)
