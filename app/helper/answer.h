// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/linux/full_view_protocol.h"

#include <array>
#include <span>
#include <string_view>

namespace portolan::helper {

/// The bytes of one answer, see full_view_protocol.h. Takes no memory but its own, however much there
/// is to tell; what does not fit is left out, and the answer says that it is incomplete.
class Answer
{
public:
    void begin();
    void add(uint32_t pid, uint64_t startTicks, std::string_view executable, std::span<const uint64_t> sockets);
    void setIncomplete() { m_flags |= platform::fullview::flagIncomplete; }
    /// Writes the answer to standard output; false when nobody reads it any more.
    [[nodiscard]] bool send();

private:
    void put(uint64_t value, size_t bytes);
    void put(std::string_view bytes);

    std::array<char, platform::fullview::maximumAnswer + platform::fullview::headerSize> m_bytes;
    size_t m_size;
    uint32_t m_flags;
};

} // namespace portolan::helper
