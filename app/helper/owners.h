// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "answer.h"

#include <array>
#include <string_view>

namespace portolan::helper {

/// Finds the processes that hold sockets which accept traffic, and those sockets that none holds. Tells
/// of no other socket, and of no process that holds none.
///
/// Needs no memory but its own and makes no system calls but those that confine() leaves.
class Owners
{
public:
    /// False when /proc is not to be read, or is not the kernel's.
    [[nodiscard]] bool open();
    [[nodiscard]] bool tell(Answer &answer);

private:
    static constexpr size_t maximumSockets = 65536;
    static constexpr size_t maximumNamespaces = 1024;

    struct Socket
    {
        uint64_t inode;
        bool held;
    };

    /// Reads the tables of the process's network namespace, unless they were read for another one.
    void readTables(int process, Answer &answer);
    /// False when it could not be read to its end.
    [[nodiscard]] bool readTable(int process, const char *name, std::string_view state, Answer &answer);
    void addSocket(uint64_t inode, Answer &answer);
    void sortSockets();
    void tellProcess(int process, uint32_t pid, Answer &answer);
    /// Marks the sockets that the folder's descriptors are; false when the folder is empty.
    bool readDescriptors(int folder, const char *path, Answer &answer);
    void tellUnheld(Answer &answer);

    int m_proc = -1;
    std::array<Socket, maximumSockets> m_sockets;
    size_t m_socketCount = 0;
    std::array<uint64_t, maximumSockets> m_found; ///< sockets of the process that is looked into
    size_t m_foundCount = 0;
    std::array<uint64_t, maximumNamespaces> m_namespaces;
    size_t m_namespaceCount = 0;
};

} // namespace portolan::helper
