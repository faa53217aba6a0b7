// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitor/socket_source.h"
#include "snapshot/owner.h"

#include <QtGlobal>

#include <chrono>

namespace portolan {

/// Adds to an owner what stands elsewhere than in the table of processes: its package, what the
/// service manager says of its unit, the name of its container.
///
/// addTo() is called on the sampler's thread and never blocks: it answers from what is known. What
/// is not known is asked for on another thread; once an answer is there, revision() grows and every
/// owner is asked about again at the next sample.
class FactSource
{
public:
    virtual ~FactSource() = default;

    /// `owner` holds `socket`, the first of its port and transport in this network namespace.
    virtual void addTo(Owner &owner, const SocketEntry &socket) = 0;
    /// Grows when addTo() would answer differently for any owner. Called on any thread.
    [[nodiscard]] virtual quint64 revision() const = 0;
    /// Blocks until all that was asked for is answered, at most `patience`; false when it is not.
    virtual bool waitForAnswers(std::chrono::milliseconds patience) = 0;
};

} // namespace portolan
