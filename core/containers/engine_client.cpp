// SPDX-License-Identifier: GPL-3.0-or-later
#include "containers/engine_client.h"

#include "containers/http_answer.h"

#include <QFileInfo>
#include <QLocalSocket>

#include <algorithm>

namespace portolan {

namespace {

constexpr auto slice = std::chrono::milliseconds(100);
constexpr int statusOk = 200;

int milliseconds(std::chrono::steady_clock::duration duration)
{
    return int(std::chrono::duration_cast<std::chrono::milliseconds>(duration).count());
}

} // namespace

QString engineName(ContainerEngine engine)
{
    return engine == ContainerEngine::Docker ? QStringLiteral("docker") : QStringLiteral("podman");
}

QList<EngineSocket> engineSockets()
{
    const QString runtime = qEnvironmentVariable("XDG_RUNTIME_DIR");
    QList<EngineSocket> sockets { { ContainerEngine::Docker, QStringLiteral("/var/run/docker.sock") },
                                  { ContainerEngine::Podman, QStringLiteral("/run/podman/podman.sock") } };
    if (!runtime.isEmpty()) {
        sockets.append({ ContainerEngine::Docker, runtime + QStringLiteral("/docker.sock") });
        sockets.append({ ContainerEngine::Podman, runtime + QStringLiteral("/podman/podman.sock") });
    }
    return sockets;
}

std::optional<QList<EngineContainer>> askForContainers(const EngineSocket &socket, std::chrono::milliseconds patience,
                                                       const std::atomic_bool &stop)
{
    const auto end = std::chrono::steady_clock::now() + patience;
    const auto left = [&] { return std::max(milliseconds(end - std::chrono::steady_clock::now()), 0); };
    const QFileInfo file(socket.path);
    // Where it may not be written to, connecting is refused.
    if (!file.exists() || !file.isWritable())
        return std::nullopt;
    QLocalSocket connection;
    connection.setReadBufferSize(64 * 1024);
    connection.connectToServer(socket.path);
    if (!connection.waitForConnected(left()))
        return std::nullopt;
    connection.write("GET /containers/json HTTP/1.1\r\nHost: localhost\r\nAccept: application/json\r\n"
                     "User-Agent: portolan\r\nConnection: close\r\n\r\n");
    HttpAnswer answer;
    while (answer.state() == HttpAnswer::State::Open && left() > 0 && !stop) {
        if (connection.bytesAvailable() > 0)
            answer.add(connection.readAll());
        else if (connection.state() != QLocalSocket::ConnectedState)
            answer.end();
        else
            connection.waitForReadyRead(std::min(left(), int(slice.count())));
    }
    if (answer.state() != HttpAnswer::State::Whole || answer.status() != statusOk)
        return std::nullopt;
    return parseContainers(answer.body());
}

} // namespace portolan
