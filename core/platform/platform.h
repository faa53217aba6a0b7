// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitor/connection_source.h"
#include "monitor/fact_source.h"
#include "monitor/process_source.h"
#include "monitor/sampler.h"
#include "monitor/socket_source.h"
#include "process/process_control.h"

#include <memory>
#include <vector>

/// What each system provides; CMake chooses the folder that implements it.
namespace portolan::platform {

/// All sources for one sampler; they share what they learn.
[[nodiscard]] Sampler::Sources makeSources();

[[nodiscard]] std::unique_ptr<SocketSource> makeSocketSource();
[[nodiscard]] std::unique_ptr<ProcessSource> makeProcessSource();
[[nodiscard]] std::unique_ptr<ConnectionSource> makeConnectionSource();
/// In the order in which they are to be asked.
[[nodiscard]] std::vector<std::unique_ptr<FactSource>> makeFactSources();
[[nodiscard]] std::unique_ptr<ProcessControl> makeProcessControl();

} // namespace portolan::platform
