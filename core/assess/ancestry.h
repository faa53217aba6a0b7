// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "assess/evidence.h"
#include "assess/starter_role.h"
#include "snapshot/owner.h"

#include <QDateTime>
#include <QList>
#include <QString>

namespace portolan {

/// One reason why a process runs, and how it is known.
struct AncestryReason
{
    /// One translated sentence; what it quotes is already made harmless with text::visible().
    QString text;
    Basis basis = Basis::Observed;

    friend bool operator==(const AncestryReason &, const AncestryReason &) = default;
};

/// A process of the chain.
struct AncestryLink
{
    ProcessKey key;
    QString name; ///< hostile text
    QDateTime since; ///< invalid when not known
    StarterRole role = StarterRole::Program;
    QList<AncestryReason> reasons; ///< never empty

    friend bool operator==(const AncestryLink &, const AncestryLink &) = default;
};

/// Why a process is running.
struct Ancestry
{
    /// All of it in one sentence.
    AncestryReason summary;
    /// From the first process of the system to the process itself; empty when no process is known.
    QList<AncestryLink> links;

    friend bool operator==(const Ancestry &, const Ancestry &) = default;
};

/// Why the owner's leader runs: a pure function of the chain of its ancestors, their units, users and
/// terminals, and of what is known of the owner's unit and container. Names of programs can be chosen
/// freely, and a process whose starter ended gets another parent; what rests on such facts says that
/// it is concluded.
[[nodiscard]] Ancestry ancestryOf(const Owner &owner);

} // namespace portolan
