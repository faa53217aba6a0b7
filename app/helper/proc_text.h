// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

/// Reads the kernel's texts in /proc, proc(5). Pure functions over bytes.
namespace portolan::helper {

/// The whole text as a decimal number; nullopt for every other text.
[[nodiscard]] std::optional<uint64_t> number(std::string_view text);

/// The number in "socket:[4711]" or "net:[4026531840]"; nullopt for links of another kind.
[[nodiscard]] std::optional<uint64_t> numberInLink(std::string_view link, std::string_view kind);

/// Field 22 of a line of /proc/<pid>/stat, whatever the process is called.
[[nodiscard]] std::optional<uint64_t> startTicks(std::string_view stat);

/// Inode of a line of /proc/<pid>/net/tcp, tcp6, udp or udp6 whose state is `state`, two hexadecimal
/// digits; nullopt for every other line and for sockets without an inode.
[[nodiscard]] std::optional<uint64_t> inodeInState(std::string_view line, std::string_view state);

} // namespace portolan::helper
