// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/ip_address.h"
#include "net/transport.h"
#include "snapshot/listener.h"

#include <QList>
#include <QString>

#include <array>
#include <chrono>
#include <optional>

namespace portolan {

/// TCP states as in the kernel's include/net/tcp_states.h; Connected is a connected UDP socket.
enum class ConnectionState : quint8 {
    Established,
    SynSent,
    SynReceived,
    FinWait1,
    FinWait2,
    TimeWait,
    CloseWait,
    LastAck,
    Closing,
    Connected,
};

inline constexpr size_t connectionStates = size_t(ConnectionState::Connected) + 1;

struct Connection
{
    Transport transport = Transport::Tcp;
    IpAddress localAddress;
    quint16 localPort = 0;
    IpAddress remoteAddress;
    quint16 remotePort = 0;
    ConnectionState state = ConnectionState::Established;
    quint64 inode = 0; ///< 0 once the process let go of it

    friend bool operator==(const Connection &, const Connection &) = default;
};

/// How often one remote address is connected to the listener.
struct RemoteAddress
{
    IpAddress address;
    int connections = 0;
    int established = 0; ///< of them; the others are being opened or closed

    friend bool operator==(const RemoteAddress &, const RemoteAddress &) = default;
};

/// Bytes that went through, without headers and repetitions.
struct Traffic
{
    quint64 received = 0;
    quint64 sent = 0; ///< and acknowledged by the other side

    friend bool operator==(const Traffic &, const Traffic &) = default;
};

enum class ConnectionCoverage : quint8 {
    Complete,
    Partial, ///< a table changed while it was read, or could not be read: there may be more
    Unreadable, ///< nothing could be read; no count means anything
};

struct ConnectionSample
{
    /// To the listener first, then the owner's others; at most `limit` of them. Where there are more,
    /// the listener's closed ones (TimeWait) are left out before the others.
    QList<Connection> connections;
    /// All connections to the listener, whether listed or not.
    int toListener = 0;
    /// The same by ConnectionState.
    std::array<int, connectionStates> byState {};
    /// Who is connected to the listener: the addresses with most connections first, at most `limit`.
    QList<RemoteAddress> remotes;
    int remoteAddresses = 0; ///< all of them, whether in `remotes` or not
    /// All other connections of the owner's processes; nullopt: not counted, because the owner is not
    /// observed, or may not be looked into, or the system has too many sockets to tell whose each is.
    std::optional<int> others;
    /// What went through the connections to the listener since the sample before, which was `trafficTime`
    /// ago; what a connection carried right before it was closed is not in it. nullopt: nothing to compare
    /// with yet, or the kernel does not tell (UDP, /proc/net), or there are too many connections to ask.
    std::optional<Traffic> traffic;
    std::chrono::milliseconds trafficTime { 0 };
    ConnectionCoverage coverage = ConnectionCoverage::Complete;

    [[nodiscard]] int inState(ConnectionState state) const { return byState[size_t(state)]; }
};

/// Reads the connections of one listener and of the processes that hold it. Used by one thread at
/// a time; may block, in proportion to the connections there are.
class ConnectionSource
{
public:
    virtual ~ConnectionSource() = default;
    [[nodiscard]] virtual ConnectionSample connections(const Listener &listener, int limit) = 0;
};

/// "12.3 kB/s": bytes in that time, translated.
[[nodiscard]] QString trafficRateText(quint64 bytes, std::chrono::milliseconds time);
/// Translated name of the state.
[[nodiscard]] QString connectionStateLabel(ConnectionState state);
/// "198 established, 2 closing" for counts by ConnectionState: translated, empty when all are 0. The
/// states of a close under way are one.
[[nodiscard]] QString connectionStatesText(const std::array<int, connectionStates> &byState);

} // namespace portolan
