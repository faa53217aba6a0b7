// SPDX-License-Identifier: GPL-3.0-or-later
#include "application/single_instance.h"

#include <QCryptographicHash>
#include <QDeadlineTimer>
#include <QDir>
#include <QFileInfo>
#include <QGuiApplication>
#include <QLocalServer>
#include <QLocalSocket>
#include <QLockFile>
#include <QStandardPaths>
#include <QThread>
#include <QTimer>
#include <QWidget>

#include <algorithm>

#include <unistd.h>

namespace portolan {

namespace {

const QByteArray firstLine = QByteArrayLiteral("portolan-activate 1\n");
const QByteArray portWord = QByteArrayLiteral("port ");
const QByteArray tokenWord = QByteArrayLiteral("token ");
const QByteArray accepted = QByteArrayLiteral("ok\n");
constexpr qsizetype maximumTokenSize = 1024;
constexpr int retryInterval = 25;

bool isToken(const QByteArray &bytes)
{
    return !bytes.isEmpty() && bytes.size() <= maximumTokenSize
        && std::all_of(bytes.begin(), bytes.end(), [](char c) { return c >= 0x20 && c <= 0x7e; });
}

bool isPrivateFolder(const QString &path)
{
    const QFileInfo folder(path);
    constexpr QFile::Permissions others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup
        | QFile::ReadOther | QFile::WriteOther | QFile::ExeOther;
    return folder.isDir() && folder.isAbsolute() && folder.ownerId() == geteuid()
        && !(folder.permissions() & others);
}

/// What tells one display from another. The screen number of an X display (":0.1") is left out:
/// all screens of a display belong to one person at one place.
QByteArray displayName()
{
    const QString platform = QGuiApplication::platformName();
    QByteArray display;
    if (platform.startsWith(QLatin1String("wayland")))
        display = qgetenv("WAYLAND_DISPLAY");
    else if (platform == QLatin1String("xcb"))
        display = qgetenv("DISPLAY");
    if (const auto dot = display.lastIndexOf('.'); dot > display.lastIndexOf(':') && display.contains(':'))
        display.truncate(dot);
    return platform.toUtf8() + '\0' + display;
}

} // namespace

ActivationRequest ActivationRequest::fromEnvironment(std::optional<quint16> port)
{
    QByteArray token = qgetenv("XDG_ACTIVATION_TOKEN");
    if (token.isEmpty())
        token = qgetenv("DESKTOP_STARTUP_ID");
    return {port, isToken(token) ? token : QByteArray()};
}

SingleInstance::SingleInstance(QString folder, QObject *parent)
    : QObject(parent)
    , m_folder(std::move(folder))
{
}

SingleInstance::~SingleInstance()
{
    // Closing removes the socket file, so it must come before another start can take the lock and
    // put its own there.
    delete m_server;
}

QString SingleInstance::defaultFolder()
{
    const QString runtime = qEnvironmentVariable("XDG_RUNTIME_DIR");
    if (isPrivateFolder(runtime))
        return runtime;
    const QString cache = QStandardPaths::writableLocation(QStandardPaths::GenericCacheLocation);
    if (cache.isEmpty())
        return {};
    const QString folder = cache + QLatin1String("/portolan-run");
    QDir().mkpath(cache);
    QDir().mkdir(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    return isPrivateFolder(folder) ? folder : QString();
}

QString SingleInstance::pathWithEnding(QLatin1String ending) const
{
    const QByteArray hash = QCryptographicHash::hash(displayName(), QCryptographicHash::Sha256).toHex().first(16);
    return m_folder + QLatin1String("/portolan-") + QLatin1String(hash) + ending;
}

QString SingleInstance::socketPath() const
{
    return pathWithEnding(QLatin1String(".socket"));
}

SingleInstance::Role SingleInstance::acquire(const ActivationRequest &request)
{
    if (!isPrivateFolder(m_folder)) {
        m_errorString = tr("There is no folder that only you can open for finding a window that is already there.");
        return Role::Alone;
    }
    m_lock = std::make_unique<QLockFile>(pathWithEnding(QLatin1String(".lock")));
    m_lock->setStaleLockTime(0); // only a dead holder makes the lock stale, never its age
    const QDeadlineTimer deadline(handshakeTimeout);
    // The first start holds the lock a moment before it listens, and the last moment of an ending
    // one looks the same; both pass, hence the retries.
    do {
        if (m_lock->tryLock(0))
            return listen() ? Role::First : Role::Alone;
        if (m_lock->error() != QLockFile::LockFailedError) {
            m_errorString = tr("The lock file in %1 could not be created.").arg(m_folder);
            return Role::Alone;
        }
        if (forward(request, static_cast<int>(deadline.remainingTime())))
            return Role::Forwarded;
        QThread::msleep(retryInterval);
    } while (!deadline.hasExpired());
    m_errorString = tr("The window that is already there does not answer.");
    return Role::Alone;
}

bool SingleInstance::listen()
{
    QLocalServer::removeServer(socketPath());
    m_server = new QLocalServer(this);
    m_server->setSocketOptions(QLocalServer::UserAccessOption);
    m_server->setMaxPendingConnections(maximumConnections);
    connect(m_server, &QLocalServer::newConnection, this, &SingleInstance::accept);
    if (m_server->listen(socketPath()))
        return true;
    m_errorString = m_server->errorString();
    return false;
}

bool SingleInstance::forward(const ActivationRequest &request, int timeout) const
{
    const QFileInfo file(socketPath());
    if (file.isSymLink() || !file.exists() || file.ownerId() != geteuid())
        return false;
    const QDeadlineTimer deadline(timeout);
    const auto left = [&deadline] { return static_cast<int>(deadline.remainingTime()); };
    QLocalSocket socket;
    socket.connectToServer(socketPath());
    if (!socket.waitForConnected(left()))
        return false;
    socket.write(encode(request));
    while (socket.bytesToWrite() > 0) {
        if (!socket.waitForBytesWritten(left()))
            return false;
    }
    while (socket.bytesAvailable() < accepted.size()) {
        if (!socket.waitForReadyRead(left()))
            return false;
    }
    return socket.read(accepted.size()) == accepted;
}

void SingleInstance::accept()
{
    while (QLocalSocket *socket = m_server->nextPendingConnection()) {
        if (m_connections >= maximumConnections) {
            socket->abort();
            socket->deleteLater();
            continue;
        }
        ++m_connections;
        socket->setReadBufferSize(maximumRequestSize + 1);
        connect(socket, &QObject::destroyed, this, [this] { --m_connections; });
        connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
        connect(socket, &QLocalSocket::readyRead, this, [this, socket] { read(socket); });
        QTimer::singleShot(requestTimeout, socket, [socket] {
            socket->abort();
            socket->deleteLater();
        });
        if (socket->bytesAvailable() > 0)
            read(socket);
    }
}

void SingleInstance::read(QLocalSocket *socket)
{
    const QByteArray bytes = socket->peek(maximumRequestSize + 1);
    const bool tooLong = bytes.size() > maximumRequestSize;
    if (!tooLong && !bytes.endsWith("\n\n"))
        return;
    disconnect(socket, &QLocalSocket::readyRead, this, nullptr);
    const std::optional<ActivationRequest> request = tooLong ? std::nullopt : decode(bytes);
    if (!request) {
        socket->abort();
        socket->deleteLater();
        return;
    }
    socket->write(accepted);
    socket->disconnectFromServer();
    Q_EMIT activated(*request);
}

void SingleInstance::raise(QWidget *window, const QByteArray &activationToken)
{
    // Qt's Wayland plugin looks here for the token when a window asks for the focus.
    if (!activationToken.isEmpty() && QGuiApplication::platformName().startsWith(QLatin1String("wayland")))
        qputenv("XDG_ACTIVATION_TOKEN", activationToken);
    window->setWindowState((window->windowState() & ~Qt::WindowMinimized) | Qt::WindowActive);
    window->show();
    window->raise();
    window->activateWindow();
}

QByteArray SingleInstance::encode(const ActivationRequest &request)
{
    QByteArray bytes = firstLine;
    if (request.port)
        bytes += portWord + QByteArray::number(*request.port) + '\n';
    if (isToken(request.activationToken))
        bytes += tokenWord + request.activationToken + '\n';
    return bytes + '\n';
}

std::optional<ActivationRequest> SingleInstance::decode(const QByteArray &bytes)
{
    if (bytes.size() > maximumRequestSize || !bytes.startsWith(firstLine))
        return std::nullopt;
    ActivationRequest request;
    for (const QByteArray &line : bytes.sliced(firstLine.size()).split('\n')) {
        if (line.startsWith(portWord)) {
            bool ok = false;
            const ushort port = line.sliced(portWord.size()).toUShort(&ok);
            if (!ok || port == 0)
                return std::nullopt;
            request.port = port;
        } else if (line.startsWith(tokenWord)) {
            request.activationToken = line.sliced(tokenWord.size());
        }
    }
    // One request has one form: repeated, unknown, reordered or oddly written lines are refused here.
    if (encode(request) != bytes)
        return std::nullopt;
    return request;
}

} // namespace portolan

#include "moc_single_instance.cpp"
