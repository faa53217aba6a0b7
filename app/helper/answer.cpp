// SPDX-License-Identifier: GPL-3.0-or-later
#include "answer.h"

#include <unistd.h>

#include <cerrno>
#include <cstring>

namespace portolan::helper {

namespace fullview = platform::fullview;

namespace {

void putAt(char *place, uint64_t value, size_t bytes)
{
    for (size_t i = 0; i < bytes; ++i)
        place[i] = char(value >> (8 * i) & 0xff);
}

} // namespace

void Answer::begin()
{
    m_flags = 0;
    m_size = 0;
    put(fullview::magic);
    put(0, 4); // the size and, below, the flags are known at the end
    put(0, 4);
}

void Answer::add(uint32_t pid, uint64_t startTicks, std::string_view executable, std::span<const uint64_t> sockets)
{
    if (m_bytes.size() - m_size < fullview::recordSize + executable.size() + 8 * sockets.size()) {
        setIncomplete();
        return;
    }
    put(pid, 4);
    put(startTicks, 8);
    put(sockets.size(), 4);
    put(executable.size(), 4);
    put(executable);
    for (const uint64_t inode : sockets)
        put(inode, 8);
}

bool Answer::send()
{
    putAt(m_bytes.data() + fullview::magic.size(), m_size - fullview::headerSize, 4);
    putAt(m_bytes.data() + fullview::headerSize, m_flags, 4);
    for (size_t sent = 0; sent < m_size;) {
        const ssize_t count = ::write(STDOUT_FILENO, m_bytes.data() + sent, m_size - sent);
        if (count > 0)
            sent += size_t(count);
        else if (errno != EINTR)
            return false;
    }
    return true;
}

void Answer::put(uint64_t value, size_t bytes)
{
    putAt(m_bytes.data() + m_size, value, bytes);
    m_size += bytes;
}

void Answer::put(std::string_view bytes)
{
    std::memcpy(m_bytes.data() + m_size, bytes.data(), bytes.size());
    m_size += bytes.size();
}

} // namespace portolan::helper
