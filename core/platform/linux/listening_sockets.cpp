// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/linux/listening_sockets.h"

#include "text/text.h"

#include <QHash>

#include <net/if.h>
#include <netinet/tcp.h>
#include <sys/socket.h>

#include <array>

namespace portolan::platform {

namespace {

constexpr quint8 listeningState(Transport transport)
{
    return transport == Transport::Tcp ? TCP_LISTEN : TCP_CLOSE;
}

QString interfaceName(quint32 index)
{
    std::array<char, IF_NAMESIZE> buffer {};
    // An interface that is gone keeps its number: the socket is still tied to it.
    return ::if_indextoname(index, buffer.data()) != nullptr ? text::fromKernel(QByteArrayView(buffer.data()))
                                                             : QString::number(index);
}

} // namespace

bool isListener(const InetSocket &socket)
{
    return socket.state == listeningState(socket.transport) && socket.localPort != 0;
}

SocketEntry listenerEntry(const InetSocket &socket)
{
    SocketEntry entry;
    entry.transport = socket.transport;
    entry.table = socketTable(socket.transport, socket.localAddress.family());
    entry.address = socket.localAddress.folded();
    entry.dualStack = socket.v6OnlyKnown && !socket.v6Only && socket.localAddress.isAny()
        && socket.localAddress.family() == IpAddress::Family::IPv6;
    entry.port = socket.localPort;
    entry.uid = socket.uid;
    entry.inode = socket.inode;
    entry.cgroupId = socket.cgroupId;
    return entry;
}

ListenerDump dumpListeners(SockDiagClient &client)
{
    ListenerDump result;
    // Of this dump only: interfaces come, go and are renamed.
    QHash<quint32, QString> interfaces;
    for (const Transport transport : { Transport::Tcp, Transport::Udp }) {
        for (const auto &[number, family] : { std::pair { quint8(AF_INET), IpAddress::Family::IPv4 },
                                              std::pair { quint8(AF_INET6), IpAddress::Family::IPv6 } }) {
            const SockDiagDump dump = client.dump(number, transport, 1u << listeningState(transport));
            if (dump.error != 0) {
                result.error = dump.error;
                return result;
            }
            if (dump.interrupted)
                result.interrupted |= socketTable(transport, family);
            result.sockets.reserve(result.sockets.size() + dump.sockets.size());
            for (const InetSocket &socket : dump.sockets) {
                if (!isListener(socket))
                    continue;
                SocketEntry entry = listenerEntry(socket);
                if (socket.interfaceIndex != 0) {
                    auto name = interfaces.find(socket.interfaceIndex);
                    if (name == interfaces.end())
                        name = interfaces.insert(socket.interfaceIndex, interfaceName(socket.interfaceIndex));
                    entry.scope = *name;
                }
                result.sockets.append(entry);
            }
        }
    }
    return result;
}

} // namespace portolan::platform
