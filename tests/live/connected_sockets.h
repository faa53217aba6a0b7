// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <system_error>
#include <utility>
#include <vector>

/// Real sockets of this process. Everything throws when the system refuses.
namespace portolan::test {

class Socket
{
public:
    Socket(int family, int type)
        : m_descriptor(checked(::socket(family, type | SOCK_CLOEXEC, 0), "socket"))
    {
    }
    explicit Socket(int descriptor) : m_descriptor(descriptor) { }
    Socket(Socket &&other) noexcept : m_descriptor(std::exchange(other.m_descriptor, -1)) { }
    Socket &operator=(Socket &&other) noexcept
    {
        std::swap(m_descriptor, other.m_descriptor);
        return *this;
    }
    ~Socket() { close(); }

    void close()
    {
        if (m_descriptor >= 0)
            ::close(std::exchange(m_descriptor, -1));
    }
    [[nodiscard]] int get() const { return m_descriptor; }

    static int checked(int result, const char *what)
    {
        if (result < 0)
            throw std::system_error(errno, std::generic_category(), what);
        return result;
    }

private:
    int m_descriptor;
};

struct SocketAddress
{
    sockaddr_storage storage {};
    socklen_t length = 0;

    SocketAddress(const char *text, quint16 port)
    {
        auto *six = reinterpret_cast<sockaddr_in6 *>(&storage);
        auto *four = reinterpret_cast<sockaddr_in *>(&storage);
        if (std::strchr(text, ':') != nullptr) {
            six->sin6_family = AF_INET6;
            six->sin6_port = htons(port);
            Socket::checked(::inet_pton(AF_INET6, text, &six->sin6_addr) - 1, text);
            length = sizeof *six;
        } else {
            four->sin_family = AF_INET;
            four->sin_port = htons(port);
            Socket::checked(::inet_pton(AF_INET, text, &four->sin_addr) - 1, text);
            length = sizeof *four;
        }
    }
    [[nodiscard]] const sockaddr *get() const { return reinterpret_cast<const sockaddr *>(&storage); }
    [[nodiscard]] int family() const { return storage.ss_family; }
};

inline quint16 localPort(const Socket &socket)
{
    sockaddr_storage storage {};
    socklen_t length = sizeof storage;
    Socket::checked(::getsockname(socket.get(), reinterpret_cast<sockaddr *>(&storage), &length), "getsockname");
    // The port stands at the same place in both families.
    return ntohs(reinterpret_cast<sockaddr_in *>(&storage)->sin_port);
}

/// Bound to an address; also listening when it is of TCP.
inline Socket bound(const char *address, quint16 port, int type = SOCK_STREAM, bool v6Only = false)
{
    const SocketAddress where(address, port);
    Socket socket(where.family(), type);
    const int yes = 1;
    Socket::checked(::setsockopt(socket.get(), SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes), "SO_REUSEADDR");
    if (v6Only)
        Socket::checked(::setsockopt(socket.get(), IPPROTO_IPV6, IPV6_V6ONLY, &yes, sizeof yes), "IPV6_V6ONLY");
    Socket::checked(::bind(socket.get(), where.get(), where.length), "bind");
    if (type == SOCK_STREAM)
        Socket::checked(::listen(socket.get(), 1024), "listen");
    return socket;
}

/// Both ends of one TCP connection, made by the listener and a client at `from`.
struct Pair
{
    Socket client;
    Socket accepted;

    Pair(const Socket &listener, const char *to, const char *from)
        : client(SocketAddress(to, 0).family(), SOCK_STREAM)
        , accepted(-1)
    {
        const SocketAddress source(from, 0);
        const SocketAddress target(to, localPort(listener));
        Socket::checked(::bind(client.get(), source.get(), source.length), "bind");
        Socket::checked(::connect(client.get(), target.get(), target.length), "connect");
        accepted = Socket(Socket::checked(::accept4(listener.get(), nullptr, nullptr, SOCK_CLOEXEC), "accept"));
    }

    /// Waits until the other side's close has arrived.
    static void awaitEnd(const Socket &socket)
    {
        char byte = 0;
        while (::recv(socket.get(), &byte, 1, 0) > 0) { }
    }
    /// The client closed, the server has not: CLOSE_WAIT.
    void closeByClient()
    {
        client.close();
        awaitEnd(accepted);
    }
    /// The server has no more to say, the client keeps on: FIN_WAIT2 once the client's system knows.
    void endByServer()
    {
        Socket::checked(::shutdown(accepted.get(), SHUT_WR), "shutdown");
        awaitEnd(client);
    }
    /// Closed on both sides, by the server first: TIME_WAIT.
    void closeByServer()
    {
        endByServer();
        client.close();
        awaitEnd(accepted);
        accepted.close();
    }
};

} // namespace portolan::test
