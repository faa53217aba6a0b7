// SPDX-License-Identifier: GPL-3.0-or-later
#include "instruction_counter.h"

#include <linux/perf_event.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace portolan::bench {

InstructionCounter::InstructionCounter()
{
    perf_event_attr wanted {};
    wanted.type = PERF_TYPE_HARDWARE;
    wanted.size = sizeof wanted;
    wanted.config = PERF_COUNT_HW_INSTRUCTIONS;
    wanted.exclude_kernel = 1;
    wanted.exclude_hv = 1;
    m_descriptor = static_cast<int>(::syscall(SYS_perf_event_open, &wanted, 0, -1, -1, 0));
}

InstructionCounter::~InstructionCounter()
{
    if (m_descriptor >= 0)
        ::close(m_descriptor);
}

std::optional<quint64> InstructionCounter::read() const
{
    quint64 count = 0;
    if (m_descriptor < 0 || ::read(m_descriptor, &count, sizeof count) != sizeof count)
        return std::nullopt;
    return count;
}

} // namespace portolan::bench
