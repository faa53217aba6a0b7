// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace portolan::bench {

struct Probe
{
    int ticks = 0;
    int churner = -1; ///< a byte written here changes listeners
    double startedAt = 0; ///< CLOCK_MONOTONIC in seconds
};

/// Runs the window, does what a person does, prints the longest stall of each and returns the exit
/// code: 1 when the window computed for more than 50 ms at once.
int probeWindow(int argc, char **argv, const Probe &probe);

} // namespace portolan::bench
