// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "baseline/accepted_identity.h"

#include <QDateTime>
#include <QHash>
#include <QList>

#include <memory>
#include <span>

namespace portolan {

struct Assessment;

/// A listener that the person accepted as normal, as it was then.
struct AcceptedListener
{
    ListenerPtr listener; ///< never null
    std::shared_ptr<const Assessment> assessment; ///< never null
    QDateTime acceptedAt;

    /// Whether both say that the same was accepted, whenever that was.
    [[nodiscard]] bool isSameAs(const AcceptedListener &other) const;
};

using AcceptedPtr = std::shared_ptr<const AcceptedListener>;

/// What the person accepted as normal. An immutable value, safe to share between threads.
class Baseline
{
public:
    /// Nothing was accepted.
    Baseline() = default;
    /// Sorts by place; of those that say the same the last one stays.
    explicit Baseline(const QList<AcceptedPtr> &accepted, const QDateTime &wholeAt = {});

    [[nodiscard]] bool isEmpty() const { return m_accepted.isEmpty(); }
    [[nodiscard]] const QList<AcceptedPtr> &accepted() const { return m_accepted; }
    /// When everything that listened was accepted in one go; what is not in the baseline came later.
    /// Invalid where single listeners were accepted only: then it says nothing about the others.
    [[nodiscard]] const QDateTime &wholeAt() const { return m_wholeAt; }
    /// When something was accepted last; invalid when nothing was.
    [[nodiscard]] QDateTime lastAcceptedAt() const;

    /// Those of one port.
    [[nodiscard]] std::span<const AcceptedPtr> at(const AcceptedPlace &place) const;
    /// Passing UDP ports of the program.
    [[nodiscard]] QList<AcceptedPtr> passingPortsOf(const QString &program) const;

    /// The same with the entry, which takes the place of one that says the same.
    [[nodiscard]] Baseline with(const QList<AcceptedPtr> &entries) const;
    [[nodiscard]] Baseline without(const QList<AcceptedPtr> &entries) const;
    [[nodiscard]] Baseline withWholeAt(const QDateTime &time) const;
    /// Whether one says the same as the entry, whenever it was accepted.
    [[nodiscard]] bool contains(const AcceptedListener &entry) const;

    friend bool operator==(const Baseline &, const Baseline &);

private:
    QList<AcceptedPtr> m_accepted;
    QMultiHash<QString, AcceptedPtr> m_passing; ///< by program
    QDateTime m_wholeAt;
};

using BaselinePtr = std::shared_ptr<const Baseline>;

} // namespace portolan
