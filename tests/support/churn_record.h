// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <linux/futex.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <climits>
#include <cstdint>
#include <ctime>

namespace portolan::test {

inline constexpr std::uint32_t churnCapacity = 200'000;

/// What the processes of churn-fixture write down, in memory shared with whoever asks.
struct ChurnRecord
{
    struct Entry
    {
        std::uint64_t inode; ///< of the socket
        std::uint64_t startTicks; ///< of the process, see ProcessKey
        std::int32_t pid;
    };

    std::atomic<std::uint32_t> samples; ///< taken so far; whoever samples counts them
    void countSample()
    {
        ++samples;
        ::syscall(SYS_futex, &samples, FUTEX_WAKE, INT_MAX, nullptr, nullptr, 0);
    }
    /// Until there are more samples than these, or for a second.
    void waitForSample(std::uint32_t taken)
    {
        const timespec second { 1, 0 };
        ::syscall(SYS_futex, &samples, FUTEX_WAIT, taken, &second, nullptr, 0);
    }
    std::atomic<std::uint32_t> over; ///< not 0: everybody may end
    std::atomic<std::uint32_t> running; ///< not waited for yet, those that others started included
    std::atomic<std::uint32_t> started; ///< processes, without those that they started
    std::atomic<std::uint32_t> used; ///< entries given out
    std::atomic<std::uint32_t> written; ///< entries that are whole
    std::array<Entry, churnCapacity> entries;
};

static_assert(std::atomic<std::uint32_t>::is_always_lock_free);

} // namespace portolan::test
