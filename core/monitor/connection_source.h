// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/ip_address.h"
#include "net/transport.h"
#include "snapshot/listener.h"

#include <QList>
#include <QString>

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

struct ConnectionSample
{
    /// To the listener's port first, then the owner's others; at most `limit` of them.
    QList<Connection> connections;
    /// All connections to the listener's own port, whether listed or not.
    int toListener = 0;
    /// All other connections of the owner's processes, as far as they may be seen.
    int others = 0;
    bool complete = true;
};

/// Reads the connections of one listener and of the processes that hold it. Used by one thread at
/// a time; may block.
class ConnectionSource
{
public:
    virtual ~ConnectionSource() = default;
    [[nodiscard]] virtual ConnectionSample connections(const Listener &listener, int limit) = 0;
};

/// Translated name of the state.
[[nodiscard]] QString connectionStateLabel(ConnectionState state);

} // namespace portolan
