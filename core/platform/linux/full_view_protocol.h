// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

/// What portolan-owners and its client say to each other over two pipes. Plain C++: the helper, which
/// is privileged, includes it too.
///
/// The client writes `request`; nothing else may be said. Each is answered by one answer, numbers in
/// little endian order:
///
///     magic                4 bytes
///     size of the rest     u32, at most maximumAnswer
///     flags                u32, see below
///     records, each        u32 pid          0: sockets that were seen and that no process holds
///                          u64 start time   field 22 of /proc/<pid>/stat, proc(5)
///                          u32 n            number of sockets
///                          u32 length       of the executable's link; 0: not known
///                          bytes            target of /proc/<pid>/exe
///                          n times u64      inodes of sockets that accept traffic
namespace portolan::platform::fullview {

inline constexpr std::string_view request = "again\n";
inline constexpr std::string_view magic = "PoO1";

/// Something was refused, or there was more than fits: what is not in the answer may exist.
inline constexpr uint32_t flagIncomplete = 1;

inline constexpr size_t headerSize = 8;
inline constexpr size_t recordSize = 20; ///< without its bytes and inodes
inline constexpr size_t maximumAnswer = size_t(4) * 1024 * 1024;

} // namespace portolan::platform::fullview
