// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <optional>

namespace portolan::bench {

/// Counts the instructions that this thread executes outside the kernel (perf_event_open(2)).
/// Containers and virtual machines often do not allow it; then there is no number.
class InstructionCounter
{
public:
    InstructionCounter();
    ~InstructionCounter();
    InstructionCounter(const InstructionCounter &) = delete;
    InstructionCounter &operator=(const InstructionCounter &) = delete;

    [[nodiscard]] std::optional<quint64> read() const;

private:
    int m_descriptor = -1;
};

} // namespace portolan::bench
