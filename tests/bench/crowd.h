// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <ctime>
#include <vector>

#include <sys/types.h>

namespace portolan::bench {

struct Size
{
    int processes = 0;
    int listeners = 0;
    int descriptors = 0; ///< of all processes together; 0: no more than the listeners need
};

/// Processes that hold listeners and other descriptors until the object goes. Make it before any
/// thread: it forks.
class Crowd
{
public:
    explicit Crowd(const Size &size);
    ~Crowd();
    Crowd(const Crowd &) = delete;
    Crowd &operator=(const Crowd &) = delete;

private:
    [[noreturn]] void live(int listeners, int others, int ready);

    std::array<int, 2> m_hold {};
    std::vector<pid_t> m_pids;
};

/// One more process, which closes all its listeners and opens as many others each time it is told.
class Churner
{
public:
    explicit Churner(int listeners);
    ~Churner();
    Churner(const Churner &) = delete;
    Churner &operator=(const Churner &) = delete;

    /// A byte written here is one change. Inherited by programs that this one starts.
    [[nodiscard]] int commands() const { return m_commands[1]; }

private:
    [[noreturn]] void live(int listeners, int ready);

    std::array<int, 2> m_commands {};
    pid_t m_pid = 0;
};

/// In a network namespace of its own where the user may make one.
void leaveTheMachinesNetwork();

[[nodiscard]] double seconds(clockid_t clock);

} // namespace portolan::bench
