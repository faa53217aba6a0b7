// SPDX-License-Identifier: GPL-3.0-or-later
#include "owners.h"

#include "proc_text.h"

#include <dirent.h>
#include <fcntl.h>
#include <limits.h>
#include <linux/magic.h>
#include <sys/vfs.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>

namespace portolan::helper {

namespace {

/// States in /proc/net, the kernel's include/net/tcp_states.h: TCP in LISTEN; UDP that is bound and not
/// connected.
constexpr std::string_view tcpListens = "0A";
constexpr std::string_view udpUnconnected = "07";

class Descriptor
{
public:
    Descriptor(int folder, const char *path, int flags)
        : m_descriptor(::openat(folder, path, flags | O_CLOEXEC | O_NOCTTY))
    {
    }
    Descriptor(const Descriptor &) = delete;
    Descriptor &operator=(const Descriptor &) = delete;
    ~Descriptor()
    {
        if (isOpen())
            ::close(m_descriptor);
    }
    [[nodiscard]] bool isOpen() const { return m_descriptor >= 0; }
    [[nodiscard]] int get() const { return m_descriptor; }

private:
    int m_descriptor;
};

/// Whether the last call failed for lack of rights, and not because a process ended.
bool wasRefused()
{
    return errno == EACCES || errno == EPERM;
}

std::string_view readLink(int folder, const char *path, std::span<char> buffer)
{
    const ssize_t length = ::readlinkat(folder, path, buffer.data(), buffer.size());
    // One that fills the buffer may have been cut.
    return { buffer.data(), length < 0 || size_t(length) == buffer.size() ? 0 : size_t(length) };
}

/// Calls `entry(name)` for each entry of an open folder but those that begin with a dot.
template<typename Entry>
bool forEachEntry(int folder, Entry &&entry)
{
    alignas(dirent64) std::array<char, 8192> buffer;
    for (;;) {
        const ssize_t count = ::getdents64(folder, buffer.data(), buffer.size());
        if (count <= 0)
            return count == 0;
        for (ssize_t position = 0; position < count;) {
            const auto *record = reinterpret_cast<const dirent64 *>(buffer.data() + position);
            if (record->d_name[0] != '.')
                entry(record->d_name);
            position += record->d_reclen;
        }
    }
}

template<typename Visit>
bool forEachProcess(int proc, Visit &&visit)
{
    const Descriptor folder(proc, ".", O_RDONLY | O_DIRECTORY);
    return folder.isOpen() && forEachEntry(folder.get(), [&](const char *name) {
        const auto pid = number(name);
        if (!pid || *pid == 0 || *pid > INT_MAX)
            return;
        // An open /proc/<pid> means one process for ever, also when another gets its pid.
        const Descriptor process(proc, name, O_PATH | O_DIRECTORY);
        if (process.isOpen())
            visit(process.get(), uint32_t(*pid));
    });
}

} // namespace

bool Owners::open()
{
    m_proc = ::open("/proc", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    struct statfs system {};
    return m_proc >= 0 && ::fstatfs(m_proc, &system) == 0 && system.f_type == PROC_SUPER_MAGIC;
}

bool Owners::tell(Answer &answer)
{
    m_socketCount = 0;
    m_namespaceCount = 0;
    answer.begin();
    // The sockets first: one that is in a table is held by somebody when the processes are walked.
    const bool listed = forEachProcess(m_proc, [&](int process, uint32_t) { readTables(process, answer); });
    sortSockets();
    const bool walked
        = forEachProcess(m_proc, [&](int process, uint32_t pid) { tellProcess(process, pid, answer); });
    tellUnheld(answer);
    return listed && walked;
}

void Owners::readTables(int process, Answer &answer)
{
    std::array<char, 64> buffer;
    const auto space = numberInLink(readLink(process, "ns/net", buffer), "net");
    const auto end = m_namespaces.begin() + m_namespaceCount;
    if (!space || std::find(m_namespaces.begin(), end, *space) != end)
        return;
    if (m_namespaceCount == m_namespaces.size()) {
        answer.setIncomplete();
        return;
    }
    // A process that ends meanwhile takes this way to its namespace with it; others may lead there too.
    if (!readTable(process, "net/tcp", tcpListens, answer) || !readTable(process, "net/udp", udpUnconnected, answer))
        return;
    m_namespaces[m_namespaceCount++] = *space;
    // These are missing where there is no IPv6.
    (void)readTable(process, "net/tcp6", tcpListens, answer);
    (void)readTable(process, "net/udp6", udpUnconnected, answer);
}

bool Owners::readTable(int process, const char *name, std::string_view state, Answer &answer)
{
    const Descriptor table(process, name, O_RDONLY);
    if (!table.isOpen())
        return false;
    std::array<char, 32 * 1024> buffer;
    size_t kept = 0;
    for (;;) {
        const ssize_t count = ::read(table.get(), buffer.data() + kept, buffer.size() - kept);
        if (count <= 0)
            return count == 0;
        std::string_view text(buffer.data(), kept + size_t(count));
        for (size_t end = text.find('\n'); end != text.npos; end = text.find('\n')) {
            if (const auto inode = inodeInState(text.substr(0, end), state))
                addSocket(*inode, answer);
            text.remove_prefix(end + 1);
        }
        // The kernel writes lines of 150 bytes; one that fills the buffer is none of its own.
        kept = text.size() == buffer.size() ? 0 : text.size();
        std::memmove(buffer.data(), text.data(), kept);
    }
}

void Owners::addSocket(uint64_t inode, Answer &answer)
{
    if (m_socketCount == m_sockets.size())
        answer.setIncomplete();
    else
        m_sockets[m_socketCount++] = { inode, false };
}

void Owners::sortSockets()
{
    const auto end = m_sockets.begin() + m_socketCount;
    std::ranges::sort(m_sockets.begin(), end, {}, &Socket::inode);
    m_socketCount = size_t(std::ranges::unique(m_sockets.begin(), end, {}, &Socket::inode).begin() - m_sockets.begin());
}

void Owners::tellProcess(int process, uint32_t pid, Answer &answer)
{
    m_foundCount = 0;
    if (!readDescriptors(process, "fd", answer)) {
        // Where the first thread ended, the others still hold the descriptors.
        const Descriptor threads(process, "task", O_RDONLY | O_DIRECTORY);
        bool read = !threads.isOpen();
        forEachEntry(threads.get(), [&](const char *name) {
            std::array<char, 264> path; // a file name's 255 bytes (NAME_MAX), "/fd" and the end
            if (!read && number(name)) {
                std::snprintf(path.data(), path.size(), "%s/fd", name);
                read = readDescriptors(threads.get(), path.data(), answer);
            }
        });
    }
    if (m_foundCount == 0)
        return;
    std::array<char, 2048> stat;
    const Descriptor file(process, "stat", O_RDONLY);
    const ssize_t length = file.isOpen() ? ::read(file.get(), stat.data(), stat.size()) : -1;
    const auto start = length < 0 ? std::nullopt : startTicks({ stat.data(), size_t(length) });
    if (!start)
        return;
    std::array<char, PATH_MAX + 32> executable;
    const auto end = m_found.begin() + m_foundCount;
    std::ranges::sort(m_found.begin(), end);
    const size_t distinct = size_t(std::ranges::unique(m_found.begin(), end).begin() - m_found.begin());
    answer.add(pid, *start, readLink(process, "exe", executable), { m_found.data(), distinct });
}

bool Owners::readDescriptors(int folder, const char *path, Answer &answer)
{
    const Descriptor descriptors(folder, path, O_RDONLY | O_DIRECTORY);
    if (!descriptors.isOpen()) {
        if (wasRefused())
            answer.setIncomplete();
        return true;
    }
    bool any = false;
    forEachEntry(descriptors.get(), [&](const char *name) {
        any = true;
        std::array<char, 64> buffer;
        errno = 0;
        const auto inode = numberInLink(readLink(descriptors.get(), name, buffer), "socket");
        if (!inode) {
            if (wasRefused())
                answer.setIncomplete();
            return;
        }
        const auto end = m_sockets.begin() + m_socketCount;
        const auto socket = std::ranges::lower_bound(m_sockets.begin(), end, *inode, {}, &Socket::inode);
        if (socket == end || socket->inode != *inode)
            return;
        socket->held = true;
        if (m_foundCount == m_found.size())
            answer.setIncomplete();
        else
            m_found[m_foundCount++] = *inode;
    });
    return any;
}

void Owners::tellUnheld(Answer &answer)
{
    m_foundCount = 0;
    for (size_t i = 0; i < m_socketCount; ++i) {
        if (!m_sockets[i].held)
            m_found[m_foundCount++] = m_sockets[i].inode;
    }
    if (m_foundCount > 0)
        answer.add(0, 0, {}, { m_found.data(), m_foundCount });
}

} // namespace portolan::helper
